// Owns the entrance to the search: the button, the keys that open it, and the loading of everything else.
// The index is fetched when somebody wants to search; the code for it when the page has nothing else to do.
// No request leaves the site; file:// works.
(() => {
  "use strict";
  const painkb = (globalThis.painkb ??= {});
  const parts = (painkb.parts ??= {});

  // Each is made at build time from the small files beside this one; scripts/search_host.mjs loads the first two in Node.
  const FILES = ["search/engine.js", "search/index.js"];
  const VIEW = ["search/view.js"];

  const root = document.documentElement.dataset.content_root || "./";
  const loaded = new Map();

  // Adds a classic script once; a failed one may be tried again.
  const load = (file) => {
    if (!loaded.has(file)) {
      loaded.set(file, new Promise((resolve, reject) => {
        const script = Object.assign(document.createElement("script"), { src: root + file, async: false });
        script.addEventListener("load", () => resolve());
        script.addEventListener("error", () => { loaded.delete(file); script.remove(); reject(new Error(`${file} could not be loaded`)); });
        document.head.append(script);
      }));
    }
    return loaded.get(file);
  };

  // Scripts added with async=false run in the order they were added, while all are fetched at once.
  const ready = () => Promise.all(FILES.map(load));
  const view = () => Promise.all(VIEW.map(load));

  // painkb.search(query, {limit, literal, kind, audience, group}) -> Promise of the result; documented in
  // docs/contribute/search-tests.md. engine.js puts the real function in its place.
  painkb.search = async (...given) => {
    await ready();
    return painkb.search(...given);
  };
  Object.assign(parts, { root, load, ready, sign: () => sign(), lay: (dialog) => lay(dialog), cover: (dialog) => cover(dialog) });

  const open = async () => {
    if (parts.openDialog && parts.store) return parts.openDialog();
    // The field must take the very next key, so it is there before anything is loaded.
    const field = early();
    try {
      const all = [view(), ready()]; // asked for together; the dialog need not wait for the index
      await all[0];
      parts.openDialog(field);
      await all[1];
      parts.refresh();
    } catch {
      location.href = `${root}a-z.html`;
    }
    return undefined;
  };

  let waiting = null;
  const early = () => {
    if (waiting) {
      waiting.focus();
      return waiting;
    }
    const dialog = Object.assign(document.createElement("dialog"), { id: "kb-search", className: "kb-search" });
    dialog.setAttribute("aria-label", "Search");
    waiting = Object.assign(document.createElement("input"), { type: "search", name: "q", id: "kb-search-field", className: "kb-search-field" });
    waiting.setAttribute("aria-label", "Search");
    dialog.append(waiting);
    lay(dialog);
    waiting.focus();
    return waiting;
  };

  // Lays a dialog over the page. `showModal` would have the browser style the whole page again before anything is
  // seen, a tenth of a second on a slow phone; so the page behind becomes inert when the first results stand, or at
  // the first key that could lead there.
  const shade = Object.assign(document.createElement("div"), { className: "kb-search-shade" });
  let covered = [];
  let before = null; // what had the focus
  const lay = (dialog) => {
    before = document.activeElement;
    if (!dialog.isConnected) {
      dialog.setAttribute("aria-modal", "true");
      dialog.addEventListener("close", uncover);
      dialog.addEventListener("keydown", (event) => {
        if (event.key === "Tab") cover(dialog);
        if (event.key !== "Escape" || event.isComposing) return;
        event.preventDefault();
        dialog.close();
      });
      shade.addEventListener("click", () => dialog.close());
    }
    document.body.append(shade, dialog);
    dialog.show();
  };
  const cover = (dialog) => {
    if (covered.length || !dialog.open) return;
    covered = [...document.body.children].filter((node) => node !== dialog && node !== shade && !node.inert);
    for (const node of covered) node.inert = true;
  };
  const uncover = () => {
    for (const node of covered) node.inert = false;
    covered = [];
    shade.remove();
    before?.focus();
  };

  const typing = (target) => target instanceof Element && Boolean(target.closest("input, textarea, select, [contenteditable]"));

  const onKey = (event) => {
    const shortcut = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
    if (!shortcut && !slash) return;
    event.preventDefault();
    const field = document.querySelector("#kb-results-field");
    if (field && !document.querySelector("dialog[open]")) field.select();
    else open();
  };

  // Drawn here, since a browser refuses images for masks when the site is opened from disk.
  const sign = () => {
    const make = (name, attributes) => {
      const made = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      return made;
    };
    const drawn = make("svg", { viewBox: "0 0 24 24", class: "kb-search-sign", "aria-hidden": "true" });
    drawn.append(make("circle", { cx: 10.5, cy: 10.5, r: 6.5 }), make("path", { d: "m15.5 15.5 5 5" }));
    return drawn;
  };

  const whenIdle = globalThis.requestIdleCallback ?? ((task) => setTimeout(task, 500));

  const trigger = (className) => {
    const button = Object.assign(document.createElement("button"), { type: "button", className });
    button.append(sign());
    button.setAttribute("aria-haspopup", "dialog");
    button.addEventListener("click", open);
    // Pointing at the button is a sign that a search will follow.
    button.addEventListener("pointerenter", () => { Promise.all([view(), ready()]).catch(() => {}); }, { once: true });
    return button;
  };

  const words = (text, className) => Object.assign(document.createElement("span"), { textContent: text, className });

  const start = () => {
    for (const form of document.querySelectorAll("form.kb-search-plain")) {
      const button = trigger("kb-search-button");
      const keys = Object.assign(document.createElement("kbd"), { textContent: /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘K" : "Ctrl K" });
      keys.setAttribute("aria-hidden", "true");
      button.append(words("Search", "kb-search-button-text"), keys);
      form.replaceWith(button);
    }
    const header = document.querySelector(".mobile-header .header-right");
    if (header) {
      const button = trigger("kb-search-icon");
      button.setAttribute("aria-label", "Search");
      header.prepend(button);
    }
    document.addEventListener("keydown", onKey);
    whenIdle(() => { if (!navigator.connection?.saveData) Promise.all([load(FILES[0]), view()]).catch(() => {}); });
    if (document.querySelector("#kb-results")) Promise.all([view(), ready()]).then(() => parts.startPage()).catch(() => {
      document.querySelector("#kb-results").textContent = "The search could not be loaded. The A to Z index lists every page and name.";
    });
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
