// Owns the built index in memory: packs it in Node at build time, unpacks it when it is loaded.
// The layout is that of conf/painkb/search/payload.py.
(() => {
  "use strict";
  const painkb = (globalThis.painkb ??= {});
  const parts = (painkb.parts ??= {});

  const FIELDS = ["title", "alias", "heading", "body", "facts"];
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
      body,
      facts: shown.map((claim) => data.claims[claim][2]).join("\n"),
    }));
    const terms = data.terms.map(([main, , text], number) => {
      const names = data.names.filter(([, target]) => target === `t${number}`).map(([name]) => name);
      return { id: sections.length + number, title: main, alias: names.join("; "), heading: "", body: text, facts: "" };
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

  const unpackPostings = (text) => {
    const fields = {};
    for (const part of text.split(";")) {
      const colon = part.indexOf(":");
      const counts = {};
      let id = 0;
      for (const step of part.slice(colon + 1).split(".")) {
        const star = step.indexOf("*");
        id += parseInt(star < 0 ? step : step.slice(0, star), 36);
        counts[id] = star < 0 ? 1 : parseInt(step.slice(star + 1), 36);
      }
      fields[part.slice(0, colon)] = counts;
    }
    return fields;
  };

  const folded = (text) => parts.tokenize(text).map((token) => token.term).join(" ");

  // Returns the two parts that are written to disk: what ranking needs, and the texts that are shown.
  const pack = (data, MiniSearch) => {
    const mini = new MiniSearch(OPTIONS);
    mini.addAll(documents(data));
    const made = mini.toJSON();
    const postings = made.index.map(([term, fields]) => [term, packPostings(fields)]).sort(([a], [b]) => (a < b ? -1 : 1));
    const { claims, sections, terms, ...rest } = data;
    const index = {
      ...rest,
      names: data.names.map(([text, target, how]) => [text, target, how, folded(text)]),
      facets: data.facets.map(([id, label, sharp, broad, phrases]) => [id, label, sharp, broad, [...new Set(phrases.map(folded))]]),
      terms: terms.map(([main, anchor, , address]) => [main, anchor, address]),
      sections: sections.map(([page, anchor, heading, level, parent, , shown, cited, facets]) => [page, anchor, heading, level, parent, shown, cited, facets]),
      claims: claims.map(([section, topic, , value, place, certainty, source, checked, group]) => [section, topic, value, place, certainty, source, checked, group]),
      mini: { ...made, index: null, documentIds: null, fieldLength: made.documentCount ? Object.values(made.fieldLength).map((row) => Array.from(row, (n) => n ?? 0)) : [], storedFields: {} },
      vocabulary: postings.map(([term]) => term).join(" "),
      postings: postings.map(([, packed]) => packed).join(" "),
    };
    return { index, texts: { sections: sections.map((row) => row[5]), claims: claims.map((row) => row[2]), terms: terms.map((row) => row[2]) } };
  };

  const loadMini = (data, MiniSearch) => {
    const terms = data.vocabulary ? data.vocabulary.split(" ") : [];
    const packed = data.postings.split(" ");
    const count = data.mini.documentCount;
    const ids = Object.fromEntries(Array.from({ length: count }, (_, id) => [id, id]));
    const made = {
      ...data.mini,
      index: terms.map((term, number) => [term, unpackPostings(packed[number])]),
      documentIds: ids,
      fieldLength: Object.fromEntries(data.mini.fieldLength.map((row, id) => [id, row])),
    };
    // In how many documents a term stands, by its commonest field: precise enough to tell rare from common.
    const df = new Map(terms.map((term, number) => [term, Math.max(...packed[number].split(";").map((part) => part.split(".").length))]));
    return { mini: MiniSearch.loadJS(made, OPTIONS), terms, df };
  };

  // Takes a loaded script: `index` builds the store, `texts` completes it.
  const take = (name, data) => {
    if (name === "texts") {
      parts.texts = data;
    } else {
      parts.store = parts.makeStore(data, loadMini(data, globalThis.MiniSearch));
    }
    parts.onLoad?.(name);
  };

  Object.assign(parts, { FIELDS, pack, take });
  painkb.take = take;
})();
