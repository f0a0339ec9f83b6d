// Owns the search dialog: a combobox with a grouped list, after the ARIA Authoring Practices (editable, list autocomplete).
(() => {
  "use strict";
  const parts = ((globalThis.painkb ??= {}).parts ??= {});

  const SHOWN = 7;
  const WAIT_MS = 60; // how long results wait for their texts before they are shown without them
  const { el } = parts;
  let ui = null;
  let shown = "";
  let options = [];
  let active = -1;
  let filter = {};
  let literal = false;
  let turn = 0;

  const build = (field) => {
    const dialog = field?.closest("dialog") ?? el("dialog", { id: "kb-search", class: "kb-search", "aria-label": "Search" });
    const input = field ?? el("input", { type: "search", name: "q", id: "kb-search-field", class: "kb-search-field" });
    const attributes = {
      role: "combobox", "aria-label": "Search", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "kb-search-list", "aria-describedby": "kb-search-help",
      autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search", placeholder: "Drug, brand, condition or question",
    };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
    const close = el("button", { type: "button", class: "kb-search-close" }, "Close");
    const bar = el("form", { class: "kb-search-bar", role: "search", action: parts.link("search.html") });
    const place = document.activeElement === input;
    bar.append(parts.sign(), input, close);
    const made = {
      dialog, input, bar,
      filters: el("div", { class: "kb-search-filters", role: "group", "aria-label": "Show only" }),
      notes: el("div", { class: "kb-search-notes" }),
      list: el("div", { class: "kb-search-list", id: "kb-search-list", role: "listbox", "aria-label": "Results" }),
      status: el("p", { class: "kb-unseen", role: "status" }),
      tools: el("div", { class: "kb-search-tools" }),
      help: el("p", { class: "kb-search-help", id: "kb-search-help" }, el("kbd", {}, "↑"), el("kbd", {}, "↓"), " choose ", el("kbd", {}, "Enter"), " open ", el("kbd", {}, "Esc"), " close"),
    };
    made.body = el("div", { class: "kb-search-body" }, made.notes, made.list, made.tools);
    dialog.replaceChildren(bar, made.filters, made.body, made.help, made.status);
    if (place) input.focus(); // moving an element takes its focus away
    bar.addEventListener("submit", (event) => { event.preventDefault(); leave(); });
    close.addEventListener("click", () => dialog.close());
    input.addEventListener("input", () => { literal = false; filter = {}; run(); });
    input.addEventListener("keydown", onKey);
    // Pressing an option must not take the focus out of the field, or the list would lose its owner.
    made.list.addEventListener("pointerdown", (event) => { if (event.pointerType === "mouse") event.preventDefault(); });
    made.list.addEventListener("click", onClick);
    return made;
  };

  const select = (number) => {
    options[active]?.node.setAttribute("aria-selected", "false");
    active = number;
    const option = options[active];
    if (option) {
      option.node.setAttribute("aria-selected", "true");
      option.node.scrollIntoView({ block: "nearest" });
      ui.input.setAttribute("aria-activedescendant", option.node.id);
    } else {
      ui.input.removeAttribute("aria-activedescendant");
    }
  };

  const onKey = (event) => {
    if (event.isComposing || !options.length && event.key !== "Enter") return;
    if (event.key === "ArrowDown") select(active + 1 >= options.length ? 0 : active + 1);
    else if (event.key === "ArrowUp") select(active <= 0 ? options.length - 1 : active - 1);
    else if (event.key === "PageDown") select(options.length - 1);
    else if (event.key === "PageUp") select(0);
    else if (event.key === "Enter") go(options[active], event);
    else return;
    event.preventDefault();
  };

  const onClick = (event) => {
    const node = event.target.closest("[role=option]");
    if (node) go(options.find((option) => option.node === node), event);
  };

  const leave = () => {
    const query = ui.input.value.trim();
    if (!query) return;
    parts.recent.add(query);
    location.href = `${parts.link("search.html")}?q=${encodeURIComponent(query)}`;
  };

  const go = (option, event) => {
    if (!option) return leave();
    if (option.query !== undefined) {
      ui.input.value = option.query;
      ui.input.focus();
      return run();
    }
    parts.recent.add(ui.input.value);
    if (event.ctrlKey || event.metaKey) return window.open(parts.link(option.address));
    const target = new URL(parts.link(option.address), location.href);
    ui.dialog.close();
    location.href = target.href;
    return undefined;
  };

  const entry = (className, lines, more) => {
    const node = el("div", { role: "option", id: `kb-option-${options.length}`, class: `kb-option ${className}`, "aria-selected": "false" }, ...lines);
    options.push({ node, ...more });
    return node;
  };

  const group = (label, nodes) => {
    const id = `kb-group-${options.length}`;
    return el("div", { role: "group", class: "kb-search-group", "aria-labelledby": id }, el("div", { class: "kb-search-group-name", id, role: "presentation" }, label), ...nodes);
  };

  const nodesOf = (kind, entries) => entries.map((found) => {
    if (kind === "answer") return entry("kb-answer", parts.card(found), { address: found.address });
    if (kind === "choice") return entry("kb-hit kb-choice", parts.choice(found), found.own ? { address: found.address } : { query: found.name });
    return entry("kb-hit", parts.resultLines(found), { address: found.address });
  });

  const chip = (label, number, on, change) => {
    const button = el("button", { type: "button", class: "kb-chip", "aria-pressed": String(on) }, label, el("span", { class: "kb-chip-count" }, String(number)));
    button.addEventListener("click", () => { filter = on ? {} : change; run(); });
    return button;
  };

  const drawFilters = (found) => {
    const focused = ui.filters.contains(document.activeElement);
    const kinds = Object.entries(found.facets.kind).sort((a, b) => b[1] - a[1]);
    const chips = kinds.length > 1 ? kinds.map(([kind, number]) => chip(parts.kindLabel(kind), number, filter.kind === kind, { kind })) : [];
    ui.filters.replaceChildren(...chips);
    if (focused) (ui.filters.querySelector("[aria-pressed=true]") ?? ui.filters.querySelector("button") ?? ui.input).focus();
  };

  const drawRecent = () => {
    const recent = parts.recent.read();
    if (!recent.length) return;
    ui.list.append(group("Recent searches", recent.map((query) => entry("kb-recent", [query], { query }))));
    const button = el("button", { type: "button", class: "kb-search-clear" }, "Clear recent searches");
    button.addEventListener("click", () => { parts.recent.clear(); ui.input.focus(); run(); });
    ui.tools.append(button);
  };

  const draw = (found) => {
    const kept = options[active]?.address;
    options = [];
    active = -1;
    ui.list.replaceChildren();
    ui.tools.replaceChildren();
    drawFilters(found);
    const asked = Boolean(found.query.trim());
    ui.notes.replaceChildren(...parts.notes(found, (on) => { literal = on; ui.input.focus(); run(); }), ...(found.covered ? [] : [parts.missing(found)]));
    if (asked) ui.list.append(...parts.groups(found).map(([label, kind, entries]) => group(label, nodesOf(kind, entries))));
    else drawRecent();
    if (asked) ui.tools.append(el("a", { class: "kb-search-all", href: `${parts.link("search.html")}?q=${encodeURIComponent(found.query)}` }, `All results (${found.total})`), el("a", { href: parts.link("a-z.html") }, "A to Z index"));
    ui.list.hidden = !options.length;
    ui.input.setAttribute("aria-expanded", String(options.length > 0));
    ui.input.removeAttribute("aria-activedescendant");
    ui.status.textContent = parts.status(found);
    const again = options.findIndex((option) => kept && option.address === kept);
    if (again >= 0) select(again);
    ui.dialog.dataset.query = found.query;
    whenIdle(() => parts.cover(ui.dialog));
  };
  const whenIdle = globalThis.requestIdleCallback ?? ((task) => setTimeout(task, 200));

  // Runs at every keystroke. A view that waits for texts is dropped when a newer query was typed meanwhile.
  const run = async () => {
    turn += 1;
    const mine = turn;
    const query = ui.input.value;
    shown = query;
    if (!parts.store) return;
    const found = parts.find(query, { limit: SHOWN, literal, ...filter });
    if (found.docs.length) {
      const texts = Promise.all(found.docs.map((doc) => parts.load(parts.file(doc)).catch(() => {})));
      // The very first results do not wait at all: there is nothing on the screen that could jump.
      const wait = options.length ? WAIT_MS : 0;
      const late = await Promise.race([texts.then(() => false), new Promise((resolve) => { setTimeout(resolve, wait, true); })]);
      if (mine !== turn) return;
      if (late) texts.then(() => { if (mine === turn) draw(parts.present(found)); });
    }
    draw(parts.present(found));
  };

  parts.openDialog = (field) => {
    ui ??= build(field);
    if (!ui.dialog.open) parts.lay(ui.dialog);
    ui.input.focus();
    if (!field) ui.input.select();
    run();
  };
  // Called when the index has arrived: what was typed meanwhile is searched for now.
  parts.refresh = () => { if (ui) run(); };
  parts.shownQuery = () => shown;
})();
