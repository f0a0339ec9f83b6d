// Owns the built index in memory: packs it in Node at build time, unpacks it when it is loaded.
// The layout is that of conf/painkb/search/payload.py.
(() => {
  "use strict";
  const painkb = (globalThis.painkb ??= {});
  const parts = (painkb.parts ??= {});

  const FIELDS = ["title", "alias", "heading", "body"];
  const OPTIONS = { idField: "id", fields: FIELDS, tokenize: (text) => parts.terms(text), processTerm: (term) => term };

  // Documents of the full-text index: every section, then every glossary term.
  const documents = (data) => {
    const aliases = data.pages.map(() => []);
    for (const [text, target, how] of data.names) if (target[0] === "p" && how !== "title") aliases[target.slice(1)].push(text);
    const sections = data.sections.map(([page, , heading, level, , body, shown], id) => ({
      id,
      title: data.pages[page][2],
      alias: level === 1 ? aliases[page].join("; ") : "",
      heading: level === 1 ? "" : heading,
      body: [body, ...shown.map((claim) => data.claims[claim][2])].join("\n"),
    }));
    const terms = data.terms.map(([main, , text], number) => {
      const names = data.names.filter(([, target]) => target === `t${number}`).map(([name]) => name);
      return { id: sections.length + number, title: main, alias: names.join("; "), heading: "", body: text };
    });
    return [...sections, ...terms];
  };

  // Postings as text, which compresses better than nested JSON: `field:step.step*count`, steps in base 36.
  const packPostings = (fields) => Object.entries(fields).map(([field, counts]) => {
    let last = 0;
    const steps = Object.keys(counts).map(Number).sort((a, b) => a - b).map((id) => {
      const step = (id - last).toString(36);
      last = id;
      return counts[id] > 1 ? `${step}*${counts[id].toString(36)}` : step;
    });
    return `${field}:${steps.join(".")}`;
  }).join(";");

  // One pass over the characters: this runs for every term of a query.
  const unpackPostings = (text) => {
    const fields = {};
    let counts = null;
    let field = "";
    let id = 0;
    let number = 0;
    let step = -1; // the step before a count, or -1 while the step itself is read
    const take = () => {
      id += step < 0 ? number : step;
      counts[id] = step < 0 ? 1 : number;
      number = 0;
      step = -1;
    };
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === 58) { // ":" ends the name of a field
        field = String(number);
        counts = fields[field] = {};
        id = number = 0;
      } else if (code === 46) take(); // "." ends a posting
      else if (code === 42) { // "*" ends a step that has a count
        step = number;
        number = 0;
      } else if (code === 59) take(); // ";" ends a field
      else number = number * 36 + (code < 58 ? code - 48 : code - 87);
    }
    take();
    return fields;
  };

  const folded = (text) => parts.tokenize(text).map((token) => token.term).join(" ");

  // Returns what is written to disk: the index that ranking needs, and for each page the texts that results show.
  // Texts are loaded only for pages that are shown, so the index stays small however much is written.
  const pack = (data, MiniSearch) => {
    const mini = new MiniSearch(OPTIONS);
    mini.addAll(documents(data));
    const made = mini.toJSON();
    const postings = made.index.map(([term, fields]) => [term, packPostings(fields)]).sort(([a], [b]) => (a < b ? -1 : 1));
    const { claims, sections, terms, names, facets, cards, ...rest } = data;
    const index = {
      ...rest,
      cards: Object.entries(cards).map(([key, found]) => `\n${key}=${found.join(".")}`).join(""),
      names: names.map(([text, target, how]) => [text, target, how, folded(text) === text.toLowerCase() ? 0 : folded(text)]),
      facets: facets.map(([id, label, sharp, broad, phrases]) => [id, label, sharp, broad, [...new Set(phrases.map(folded))]]),
      terms: terms.map(([main, anchor, , page]) => [main, anchor, page]),
      sections: sections.map(([page, anchor, heading, level, parent, , , , found]) => [page, anchor, heading, level, parent, found]),
      firstClaims: data.pages.map((_, page) => claims.findIndex(([section]) => sections[section][0] >= page)).map((first) => (first < 0 ? claims.length : first)),
      mini: { ...made, index: null, documentIds: null, fieldLength: Object.values(made.fieldLength).map((row) => Array.from(row, (length) => length ?? 0)), storedFields: {} },
      vocabulary: postings.map(([term]) => term).join(" "),
      postings: postings.map(([, packed]) => packed).join(" "),
    };
    return { index, texts: Object.fromEntries(data.pages.map(([doc], page) => [doc, textsOf(data, page)])) };
  };

  const textsOf = ({ sections, claims, terms }, page) => ({
    sections: sections.filter(([found]) => found === page).map(([, , , , , body, shown]) => [body, shown]),
    claims: claims.filter(([section]) => sections[section][0] === page),
    terms: terms.filter(([, , , found]) => found === page).map(([, , text]) => text),
  });

  const documentsIn = (text) => {
    let most = 0;
    let count = 1;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === 46) count += 1;
      else if (code === 59) { most = Math.max(most, count); count = 1; }
    }
    return Math.max(most, count);
  };

  // The full-text index. Postings stay packed until a query asks for their term: the time before the first result
  // does not grow with the vocabulary.
  const openIndex = (data, MiniSearch) => {
    const numbers = new Map();
    const terms = data.vocabulary ? data.vocabulary.split(" ") : [];
    terms.forEach((term, number) => numbers.set(term, number));
    const packed = data.postings.split(" ");
    const count = data.mini.documentCount;
    const base = {
      ...data.mini,
      documentIds: Object.fromEntries(Array.from({ length: count }, (_, id) => [id, id])),
      fieldLength: Object.fromEntries(data.mini.fieldLength.map((row, id) => [id, row])),
    };
    const unpacked = new Map();
    const posting = (term) => {
      if (!unpacked.has(term)) unpacked.set(term, unpackPostings(packed[numbers.get(term)]));
      return unpacked.get(term);
    };
    const frequencies = new Map();
    return {
      terms,
      has: (term) => numbers.has(term),
      // In how many documents a term stands, by its commonest field: precise enough to tell rare from common.
      df: (term) => {
        if (!numbers.has(term)) return undefined;
        if (!frequencies.has(term)) frequencies.set(term, documentsIn(packed[numbers.get(term)]));
        return frequencies.get(term);
      },
      search: (list, options) => {
        const index = list.map((term) => [term, posting(term)]);
        const exact = { tokenize: () => list, processTerm: (term) => term, prefix: false, fuzzy: false };
        return MiniSearch.loadJS({ ...base, index }, OPTIONS).search(list.join(" "), { ...options, ...exact });
      },
    };
  };

  // Takes a loaded script: `@index` builds the store, every other name is a page whose texts these are.
  const take = (name, data) => {
    if (name === "@index") parts.store = parts.makeStore(data, openIndex(data, globalThis.MiniSearch));
    else parts.store.texts.set(name, data);
  };

  Object.assign(parts, { pack });
  painkb.take = take;
})();
