// Owns how results look: builds elements from the plain data of the engine. Text is always set as text, never as HTML.
(() => {
  "use strict";
  const parts = ((globalThis.painkb ??= {}).parts ??= {});

  const el = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  };

  const marked = ({ text, marks }) => {
    const line = document.createDocumentFragment();
    let from = 0;
    for (const [start, end] of marks) {
      line.append(text.slice(from, start), el("mark", {}, text.slice(start, end)));
      from = end;
    }
    line.append(text.slice(from));
    return line;
  };

  const kindLabel = (kind) => (kind === "root" ? "Glossary" : null) ?? parts.store.words.kinds[kind]?.[0] ?? kind;
  const link = (address) => parts.root + address;

  const tag = (result) => (result.type === "term" ? "Glossary" : kindLabel(result.kind));

  // The two lines of a result: where it leads, and the words that matched.
  const resultLines = (result) => {
    const name = result.type === "term" ? result.heading : result.title;
    const title = el("span", { class: "kb-hit-title" }, el("span", { class: "kb-hit-page" }, name));
    if (result.type === "section") title.append(el("span", { class: "kb-hit-in", "aria-hidden": "true" }, " › "), el("span", { class: "kb-hit-heading" }, result.heading));
    const head = el("span", { class: "kb-hit-head" }, title, el("span", { class: `kb-hit-kind kb-hit-kind-${result.type === "term" ? "term" : result.kind}` }, tag(result)));
    return [head, el("span", { class: "kb-hit-text" }, marked(result.snippet))];
  };

  const row = (claim) => {
    const place = claim.place ? el("abbr", { class: "kb-place", title: claim.placeName }, claim.place.toUpperCase()) : null;
    const value = claim.value ? el("strong", { class: "kb-answer-value" }, claim.value) : null;
    const from = [claim.source, claim.certainty, `checked ${claim.checked}`].filter(Boolean).join(" · ");
    const line = value ? el("span", { class: "kb-answer-line" }, place, place ? " " : null, value) : null;
    return el("li", { class: "kb-answer-row" }, line,
      el("span", { class: "kb-answer-statement" }, value ? null : place, !value && place ? " " : null, claim.statement),
      el("span", { class: "kb-answer-source" }, from));
  };

  // An answer card: the claims as they stand, all sides of a disagreement, and where they stand.
  const card = (answer) => {
    const head = el("span", { class: "kb-answer-head" }, el("span", { class: "kb-answer-title" }, answer.title), answer.facet ? el("span", { class: "kb-answer-facet" }, ` · ${answer.facet}`) : null,
      answer.disagree ? el("span", { class: "kb-answer-disagree" }, "Sources disagree") : null);
    const more = answer.more > 0 ? `${answer.more} more in ${answer.heading}` : `Read in ${answer.heading || "context"}`;
    return [head, el("ul", { class: "kb-answer-rows" }, ...answer.rows.map(row)), el("span", { class: "kb-answer-more" }, more)];
  };

  const choice = (option) => [
    el("span", { class: "kb-hit-head" }, el("span", { class: "kb-hit-title" }, el("span", { class: "kb-hit-page" }, parts.capital(option.name))), el("span", { class: "kb-hit-kind" }, option.own ? "Drug" : "No page here")),
    el("span", { class: "kb-hit-text" }, option.group || "medicine"),
  ];

  // What was understood: notes, corrections with a way to the literal search.
  const notes = (found, onLiteral) => {
    const { understood } = found;
    if (!understood) return [];
    const lines = understood.notes.map((note) => el("p", {}, note));
    for (const { typed, meant } of understood.corrections) lines.push(el("p", {}, "Showing ", el("strong", {}, meant), " for ", el("em", {}, typed), "."));
    for (const { typed } of understood.ambiguous) lines.push(el("p", { class: "kb-search-alert" }, el("strong", {}, "Check the name. "), `“${typed}” is close to more than one medicine; nothing was corrected.`));
    if (understood.corrections.length || understood.ambiguous.length || understood.literal) {
      const button = el("button", { type: "button", class: "kb-search-literal" }, understood.literal ? "Search with corrections" : "Search exactly what I typed");
      button.addEventListener("click", () => onLiteral(!understood.literal));
      lines.push(button);
    }
    return lines;
  };

  const missing = ({ notCovered }) => el("div", { class: "kb-search-missing" },
    el("p", { class: "kb-search-missing-title" }, "Not covered here"), el("p", {}, notCovered.message), el("p", {}, notCovered.ask));

  // Groups of a result in the order in which they are shown: [label, kind of entry, entries].
  const groups = (found) => {
    const by = { page: [], section: [], term: [] };
    for (const result of found.results) by[result.type].push(result);
    const labels = { page: "Pages", section: "Sections", term: "Terms" };
    const order = [...new Set(found.results.map(({ type }) => type))];
    const choices = (found.understood?.ambiguous ?? []).map(({ options }) => ["Which medicine?", "choice", options]);
    const cards = found.answers.length ? [["Answer", "answer", found.answers]] : [];
    const rest = order.map((type) => [found.covered ? labels[type] : `Nearest: ${labels[type].toLowerCase()}`, "result", by[type]]);
    return [...choices, ...cards, ...rest];
  };

  const status = (found) => {
    if (!found.query.trim()) return "";
    const number = found.results.length;
    const results = number === 1 ? "1 result" : `${number} results`;
    if (!found.covered) return `Not covered here. ${number ? `${results} nearby.` : ""}`;
    return `${found.answers.length ? "Answer found. " : ""}${results}.`;
  };

  Object.assign(parts, { el, marked, link, kindLabel, resultLines, card, choice, notes, missing, groups, status });
})();
