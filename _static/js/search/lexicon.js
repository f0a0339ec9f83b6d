// Owns the look-ups over names, facets and vocabulary that understanding a query needs; built once when the index is loaded.
(() => {
  "use strict";
  const parts = ((globalThis.painkb ??= {}).parts ??= {});

  // British and other spellings are folded earlier; these are different words for the same thing.
  const SYNONYMS = [
    ["kidney", "renal"], ["liver", "hepatic"], ["heart", "cardiac"], ["older", "elderly"], ["pill", "tablet"],
    ["stop", "stopping", "discontinue", "withdraw"], ["breastfeeding", "lactation", "breast", "milk"], ["sleepy", "drowsy", "sedation", "drowsiness", "sleepiness"],
    ["weight", "obesity"], ["seizure", "epilepsy", "fit"], ["drug", "medicine", "medication"], ["doctor", "physician", "gp", "clinician"],
    ["foot", "feet"], ["zap", "shock"], ["addictive", "addiction", "dependence", "dependent", "habit"], ["sodium", "hyponatremia", "natremia"],
    ["alcohol", "drink", "drinking", "wine", "beer"], ["mi", "infarction"], ["face", "facial"], ["diabetic", "diabetes"], ["mri", "imaging"],
    ["norepinephrine", "noradrenaline"], ["compare", "comparison"], ["die", "death", "mortality", "fatal"], ["kid", "child", "children", "pediatric"],
    ["bp", "hypertension"], ["surgery", "operation", "surgical"], ["painkiller", "analgesic", "analgesia"], ["pee", "urine", "urinary", "urination"], ["eye", "glaucoma"],
    ["headache", "migraine"], ["sick", "nausea", "vomiting"], ["sweat", "sweating"], ["food", "meal"], ["mental", "psychiatric"], ["fib", "fibrillation"],
  ];

  const push = (map, key, value) => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };

  const readNames = (data) => {
    const phrases = new Map();
    const bags = [];
    const bagOf = new Map();
    for (const [text, target, how, written] of data.names) {
      const folded = written || text.toLowerCase();
      const name = { text, target, how };
      push(phrases, folded, name);
      const words = folded.split(" ");
      // "post-herpetic" is also written in one word.
      if (/-/.test(text) && words.length > 1) push(phrases, [words[0] + words[1], ...words.slice(2)].join(" "), name);
      const content = [...new Set(words.filter((word) => !parts.isStop(word)))];
      if (target[0] === "p" && content.length > 1) {
        for (const word of content) push(bagOf, word, bags.length);
        bags.push({ ...name, words: content });
      }
    }
    return { phrases, bags, bagOf };
  };

  const readFacets = (data) => {
    const facets = data.facets.map(([id, label, sharp, broad, phrases]) => ({ id, label, sharp: Boolean(sharp), broad: Boolean(broad), phrases }));
    const phrases = new Map();
    for (const facet of facets) for (const phrase of facet.phrases) push(phrases, phrase, facet);
    return { facets, byFacet: new Map(facets.map((facet) => [facet.id, facet])), facetPhrases: phrases };
  };

  // Names of medicines by which a misspelling may be meant: word -> the medicines, each with its target.
  const readMedicines = (store) => {
    const medicines = new Map();
    for (const [phrase, names] of store.phrases) {
      for (const { target } of phrase.includes(" ") ? [] : names) {
        const kind = target[0] === "n" ? store.outside[target.slice(1)].drug : target[0] === "p" && store.pages[target.slice(1)].kind === "drug";
        if (kind && phrase.length > 3 && !(medicines.get(phrase) ?? []).includes(target)) push(medicines, phrase, target);
      }
    }
    return medicines;
  };

  // The claims of a card. The list is searched as text: parsing thousands of cards would hold up the first result.
  const readCard = (cards, key) => {
    const start = cards.indexOf(`\n${key}=`);
    if (start < 0) return null;
    const end = cards.indexOf("\n", start + 1);
    return cards.slice(start + key.length + 2, end < 0 ? cards.length : end).split(".").map(Number);
  };

  const readPages = (data) => data.pages.map(([doc, address, title, kind, audience, classes, summary, head, hub], number) => (
    { number, doc, address, title, kind, audience, classes, summary, head: Boolean(head), hub: Boolean(hub) }
  ));

  const readSections = (data) => data.sections.map(([page, anchor, heading, level, parent, facets], number) => (
    { number, page, anchor, heading, level, parent, facets }
  ));

  const makeStore = (data, indexed) => {
    const store = {
      indexed,
      documents: data.sections.length + data.terms.length,
      pages: readPages(data),
      sections: readSections(data),
      firstClaims: data.firstClaims,
      texts: new Map(),
      terms: data.terms.map(([main, anchor, page]) => ({ main, anchor, page })),
      outside: data.outside.map(([name, group, also, drug, homes, named]) => ({ name, group, also, drug: Boolean(drug), homes, named })),
      words: data.words,
      card: (key) => readCard(data.cards, key),
      guard: new Set(data.guard.map((pair) => pair.join("/"))),
      synonyms: new Map(),
      ...readNames(data),
      ...readFacets(data),
    };
    for (const group of SYNONYMS) for (const word of group) store.synonyms.set(word, group.filter((other) => other !== word));
    store.sectionsOf = store.pages.map(() => []);
    for (const section of store.sections) store.sectionsOf[section.page].push(section);
    store.byDoc = new Map(store.pages.map((page) => [page.doc, page]));
    store.firstTerms = store.pages.map((page) => store.terms.findIndex((term) => term.page === page.number));
    store.medicines = readMedicines(store);
    store.endings = new Map();
    for (const name of store.medicines.keys()) {
      const ending = name.slice(-parts.ENDING);
      store.endings.set(ending, (store.endings.get(ending) ?? 0) + 1);
    }
    const words = new Set();
    for (const phrase of [...store.phrases.keys(), ...store.facetPhrases.keys()]) for (const word of phrase.split(" ")) words.add(word);
    store.isKnown = (word) => indexed.has(word) || words.has(word);
    // Sorted, for corrections and beginnings of words; made when the first of them is needed.
    let vocabulary = null;
    store.vocabulary = () => (vocabulary ??= [...new Set([...indexed.terms, ...words])].filter((word) => word.length > 2 && !/\d/.test(word)).sort());
    return store;
  };

  Object.assign(parts, { makeStore });
})();
