// Owns the texts of pages: which of them a result needs, and what they hold once they are loaded.
(() => {
  "use strict";
  const parts = ((globalThis.painkb ??= {}).parts ??= {});

  const FIELDS = ["section", "topic", "statement", "value", "place", "certainty", "source", "checked", "group"];

  // Returns the number of the page on which a claim is at home: claims are numbered page by page.
  const pageOfClaim = (store, claim) => {
    let page = store.firstClaims.length - 1;
    while (page > 0 && store.firstClaims[page] > claim) page -= 1;
    return page;
  };

  // Returns a claim as an object, or null while the texts of its page are not loaded.
  const claim = (store, number) => {
    const page = pageOfClaim(store, number);
    const row = store.texts.get(store.pages[page].doc)?.claims[number - store.firstClaims[page]];
    return row ? Object.fromEntries(FIELDS.map((field, order) => [field, row[order]])) : null;
  };

  // Returns the lines of a section, its own words first; a claim shown there but at home elsewhere may be missing.
  const lines = (store, section) => {
    const found = store.texts.get(store.pages[section.page].doc)?.sections[section.number - store.sectionsOf[section.page][0].number];
    if (!found) return [];
    const [body, shown] = found;
    return [...body.split("\n"), ...shown.map((number) => claim(store, number)?.statement ?? "")].filter(Boolean);
  };

  const definition = (store, number) => {
    const { page } = store.terms[number];
    return store.texts.get(store.pages[page].doc)?.terms[number - store.firstTerms[page]] ?? "";
  };

  // The file that holds the texts of a page; also the name that painkb.search_build gives it.
  const file = (doc) => `search/texts/${doc.replaceAll("/", ".")}.js`;

  Object.assign(parts, { claim, pageOfClaim, lines, definition, file });
})();
