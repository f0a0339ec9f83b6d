"""Own what the search knows: records, lexicon, facets, guard list and answer cards, made at build time."""
