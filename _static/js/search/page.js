// Owns the results page, search.html?q=: a link to a search shows the same results to everybody.
(() => {
  "use strict";
  const parts = ((globalThis.painkb ??= {}).parts ??= {});

  const LIMIT = 60;
  const { el } = parts;
  const FILTERS = { kind: "Kind", audience: "For", group: "Drug class" };
  const AUDIENCES = { staff: "Staff", patients: "Patients", writers: "Writers", everyone: "Everyone" };
  let state = {};
  let turn = 0;

  const readAddress = () => {
    const given = new URLSearchParams(location.search);
    state = { q: given.get("q") ?? "", literal: given.get("literal") === "1" };
    for (const name of Object.keys(FILTERS)) if (given.get(name)) state[name] = given.get(name);
  };

  const writeAddress = () => {
    const given = new URLSearchParams();
    for (const [name, value] of Object.entries(state)) if (value) given.set(name, value === true ? "1" : value);
    try {
      history.replaceState(null, "", given.size ? `?${given}` : location.pathname);
    } catch {
      // opened from disk some browsers forbid it; the page works without
    }
    document.title = `${state.q ? `${state.q} · ` : ""}Search · ${document.querySelector(".brand")?.textContent.trim() ?? ""}`;
  };

  const label = (name, value) => {
    if (name === "kind") return value === "root" ? "Glossary" : parts.store.words.kinds[value]?.[1] ?? value;
    return name === "audience" ? AUDIENCES[value] : parts.store.pages[value].title;
  };

  const filters = (found) => Object.entries(FILTERS).map(([name, title]) => {
    const counts = Object.entries(found.facets[name]).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (counts.length < 2 && !state[name]) return null;
    const choice = (value, text, number) => {
      const input = el("input", { type: "radio", name: `kb-${name}`, value, id: `kb-${name}-${value || "all"}`, checked: (state[name] ?? "") === value });
      input.addEventListener("change", () => { state[name] = value; run(); });
      return el("label", { class: "kb-filter", for: input.id }, input, el("span", {}, text), number === null ? null : el("span", { class: "kb-chip-count" }, String(number)));
    };
    return el("fieldset", { class: "kb-filters" }, el("legend", {}, title), choice("", "All", null), ...counts.map(([value, number]) => choice(value, label(name, value), number)));
  }).filter(Boolean);

  const result = (found) => {
    const item = el("li", { class: "kb-page-hit" }, el("a", { class: "kb-hit", href: parts.link(found.address) }, ...parts.resultLines(found)));
    if (found.more.length) {
      const links = found.more.map((other) => el("li", {}, el("a", { href: parts.link(other.address) }, other.heading)));
      item.append(el("ul", { class: "kb-page-more", "aria-label": `More in ${found.title}` }, ...links));
    }
    return item;
  };

  const answer = (found) => el("li", { class: "kb-page-answer" }, el("a", { class: "kb-answer", href: parts.link(found.address) }, ...parts.card(found)));

  const choice = (found) => el("li", { class: "kb-page-hit" }, el("a", { class: "kb-hit kb-choice", href: found.own ? parts.link(found.address) : `?q=${encodeURIComponent(found.name)}` }, ...parts.choice(found)));

  const section = ([name, kind, entries]) => el("section", { class: "kb-page-group" }, el("h2", {}, name),
    el("ol", { class: "kb-page-list" }, ...entries.map({ answer, choice, result }[kind])));

  const draw = (found) => {
    const focused = document.activeElement?.id;
    const box = document.querySelector("#kb-results");
    const notes = parts.notes(found, (on) => { state.literal = on; run(); });
    const body = el("div", { class: "kb-page-results" }, notes.length ? el("div", { class: "kb-search-notes" }, ...notes) : null,
      found.covered ? null : parts.missing(found), ...parts.groups(found).map(section));
    const aside = filters(found);
    // Folded on a phone, where the results matter more; a choice that was made keeps it open.
    const open = box.querySelector("details")?.open ?? matchMedia("(min-width: 48em)").matches;
    const folded = el("details", { class: "kb-page-filters", open }, el("summary", {}, "Filter the results"), el("div", {}, ...aside));
    box.replaceChildren(aside.length ? folded : "", body);
    document.querySelector("#kb-results-status").textContent = parts.status(found);
    if (focused?.startsWith("kb-")) document.getElementById(focused)?.focus();
  };

  const run = async () => {
    turn += 1;
    const mine = turn;
    const { q, literal, ...chosen } = state;
    const found = await globalThis.painkb.search(q, { limit: LIMIT, literal, ...Object.fromEntries(Object.entries(chosen).filter(([, value]) => value)) });
    if (mine !== turn) return;
    writeAddress();
    draw(found);
  };

  parts.startPage = () => {
    const field = document.querySelector("#kb-results-field");
    readAddress();
    // Keys typed while the index was loading are kept.
    if (field.value) state.q = field.value;
    else field.value = state.q;
    field.form.addEventListener("submit", (event) => { event.preventDefault(); parts.recent.add(field.value); });
    field.addEventListener("input", () => { state = { q: field.value }; run(); });
    run();
  };
})();
