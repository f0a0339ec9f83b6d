// Owns the order of results: full-text score, plus what was understood of the query. Every weight stands here.
(() => {
  "use strict";
  const parts = ((globalThis.painkb ??= {}).parts ??= {});

  const W = {
    text: 2, // full-text score of the best hit
    page: 3, // the page that the query names
    home: 2.2, // the page that holds what is known of something without a page
    mention: 0.7, // a section that mentions the other thing the query names
    both: 1.2, // the same on the page of the first thing
    facet: 1.3, // times the weight of the facet, on a page that the query names
    facetElsewhere: 0.3,
    position: 1, // a guideline speaks of a condition, so its page comes before that of the drug
    intro: 1, // a query that is only a name leads to the top of the page
    term: 2, // a glossary term that the query names
    defining: 2.2, // and asks to define
    option: 2.4, // one of several medicines a misspelling may mean
    namedWord: 0.2, // words of a recognized name, in the full-text score
    whole: 1.8, // a query that is nothing but a glossary term
  };
  const BOOST = { title: 3, alias: 2.5, heading: 2.2, body: 1 };
  const PRIOR = { drug: 0.3, condition: 0.25, class: 0.2, safety: 0.25, population: 0.2, guide: 0.2, mechanism: 0.1, patient: 0, tool: 0, root: -0.3, about: -0.4, contribute: -0.9 };
  const CLINICAL = new Set(["drug", "class", "condition", "mechanism", "safety", "population"]);
  const NAMES_ONLY = 0.4; // share of the text score when only words of recognized names were found
  const HEAD = -0.8; // a page that only lists others
  const ENTITY = 3; // weight of a recognized name when coverage is counted
  const FACET = 0.8;
  const PLACE = 0.2; // a country sorts the rows of a card; no page need name it

  const idf = (store, term) => Math.log(1 + store.documents / (store.indexed.df(term) ?? 0.5)) / Math.log(1 + store.documents * 2);

  // Returns the terms to search with, each with its weight, and the concepts they stand for.
  const plan = (store, seen) => {
    const terms = new Map();
    const concepts = [];
    const add = (term, weight, concept) => {
      const old = terms.get(term);
      if (!old) terms.set(term, { weight, concepts: new Set([concept]) });
      else {
        old.weight = Math.max(old.weight, weight);
        old.concepts.add(concept);
      }
    };
    const isFacet = (number) => seen.facets.some(({ from, to }) => number >= from && number <= to);
    const named = [...seen.pages, ...seen.terms, ...seen.outside];
    const isNamed = (number, term) => named.some((name) => (name.from <= number && number <= name.to) || name.words?.includes(term));
    seen.tokens.forEach((token, number) => {
      if (parts.isStop(token.word) && !token.upper) return;
      const entity = isNamed(number, token.term);
      const rare = store.indexed.has(token.term) ? 2 * idf(store, token.term) : 2;
      const weight = parts.isPlace(token) ? PLACE : entity ? ENTITY / 2 : isFacet(number) ? FACET : token.starts || token.options ? 1 : rare;
      const concept = concepts.push({ weight: token.cost ? weight * 0.8 : weight, token, entity, met: false }) - 1;
      // A recognized name is scored by itself; its words would only drown the others.
      add(token.term, entity ? W.namedWord : isFacet(number) ? 1 : 1.5, concept);
      for (const word of store.synonyms.get(token.term) ?? []) add(word, 0.5, concept);
      for (const word of (token.starts ?? []).slice(0, 20)) add(word, 0.6, concept);
      for (const option of token.options ?? []) add(option.name, 0.8, concept);
    });
    for (const name of [...seen.pages, ...seen.outside, ...seen.terms]) {
      const concept = concepts.findIndex(({ token }) => seen.tokens.indexOf(token) >= name.from && seen.tokens.indexOf(token) <= name.to);
      if (name.how !== "title") for (const term of parts.terms(name.title)) add(term, W.namedWord, concept);
      for (const words of name.record.also ?? []) for (const term of parts.terms(words)) if (store.indexed.has(term)) add(term, 0.5, concept);
    }
    return { terms, concepts };
  };

  const fullText = (store, { terms }) => {
    const list = [...terms.keys()].filter((term) => store.indexed.has(term));
    if (!list.length) return [];
    return store.indexed.search(list, { boost: BOOST, combineWith: "OR", boostTerm: (term) => terms.get(term)?.weight ?? 1 });
  };

  const kindWeight = (seen, { record, how, sure }) => {
    const others = seen.pages.filter((other) => other.record !== record).length + seen.outside.length;
    const compares = record.kind === "tool" && seen.pages.filter((other) => other.record.kind === "drug").length + seen.outside.length > 1;
    const medicine = seen.pages.some((other) => other.record.kind === "drug" && other.from !== undefined);
    const exact = how === "title" && sure === 1 ? 0.25 : 0;
    if (compares) return 2.2;
    if (record.hub && others) return 0.4;
    if (record.kind === "patient") return (others ? (seen.personal && !medicine ? 1.3 : 0.35) : seen.personal ? 1.3 : 0.95) + exact;
    if (record.kind === "tool") return others ? 0.3 : 0.95;
    if (record.kind === "mechanism" || record.kind === "class") return 0.9 + exact;
    return 1 + exact;
  };

  // How much a page is what the query names, and whether it counts as its subject.
  const pageScores = (store, seen) => {
    const scores = new Map();
    const add = (number, score) => scores.set(number, Math.max(scores.get(number) ?? 0, score));
    seen.pages.forEach((name, order) => {
      add(name.number, W.page * name.sure * kindWeight(seen, name) - 0.02 * order);
      const twin = name.record.kind === "drug" && store.byDoc.get(name.record.doc.replace(/^drugs\//, "patients/"));
      if (twin) add(twin.number, seen.personal ? W.page * 1.15 : 1);
    });
    for (const name of seen.outside) name.record.homes.forEach((number, order) => add(number, (seen.pages.some((page) => !page.record.hub) ? 0.8 : W.home - 0.5 * order) * name.sure));
    for (const token of seen.tokens) for (const { target, cost } of token.options ?? []) {
      const number = Number(target.slice(1));
      if (target[0] === "p") add(number, W.option - 0.3 * cost);
      else store.outside[number].homes.forEach((home) => add(home, 1.4 - 0.3 * cost));
    }
    return scores;
  };

  const mentions = (store, seen) => [...seen.pages, ...seen.outside].map((name) => {
    const own = parts.terms(name.title).filter((term) => store.indexed.has(term));
    const classes = (name.record.also ?? []).map((words) => parts.terms(words)).filter((terms) => terms.every((term) => store.indexed.has(term)));
    return { name, ways: [...(own.length ? [own] : []), ...classes.filter((terms) => terms.length)] };
  });

  const mentioned = (hit, { ways }) => ways.some((terms) => terms.every((term) => hit.terms.has(term)));

  const scoreSection = (store, seen, context, hit) => {
    const section = store.sections[hit.id];
    const page = store.pages[section.page];
    const named = context.pages.get(section.page) ?? 0;
    let score = W.text * hit.text + named + (PRIOR[page.kind] ?? 0) + (page.head ? HEAD : 0);
    for (const mention of context.mentions) {
      if (mention.name.number === section.page && mention.name.kind === "page") continue;
      if (mentioned(hit, mention)) score += named >= 1 && context.mentions.length > 1 ? W.both : W.mention;
    }
    for (const { facet, weight } of seen.facets) {
      if (section.facets.includes(facet.id)) score += weight * (named >= 1 || !context.pages.size ? W.facet : W.facetElsewhere);
    }
    if (page.kind === "condition" && named >= 1 && seen.pages.length > 1 && seen.facets.some(({ facet }) => facet.id === "guideline")) score += W.position;
    if (section.level === 1 && named && context.onlyName) score += W.intro;
    if (page.kind === "patient" && seen.personal) score += seen.pages.some((name) => name.record.kind === "drug") ? 0.5 : 2;
    return score;
  };

  const scoreTerm = (store, seen, hit) => {
    const number = hit.id - store.sections.length;
    const name = seen.terms.find((found) => found.number === number);
    let score = W.text * hit.text * 0.8 + PRIOR.root;
    if (name) {
      const samePage = seen.pages.some((page) => page.from <= name.from && page.to >= name.to && CLINICAL.has(page.record.kind));
      const whole = seen.tokens.every((token, number) => (name.from <= number && number <= name.to) || (parts.isStop(token.word) && !token.upper));
      if (whole && !samePage && !seen.personal) score += W.whole;
      score += seen.defining ? W.term + (samePage ? 0 : W.defining) : W.term * (samePage ? 0.5 : whole ? 1 : 0.6);
    }
    return score;
  };

  // Returns the hits {id, section | term, page, score, terms, concepts}, best first; equal scores keep reading order.
  const rank = (store, seen) => {
    const planned = plan(store, seen);
    const found = fullText(store, planned);
    const top = found[0]?.score || 1;
    const context = { pages: pageScores(store, seen), mentions: mentions(store, seen) };
    const subjects = [...seen.pages, ...seen.outside];
    const loose = planned.concepts.filter(({ token }) => !token.options && !subjects.some((name) => covers(seen, name, token)));
    context.onlyName = !loose.length && !seen.facets.length;
    const scale = !subjects.length || [...planned.terms].some(([term, { weight }]) => weight > W.namedWord && store.indexed.has(term)) ? 1 : NAMES_ONLY;
    const hits = new Map(found.map((result) => [result.id, { id: result.id, text: (scale * result.score) / top, terms: new Set(result.terms) }]));
    const ensure = (id) => hits.has(id) || hits.set(id, { id, text: 0, terms: new Set() });
    for (const [page, score] of context.pages) if (score >= 1) for (const section of store.sectionsOf[page]) ensure(section.number);
    for (const term of seen.terms) ensure(store.sections.length + term.number);
    const list = [...hits.values()];
    for (const hit of list) {
      hit.isTerm = hit.id >= store.sections.length;
      hit.page = hit.isTerm ? store.terms[hit.id - store.sections.length].page : store.sections[hit.id].page;
      hit.score = hit.isTerm ? scoreTerm(store, seen, hit) : scoreSection(store, seen, context, hit);
      hit.concepts = new Set([...hit.terms].flatMap((term) => [...(planned.terms.get(term)?.concepts ?? [])]));
      if (hit.isTerm) {
        const name = seen.terms.find((found) => found.number === hit.id - store.sections.length);
        if (name) planned.concepts.forEach(({ token }, number) => covers(seen, name, token) && hit.concepts.add(number));
      } else for (const { facet, from, to } of seen.facets) {
        if (store.sections[hit.id].facets.includes(facet.id)) planned.concepts.forEach(({ token }, number) => inRange(seen, token, from, to) && hit.concepts.add(number));
      }
      if (context.pages.get(hit.page) >= 1) planned.concepts.forEach(({ entity }, number) => entity && seen.pages.some((name) => name.number === hit.page && covers(seen, name, planned.concepts[number].token)) && hit.concepts.add(number));
    }
    list.sort((a, b) => b.score - a.score || a.id - b.id);
    return { hits: list, ...planned, mentions: context.mentions, named: context.pages };
  };

  const inRange = (seen, token, from, to) => from <= seen.tokens.indexOf(token) && seen.tokens.indexOf(token) <= to;

  const covers = (seen, name, token) => {
    const number = seen.tokens.indexOf(token);
    return (name.from <= number && number <= name.to) || Boolean(name.words?.includes(token.term));
  };

  Object.assign(parts, { rank, mentioned });
})();
