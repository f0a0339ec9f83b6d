// Owns painkb.search(query, {limit}): the one entry for the page, the command line and the tests.
(() => {
  "use strict";
  const painkb = (globalThis.painkb ??= {});
  const parts = (painkb.parts ??= {});

  const LIMIT = 10;
  const MORE_SECTIONS = 3;
  const ALSO = 0.7; // share of the score of a page's best section from which another section is named
  const WORTH = 0.15; // a result whose score is a smaller share of the first is noise

  const address = (page, anchor) => page.address + (anchor ? `#${anchor}` : "");

  const describe = (store, hit, terms) => {
    const page = store.pages[hit.page];
    const base = { page: page.doc, title: page.title, kind: page.kind, audience: page.audience, score: Math.round(hit.score * 1000) / 1000 };
    if (hit.isTerm) {
      const number = hit.id - store.sections.length;
      const { main, anchor } = store.terms[number];
      return { ...base, type: "term", heading: main, anchor, parent: "", address: address(page, anchor), snippet: parts.snippet([parts.definition(store, number)], terms) };
    }
    const section = store.sections[hit.id];
    const lines = parts.lines(store, section);
    const heading = section.level > 1 ? section.heading : "";
    const shown = parts.snippet(heading && lines.length ? lines : [page.summary], terms);
    return { ...base, type: heading ? "section" : "page", heading, anchor: section.anchor, parent: section.parent, address: address(page, section.anchor), snippet: shown };
  };

  const isIn = (page, { kind, audience, group }) => (
    (!kind || page.kind === kind) && (!audience || page.audience === audience) && (!group || page.number === Number(group) || page.classes.includes(Number(group)))
  );

  // Best hit of each page in order, with further sections of the same page.
  const byPage = (hits) => {
    const found = new Map();
    for (const hit of hits) {
      const key = hit.isTerm ? `t${hit.id}` : hit.page;
      if (!found.has(key)) found.set(key, { hit, more: [] });
      else found.get(key).more.push(hit);
    }
    return [...found.values()];
  };

  const count = (store, entries) => {
    const counts = { kind: {}, audience: {}, group: {} };
    for (const { hit } of entries) {
      const page = store.pages[hit.page];
      counts.kind[page.kind] = (counts.kind[page.kind] ?? 0) + 1;
      counts.audience[page.audience] = (counts.audience[page.audience] ?? 0) + 1;
      for (const number of page.kind === "class" && !page.head ? [page.number] : page.classes) counts.group[number] = (counts.group[number] ?? 0) + 1;
    }
    return counts;
  };

  const nothing = (query) => ({ query, covered: true, notCovered: null, understood: null, answers: [], results: [], facets: { kind: {}, audience: {}, group: {} }, total: 0 });

  // First half: what the query means, which hits there are and which pages' texts are needed to show them.
  const find = (query, options = {}) => {
    const store = parts.store;
    const text = String(query ?? "");
    if (!text.trim()) return { text, entries: [], cards: [], docs: [] };
    const seen = parts.understand(store, text, options);
    const ranked = parts.rank(store, seen);
    const missing = parts.notCovered(store, seen, ranked);
    const hits = missing ? parts.nearest(seen, ranked, missing) : ranked.hits;
    const top = hits[0]?.score ?? 0;
    const all = byPage(hits.filter((hit) => hit.score > 0 && hit.score >= top * WORTH));
    const shown = all.filter(({ hit }) => isIn(store.pages[hit.page], options));
    const entries = shown.slice(0, missing ? parts.NEAREST : options.limit ?? LIMIT);
    const cards = missing ? [] : parts.chooseCards(store, seen);
    const pages = new Set([...entries.map(({ hit }) => hit.page), ...cards.flatMap(({ key }) => store.card(key).map((claim) => parts.pageOfClaim(store, claim)))]);
    const docs = [...pages].map((page) => store.pages[page].doc).filter((doc) => !store.texts.has(doc));
    return { text, seen, ranked, missing, all, entries, cards, docs, total: missing ? entries.length : shown.length };
  };

  // Second half: the result as plain data. Texts that are not loaded leave empty snippets and no card.
  const present = ({ text, seen, ranked, missing, all, entries, cards, total }) => {
    const store = parts.store;
    if (!seen) return nothing(text);
    const terms = new Set(ranked.terms.keys());
    const words = new Set(ranked.concepts.filter(({ entity }) => !entity).map(({ token }) => token.term));
    const results = entries.map(({ hit, more }) => ({
      ...describe(store, hit, terms),
      more: more.filter((other) => other.score >= hit.score * ALSO && store.sections[other.id].level > 1).slice(0, MORE_SECTIONS).map((other) => {
        const { heading, anchor, page } = store.sections[other.id];
        return { heading, anchor, address: address(store.pages[page], anchor) };
      }),
    }));
    return {
      query: text,
      covered: !missing,
      notCovered: missing,
      understood: parts.explain(store, seen, missing),
      answers: cards.map((card) => parts.fillCard(store, card, seen.places, words)).filter(Boolean),
      results,
      facets: missing ? nothing(text).facets : count(store, all),
      total,
    };
  };

  // Finds, has the texts loaded by `parts.load` (given by the page or by Node), and presents.
  // Options: limit (10), literal (no corrections, no meaning), kind, audience, group (number of a class page).
  painkb.search = async (query, options = {}) => {
    await parts.ready?.();
    const found = find(query, options);
    await Promise.all(found.docs.map((doc) => parts.load(parts.file(doc))));
    return present(found);
  };

  Object.assign(parts, { find, present });
})();
