// Owns painkb.search(query, {limit}): the one entry for the page, the command line and the tests.
(() => {
  "use strict";
  const painkb = (globalThis.painkb ??= {});
  const parts = (painkb.parts ??= {});

  const LIMIT = 10;
  const MORE_SECTIONS = 3;
  const WORTH = 0.45; // a result whose score is a smaller share of the first is noise

  const address = (page, anchor) => page.address + (anchor ? `#${anchor}` : "");

  const describe = (store, hit, terms) => {
    const page = store.pages[hit.page];
    const base = { page: page.doc, title: page.title, kind: page.kind, audience: page.audience, score: Math.round(hit.score * 1000) / 1000 };
    if (hit.isTerm) {
      const number = hit.id - store.sections.length;
      const term = store.terms[number];
      const shown = parts.snippet([parts.texts?.terms[number] ?? ""], terms);
      return { ...base, type: "term", heading: term.main, anchor: term.anchor, address: address({ address: term.address }, term.anchor), snippet: shown };
    }
    const section = store.sections[hit.id];
    const lines = [...(parts.texts?.sections[hit.id] ?? "").split("\n"), ...section.shown.map((claim) => parts.texts?.claims[claim] ?? "")].filter(Boolean);
    const shown = parts.snippet(lines.length ? lines : [page.summary], terms);
    const heading = section.level > 1 ? section.heading : "";
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

  const empty = (query) => ({ query, covered: true, understood: null, notCovered: null, answers: [], results: [], facets: { kind: {}, audience: {}, group: {} }, total: 0 });

  // Options: limit (10), literal (no corrections, no meaning), kind, audience, group (number of a class page).
  const search = (query, options = {}) => {
    const store = parts.store;
    const text = String(query ?? "");
    if (!store || !text.trim()) return empty(text);
    const seen = parts.understand(store, text, options);
    const ranked = parts.rank(store, seen);
    const missing = parts.notCovered(store, seen, ranked);
    const top = ranked.hits[0]?.score ?? 0;
    const worth = ranked.hits.filter((hit) => hit.score >= top * WORTH && hit.score > 0);
    const all = byPage(worth);
    const entries = all.filter(({ hit }) => isIn(store.pages[hit.page], options));
    const terms = new Set(ranked.terms.keys());
    const loose = new Set(ranked.concepts.filter(({ entity }) => !entity).map(({ token }) => token.term));
    const results = entries.slice(0, options.limit ?? LIMIT).map(({ hit, more }) => ({
      ...describe(store, hit, terms),
      more: more.filter((other) => other.score >= hit.score * 0.7 && store.sections[other.id]?.level > 1).slice(0, MORE_SECTIONS).map((other) => {
        const { heading, anchor, address: to } = describe(store, other, terms);
        return { heading, anchor, address: to };
      }),
    }));
    return {
      query: text,
      covered: !missing,
      notCovered: missing,
      understood: parts.explain(store, seen),
      answers: missing ? [] : parts.answers(store, parts.texts, seen, loose),
      results,
      facets: count(store, all),
      total: entries.length,
    };
  };

  Object.assign(parts, { searchNow: search });
})();
