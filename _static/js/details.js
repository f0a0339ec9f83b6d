// Shows what a claim or a glossary term means beside it, on hover, focus and tap.
// The text is already on the page (references, words list); without this script the links lead there.
(() => {
  "use strict";

  const LINKS = "a.kb-fact, a.kb-term";
  const HIDE_AFTER_MS = 180; // long enough to move the pointer from the link into the box
  let box = null;
  let current = null;
  let timer = 0;

  const target = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));

  const content = (link) => {
    const found = target(link);
    if (!found) return null;
    const parts = document.createDocumentFragment();
    if (link.classList.contains("kb-term")) {
      const definition = found.nextElementSibling;
      if (!definition || definition.tagName !== "DD") return null;
      const name = document.createElement("p");
      name.append(Object.assign(document.createElement("strong"), { textContent: found.firstChild.textContent }));
      parts.append(name, ...Array.from(definition.children, (child) => child.cloneNode(true)));
    } else {
      const reference = found.closest(".kb-references > li");
      parts.append(...Array.from(found.children, (child) => child.cloneNode(true)));
      if (reference) parts.append(reference.querySelector("p").cloneNode(true));
    }
    return parts;
  };

  const place = (link) => {
    const spot = link.getClientRects()[0] || link.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const base = (box.offsetParent || document.body).getBoundingClientRect();
    const left = Math.max(8, Math.min(spot.left, width - box.offsetWidth - 8));
    const below = spot.bottom + 6;
    const above = spot.top - box.offsetHeight - 6;
    const top = below + box.offsetHeight > window.innerHeight && above > 0 ? above : below;
    box.style.left = `${left - base.left}px`;
    box.style.top = `${top - base.top}px`;
  };

  const show = (link) => {
    clearTimeout(timer);
    if (current === link) return;
    const parts = content(link);
    if (!parts) return;
    hide();
    box.replaceChildren(parts);
    for (const found of box.querySelectorAll("[id]")) found.removeAttribute("id");
    box.hidden = false;
    link.setAttribute("aria-describedby", box.id);
    current = link;
    place(link);
  };

  const hide = () => {
    clearTimeout(timer);
    if (current) current.removeAttribute("aria-describedby");
    current = null;
    box.hidden = true;
  };

  const hideSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, HIDE_AFTER_MS);
  };

  const linkOf = (event) => (event.target instanceof Element ? event.target.closest(LINKS) : null);

  // A link into a folded list opens the fold, or the reader would land on nothing.
  const unfold = () => {
    const found = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = found && found.closest("details");
    if (fold && !fold.open) {
      fold.open = true;
      found.scrollIntoView();
    }
  };

  // A table that scrolls sideways must be reachable by keyboard (WCAG 2.1.1) and have a name of its own.
  const nameTables = () => {
    const seen = new Map();
    for (const wrapper of document.querySelectorAll(".table-wrapper")) {
      const caption = wrapper.querySelector("caption .caption-text");
      const heading = wrapper.closest("section")?.querySelector("h1, h2, h3, h4");
      const name = caption ? caption.textContent : heading ? heading.firstChild.textContent : "";
      const count = (seen.get(name) || 0) + 1;
      seen.set(name, count);
      wrapper.tabIndex = 0;
      wrapper.setAttribute("role", "region");
      wrapper.setAttribute("aria-label", `Table: ${name}${count > 1 ? `, ${count}` : ""}`);
    }
  };

  const start = () => {
    box = Object.assign(document.createElement("div"), { id: "kb-details", hidden: true });
    box.setAttribute("role", "tooltip");
    (document.querySelector("[role='main']") || document.body).append(box); // inside a landmark
    let touched = false;
    document.addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch"; });
    document.addEventListener("pointerover", (event) => {
      if (event.pointerType === "touch") return;
      const link = linkOf(event);
      if (link && !box.contains(link)) show(link);
      else if (box.contains(event.target)) clearTimeout(timer);
      else if (current && document.activeElement !== current) hideSoon();
    });
    document.addEventListener("focusin", (event) => {
      const link = linkOf(event);
      if (link && !box.contains(link)) show(link);
      else if (current && !box.contains(event.target)) hide();
    });
    document.addEventListener("click", (event) => {
      const link = linkOf(event);
      if (link && touched && !box.contains(link) && content(link)) {
        event.preventDefault(); // a tap shows the details; the list stays one tap away in the box's own links
        show(link);
      } else if (!link && current && !box.contains(event.target)) {
        hide();
      }
    });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape" && current) hide(); });
    window.addEventListener("hashchange", unfold);
    unfold();
    nameTables();
    // Long lines of code scroll sideways, too.
    for (const code of document.querySelectorAll(".highlight pre")) code.tabIndex = 0;
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
