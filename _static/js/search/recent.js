// Owns the list of recent searches: kept in this browser only, never sent, cleared on request.
(() => {
  "use strict";
  const parts = ((globalThis.painkb ??= {}).parts ??= {});

  const KEY = "kb-recent-searches";
  const MOST = 6;
  const LONGEST = 80;

  const read = () => {
    try {
      const found = JSON.parse(localStorage.getItem(KEY) ?? "[]");
      return Array.isArray(found) ? found.filter((text) => typeof text === "string").slice(0, MOST) : [];
    } catch {
      return []; // storage may be forbidden or spoiled; the search works without it
    }
  };

  const write = (list) => {
    try {
      if (list.length) localStorage.setItem(KEY, JSON.stringify(list));
      else localStorage.removeItem(KEY);
    } catch {
      // nothing to do: the list is a convenience
    }
  };

  parts.recent = {
    read,
    add: (query) => {
      const text = query.trim().slice(0, LONGEST);
      if (text) write([text, ...read().filter((other) => other.toLowerCase() !== text.toLowerCase())].slice(0, MOST));
    },
    clear: () => write([]),
  };
})();
