// Owns the line of text shown below a result and where its marks are; marks are places in the text, never HTML.
(() => {
  "use strict";
  const parts = ((globalThis.painkb ??= {}).parts ??= {});

  const LENGTH = 180;

  // Returns [[start, end], ...] of the words in `text` that are among `terms`.
  const marks = (text, terms) => {
    const found = [];
    for (const token of parts.tokenizeOnce(text)) {
      if (!terms.has(token.term)) continue;
      const last = found[found.length - 1];
      if (last && last[1] >= token.start) last[1] = token.end;
      else found.push([token.start, token.end]);
    }
    return found;
  };

  const cut = (text, places) => {
    if (text.length <= LENGTH) return text;
    const from = places.length ? Math.max(0, text.lastIndexOf(" ", Math.max(0, places[0][0] - 40)) + 1) : 0;
    const start = Math.min(from, Math.max(0, text.length - LENGTH));
    const end = text.length - start <= LENGTH ? text.length : text.lastIndexOf(" ", start + LENGTH);
    return `${start ? "…" : ""}${text.slice(start, end)}${end < text.length ? "…" : ""}`;
  };

  // Returns {text, marks} of the line with most of the terms; the first line when none has any.
  const snippet = (lines, terms) => {
    let best = { text: lines[0] ?? "", count: -1 };
    for (const line of lines) {
      const count = new Set(parts.tokenizeOnce(line).filter((token) => terms.has(token.term)).map((token) => token.term)).size;
      if (count > best.count) best = { text: line, count };
    }
    const text = cut(best.text, marks(best.text, terms));
    return { text, marks: marks(text, terms) };
  };

  Object.assign(parts, { snippet, marks });
})();
