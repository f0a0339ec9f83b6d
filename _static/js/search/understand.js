// Owns what a query means: which pages, terms and neighboring topics it names, which facets and places it asks for.
// Returns plain data; ranks nothing.
(() => {
  "use strict";
  const parts = ((globalThis.painkb ??= {}).parts ??= {});

  const LONGEST_QUERY = 300; // letters that are read; the rest of a longer query is ignored
  const MOST_WORDS = 40;
  const LONGEST_NAME = 8;
  const FIRST_PERSON = new Set(["i", "my", "me", "myself", "im", "mine", "ive"]);
  const ANY_MEDICINE = new Set(["it", "they", "them", "you", "your"]);
  const DEFINING = /\b(?:what(?:'s| is| are| does)|whats|define|definition|meaning|means?\b|stands? for|glossary|explain)\b/i;
  const INTERACTING = new Set(["MAO inhibitor", "SSRI"]); // glossary terms that stand for a class of medicines
  const PLACES = {
    us: ["us", "usa", "fda", "american", "america", "states"], uk: ["uk", "nhs", "bnf", "mhra", "british", "britain", "england"],
    eu: ["eu", "ema", "europe", "european"], ca: ["canada", "canadian"], jp: ["jp", "japan", "japanese"], au: ["australia", "australian", "tga"],
    fr: ["fr", "france", "french"], de: ["germany", "german"],
    ch: ["swiss", "switzerland"], be: ["belgium", "belgian"], nz: ["nz", "zealand", "medsafe"], ie: ["ireland", "irish"],
  };
  const PLACE_OF = new Map(Object.entries(PLACES).flatMap(([place, words]) => words.map((word) => [word, place])));
  // "us" is a country only in capitals, or every "tell us" would be American.
  const isPlace = (token) => PLACE_OF.has(token.word) && (token.word !== "us" || token.upper);

  // Some names on file are common misspellings themselves: show the title where it is as near.
  const properName = (store, { target, name }, typed) => {
    const title = parts.plain(target[0] === "p" ? store.pages[target.slice(1)].title : store.outside[target.slice(1)].name);
    return parts.distance(typed, title, parts.allowed(typed.length) + 0.5) < Infinity ? title : name;
  };

  const correct = (store, tokens) => {
    const corrections = [];
    const ambiguous = [];
    tokens.forEach((token, number) => {
      if (store.isKnown(token.term) || parts.isStop(token.word) || /^\d/.test(token.word) || isPlace(token)) return;
      const found = parts.readUnknown(store, token.term, number === tokens.length - 1);
      if (!found) {
        token.unknown = true;
      } else if (found.kind === "start") {
        token.starts = found.words;
        if (found.target) Object.assign(token, { target: found.target, term: found.name });
        else if (found.options.length) token.options = found.options;
      } else if (found.kind === "foreign") {
        Object.assign(token, { unknown: true, foreign: true });
      } else if (found.kind === "ambiguous") {
        token.options = found.options;
        ambiguous.push({ typed: token.word, start: token.starts, options: found.options });
      } else {
        const meant = found.target ? properName(store, found, token.term) : found.word;
        corrections.push({ typed: token.word, meant, cost: found.cost });
        Object.assign(token, { term: meant, cost: found.cost, target: found.target });
      }
    });
    return { corrections, ambiguous };
  };

  const phrasesIn = (tokens, map) => {
    const found = [];
    for (let from = 0; from < tokens.length; from += 1) {
      let phrase = "";
      for (let to = from; to < Math.min(tokens.length, from + LONGEST_NAME); to += 1) {
        phrase += (to > from ? " " : "") + tokens[to].term;
        if (map.has(phrase)) found.push({ from, to, phrase, values: map.get(phrase) });
      }
    }
    return found;
  };

  const inside = (one, other) => one !== other && one.from >= other.from && one.to <= other.to && (one.to - one.from) < (other.to - other.from);

  // Abbreviations that are also common words (OR, NA) count only in capitals or alone.
  const readable = (tokens, match) => match.from < match.to || tokens.length === 1 || tokens[match.from].upper ||
    !(parts.isStop(tokens[match.from].word) || tokens[match.from].word.length < 3);

  const isMedicine = (store, target) => (target[0] === "n" ? store.outside[target.slice(1)].drug : target[0] === "p" && store.pages[target.slice(1)].kind === "drug");

  const namesIn = (store, tokens) => {
    const matches = phrasesIn(tokens, store.phrases).filter((match) => readable(tokens, match));
    const found = new Map();
    for (const match of matches) {
      const wider = matches.filter((other) => inside(match, other));
      for (const name of match.values) {
        // A name within a longer one counts only if it is a medicine: "duloxetine for pain" is still about duloxetine.
        if (wider.length && !isMedicine(store, name.target)) continue;
        const old = found.get(name.target);
        if (!old || match.to - match.from > old.to - old.from) found.set(name.target, { ...name, from: match.from, to: match.to, sure: 1 });
      }
    }
    tokens.forEach((token, number) => {
      if (token.target && !found.has(token.target)) found.set(token.target, { text: token.term, target: token.target, how: token.starts ? "start" : "typo", from: number, to: number, sure: token.starts ? 0.95 : 0.9 });
      else if (token.target && token.cost) Object.assign(found.get(token.target), { sure: 0.9, how: "typo" });
    });
    return found;
  };

  // Names whose words all stand in the query, in any order: "electric shocks in my face".
  const bagsIn = (store, tokens, found) => {
    const counts = new Map();
    const seen = new Set();
    tokens.forEach((token) => {
      if (seen.has(token.term)) return;
      seen.add(token.term);
      for (const bag of store.bagOf.get(token.term) ?? []) counts.set(bag, (counts.get(bag) ?? 0) + 1);
    });
    const full = [...counts].filter(([bag, count]) => count === store.bags[bag].words.length).map(([bag]) => store.bags[bag]);
    for (const bag of full) {
      if (full.some((other) => other.words.length > bag.words.length && bag.words.every((word) => other.words.includes(word)))) continue;
      const old = found.get(bag.target);
      if (!old) found.set(bag.target, { text: bag.text, target: bag.target, how: bag.how, words: bag.words, sure: bag.how === "title" ? 0.95 : 0.85 });
    }
    return found;
  };

  const facetsIn = (store, tokens) => {
    const matches = phrasesIn(tokens, store.facetPhrases);
    const found = new Map();
    for (const match of matches) {
      if (matches.some((other) => inside(match, other))) continue;
      const length = match.to - match.from + 1;
      for (const facet of match.values) {
        const weight = (facet.broad ? 1 : 1.5) + 0.2 * Math.min(3, length - 1);
        const old = found.get(facet.id);
        if (!old || weight > old.weight) found.set(facet.id, { facet, weight, from: match.from, to: match.to });
      }
    }
    return [...found.values()].sort((a, b) => b.weight - a.weight || a.from - b.from);
  };

  // Two medicines and no other question mean: together.
  const impliedFacets = (store, entities, found) => {
    const medicines = new Set(entities.filter((name) => isMedicine(store, name.target) || INTERACTING.has(name.title)).map(({ title }) => title));
    const compares = entities.some(({ kind, record }) => kind === "page" && record.kind === "tool");
    if (found.length || compares || medicines.size < 2) return found;
    return [{ facet: store.byFacet.get("interaction"), weight: 1, from: -1, to: -1 }];
  };

  const entity = (store, name) => {
    const number = Number(name.target.slice(1));
    const kinds = { p: "page", t: "term", n: "outside" };
    const kind = kinds[name.target[0]];
    const record = { page: store.pages, term: store.terms, outside: store.outside }[kind][number];
    return { ...name, kind, number, record, title: record.title ?? record.main ?? record.name };
  };

  // Returns {query, tokens, pages, terms, outside, facets, places, corrections, ambiguous, personal, defining}.
  const understand = (store, query, { literal = false } = {}) => {
    const text = query.slice(0, LONGEST_QUERY);
    const tokens = parts.tokenize(text).slice(0, MOST_WORDS);
    const { corrections, ambiguous } = literal ? { corrections: [], ambiguous: [] } : correct(store, tokens);
    const names = literal ? new Map() : bagsIn(store, tokens, namesIn(store, tokens));
    const entities = [...names.values()].map((name) => entity(store, name)).sort((a, b) => (a.from ?? 99) - (b.from ?? 99));
    return {
      query: text,
      tokens,
      pages: entities.filter((found) => found.kind === "page"),
      terms: entities.filter((found) => found.kind === "term"),
      outside: entities.filter((found) => found.kind === "outside"),
      facets: literal ? [] : impliedFacets(store, entities, facetsIn(store, tokens)),
      places: [...new Set(tokens.filter(isPlace).map((token) => PLACE_OF.get(token.word)))],
      corrections,
      ambiguous,
      // A question about "it" that names nothing comes from somebody who takes it.
      personal: tokens.some((token) => FIRST_PERSON.has(token.word) || (!entities.length && ANY_MEDICINE.has(token.word))),
      defining: DEFINING.test(text),
      literal,
    };
  };

  Object.assign(parts, { understand, isPlace });
})();
