// Owns the loading of the search: nothing but this small file is fetched until somebody wants to search.
(() => {
  "use strict";
  // In this order; also read by scripts/search_host.mjs, so that Node runs what the browser runs.
  const FILES = [
    "_static/js/vendor/minisearch.js",
    "_static/js/search/tokenize.js",
    "_static/js/search/distance.js",
    "_static/js/search/store.js",
    "_static/js/search/lexicon.js",
    "_static/js/search/spelling.js",
    "_static/js/search/understand.js",
    "_static/js/search/rank.js",
    "_static/js/search/cover.js",
    "_static/js/search/texts.js",
    "_static/js/search/snippet.js",
    "_static/js/search/answers.js",
    "_static/js/search/explain.js",
    "_static/js/search/engine.js",
    "search/index.js",
  ];
})();
