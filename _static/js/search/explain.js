// Owns what the reader is told about how the query was read: brands, corrections, names that may be two medicines.
(() => {
  "use strict";
  const parts = ((globalThis.painkb ??= {}).parts ??= {});

  const drugOf = (store, target) => {
    const number = Number(target.slice(1));
    if (target[0] === "n") {
      const { name, group, homes } = store.outside[number];
      const home = store.pages[homes[0]];
      return { name, group, page: home?.doc ?? null, address: home?.address ?? null, own: false };
    }
    const page = store.pages[number];
    const classes = page.classes.map((found) => store.pages[found].title).join(", ");
    return { name: page.title, group: [classes, page.summary].filter(Boolean).join(": "), page: page.doc, address: page.address, own: true };
  };

  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const places = (store, how) => how.slice("brand:".length).split(",").map((place) => store.words.places[place] ?? place).join(", ");

  // Returns {notes, names, corrections, ambiguous, literal}; every note is plain text.
  const explain = (store, seen, missing) => {
    const notes = [];
    const lookAlike = (name) => [...store.guard].map((pair) => pair.split("/")).filter((pair) => pair.includes(name.toLowerCase()))
      .map(([one, other]) => (one === name.toLowerCase() ? other : one)).filter((other) => store.pages.some((page) => page.kind === "drug" && page.title.toLowerCase() === other));
    for (const name of seen.pages) {
      if (name.how.startsWith("brand:")) notes.push(`${name.text} is a brand of ${name.title.toLowerCase()} (${places(store, name.how)}).`);
      else if (name.how === "start" && !parts.plain(name.title).startsWith(parts.plain(name.text))) notes.push(`Read as ${name.title.toLowerCase()} (${name.text}).`);
      else if (name.how === "alias" && name.record.kind === "drug" && name.text.toLowerCase() !== name.title.toLowerCase()) notes.push(`${name.text} is read as ${name.title.toLowerCase()}.`);
    }
    for (const name of seen.outside.filter(({ record, title }) => record.drug && title !== missing?.topic)) {
      const home = store.pages[name.record.homes[0]];
      const alike = lookAlike(name.title);
      const brand = name.text.toLowerCase() !== name.title.toLowerCase() ? `${capital(name.text)} is ${name.title}. ` : "";
      notes.push(`${brand}${capital(name.title)} (${name.record.group}) has no page of its own${home ? `; it is mentioned in ${home.title}` : ""}.${alike.length ? ` It is not ${alike.join(" or ")}.` : ""}`);
    }
    return {
      notes,
      names: [...seen.pages, ...seen.terms, ...seen.outside].map(({ title, kind, how, text }) => ({ title, kind, how, text })),
      facets: seen.facets.map(({ facet }) => ({ id: facet.id, label: facet.label })),
      corrections: seen.corrections.map(({ typed, meant }) => ({ typed, meant })),
      ambiguous: seen.ambiguous.map(({ typed, options }) => ({ typed, options: options.map(({ target }) => drugOf(store, target)) })),
      literal: seen.literal,
    };
  };

  Object.assign(parts, { explain, capital });
})();
