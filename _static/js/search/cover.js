// Owns the decision whether this knowledge base has an answer at all, and what to say when it has none.
(() => {
  "use strict";
  const parts = ((globalThis.painkb ??= {}).parts ??= {});

  const ENOUGH = 0.5; // share of a query, by weight, that the best hits must cover
  const ENOUGH_ALONE = 0.55; // the same when neither a name nor a facet was recognized
  const SAME_PAGE = 0.8; // words spread over a page say less than words in one section
  const LOOKED_AT = 8; // pages

  const ASK = {
    pregnancy: "Ask a teratology information service, such as UKTIS and BUMPS in the United Kingdom or MotherToBaby in the United States.",
    overdose: "In an emergency call your local emergency number or a poison center.",
    medicine: "Look in the product information or a formulary, or ask a pharmacist.",
    other: "Ask a health professional, or look in a reference on that subject.",
    patient: "Ask your pharmacist, nurse or doctor.",
  };

  const asked = (seen, drug) => {
    const ids = new Set(seen.facets.map(({ facet }) => facet.id));
    if (ids.has("overdose")) return ASK.overdose;
    if (ids.has("pregnancy") || ids.has("breastfeeding")) return ASK.pregnancy;
    if (seen.personal) return ASK.patient;
    return drug ? ASK.medicine : ASK.other;
  };

  // Tells whether something without a page is spoken of where the query looks for it.
  const isMet = (store, seen, ranked, name) => {
    const mention = ranked.mentions.find((found) => found.name === name);
    const subjects = seen.pages.filter((page) => page.record.kind !== "root" && !page.record.hub);
    const sharp = seen.facets.filter(({ facet }) => facet.sharp);
    const answered = sharp.every(({ facet }) => store.card(`${name.target}|${facet.id}`));
    const first = subjects.every((page) => (page.from ?? 0) > name.from || page.record.kind !== "drug");
    if (name.record.drug && sharp.length && first && !subjects.some((page) => page.record.kind === "drug") && !answered) return false;
    if (subjects.length) return ranked.hits.some((hit) => subjects.some((page) => page.number === hit.page) && parts.mentioned(hit, mention));
    if (seen.pages.length && name.record.named) return true; // the query names only the field as a whole
    const others = seen.outside.filter((other) => other !== name);
    if (others.length) {
      const mentions = ranked.mentions.filter((found) => found.name.kind === "outside");
      return ranked.hits.some((hit) => mentions.every((found) => parts.mentioned(hit, found)));
    }
    return name.record.homes.length > 0 || (!name.record.drug && seen.terms.some((term) => term.from <= name.from && term.to >= name.to));
  };

  // What the sections of a page cover together.
  const onPage = (ranked, { page }) => new Set(ranked.hits.slice(0, 5 * LOOKED_AT).filter((hit) => hit.page === page).flatMap((hit) => [...hit.concepts]));

  // The hits of the best few pages; one page with many sections must not hide the others.
  const firstPages = (hits) => {
    const pages = new Set();
    return hits.slice(0, 10 * LOOKED_AT).filter((hit) => pages.add(hit.page).size <= LOOKED_AT);
  };

  const share = (ranked, concepts) => {
    let total = 0;
    let met = 0;
    ranked.concepts.forEach((concept, number) => {
      total += concept.weight;
      if (concepts.has(number)) met += concept.weight;
    });
    return total ? met / total : 0;
  };

  // Returns null when there is an answer, else {topic, group, message, ask}.
  const notCovered = (store, seen, ranked) => {
    const none = (topic, group, message, drug) => ({ topic, group, message, ask: asked(seen, drug) });
    for (const name of seen.outside) {
      if (isMet(store, seen, ranked, name)) continue;
      const about = seen.pages.length ? ` for ${seen.pages[0].title}` : "";
      const what = `${parts.capital(name.record.drug ? name.title : name.text)} (${name.record.group})`;
      return none(name.title, name.record.group, seen.pages.length ? `${what} is not covered here${about}.` : `${what} is not covered here.`, name.record.drug);
    }
    const foreign = seen.tokens.find((token) => token.foreign);
    if (foreign && !seen.pages.length) return none(foreign.word, "medicine", `${parts.capital(foreign.word)} looks like the name of a medicine that is not covered here.`, true);
    if (!ranked.concepts.length && !ranked.hits.length) return none("", "", "Nothing to search for was recognized.", false);
    const best = Math.max(0, ...firstPages(ranked.hits).flatMap((hit) => [share(ranked, hit.concepts), SAME_PAGE * share(ranked, onPage(ranked, hit))]));
    const known = seen.pages.length || seen.terms.length || seen.facets.length || seen.ambiguous.length;
    if (best < (known ? ENOUGH : ENOUGH_ALONE)) return none(seen.query.trim(), "", "This is not covered here.", false);
    return null;
  };

  // The hits to show beside "not covered": those that speak of the topic at all; failing that, the very best.
  const nearest = (seen, ranked, missing) => {
    const mention = ranked.mentions.find(({ name }) => name.title === missing.topic);
    const speaking = mention ? ranked.hits.filter((hit) => parts.mentioned(hit, mention)) : [];
    return speaking.length ? speaking : ranked.hits;
  };

  Object.assign(parts, { notCovered, nearest, NEAREST: 3 });
})();
