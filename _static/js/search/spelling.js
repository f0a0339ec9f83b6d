// Owns what an unknown word may have meant: the start of a name, a misspelling, or a name that is nearly two medicines.
// A word that is nearly two medicines is never turned into one of them.
(() => {
  "use strict";
  const parts = ((globalThis.painkb ??= {}).parts ??= {});

  const SLIP = 0.69;
  const MARGIN = 0.8; // another medicine this much further away is still a possible meaning
  const GUARDED = 1.4; // the same for pairs on the guard list
  const ANOTHER = 1.25; // how much further than for a correction the second medicine may be
  // Endings of international names (WHO stem book): a word with one of them is a medicine that we do not know.
  const STEM = /(?:oxetine|triptyline|pramine|statin|prazole|sartan|olol|dipine|gliptin|gliflozin|glutide|tinib|mab|cillin|mycin|floxacin|cycline|conazole|vir|parin|setron|profen|coxib|azepam|azolam|barbital|caine|triptan|gepant|thiazide|semide|fibrate|terol|lukast|dronate|peridol|apine|idone|piprazole|curium|fentanil|orphan|gabalin|azine)$/;

  const startingWith = (list, start) => {
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] < start) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (let i = low; i < list.length && list[i].startsWith(start) && found.length < 200; i += 1) found.push(list[i]);
    return found;
  };

  const targetsOf = (store, words) => {
    const found = new Map();
    for (const word of words) for (const target of store.medicines.get(word) ?? []) if (!found.has(target)) found.set(target, word);
    return found;
  };

  // A word that begins names of medicines: `dulox`.
  const asStart = (store, word, last) => {
    if (word.length < (last ? 3 : 4)) return null;
    const words = startingWith(store.vocabulary(), word);
    if (!words.length) return null;
    const medicines = targetsOf(store, words);
    if (medicines.size === 1) {
      const [[target, name]] = medicines;
      return { kind: "start", words, target, name };
    }
    return { kind: "start", words, options: [...medicines].slice(0, 6).map(([target, name]) => ({ target, name, cost: 1 })) };
  };

  const nearMedicines = (store, word, limit) => {
    const best = new Map();
    for (const [name, targets] of store.medicines) {
      const cost = parts.distance(word, name, limit * ANOTHER);
      if (cost === Infinity) continue;
      for (const target of targets) if (!(best.get(target)?.cost <= cost)) best.set(target, { target, name, cost });
    }
    return [...best.values()].sort((a, b) => a.cost - b.cost || (a.name < b.name ? -1 : 1));
  };

  const nearWord = (store, word, limit) => {
    let best = null;
    for (const other of store.vocabulary()) {
      // A word that is no name is corrected only if its first letter is right or sounds alike.
      if (other.length < 4 || !parts.soundsAlike(word[0], other[0]) || store.medicines.has(other)) continue;
      const cost = parts.distance(word, other, best ? Math.min(best.cost, limit) : limit);
      if (cost < (best?.cost ?? Infinity)) best = { word: other, cost };
    }
    return best;
  };

  const guarded = (store, one, other) => store.guard.has([one, other].sort().join("/"));

  // Returns null, or what the word may be: {kind: "start" | "medicine" | "ambiguous" | "word" | "foreign", ...}.
  const readUnknown = (store, word, last) => {
    const start = asStart(store, word, last);
    if (start?.target) return start;
    // The start of a known word is a misspelling only of something very close.
    const limit = start ? Math.min(SLIP, parts.allowed(word.length)) : parts.allowed(word.length);
    const near = limit && !/\d/.test(word) ? nearMedicines(store, word, limit) : [];
    const other = limit && !/\d/.test(word) ? nearWord(store, word, limit * 0.8) : null;
    const [first] = near.filter(({ name, cost }) => !parts.tooFarBeforeEnding(store.endings, word, name, cost));
    if (start && !first) return start;
    if (first && first.cost <= limit && !(other && other.cost < first.cost)) {
      const rivals = near.filter((rival) => rival.cost <= first.cost + (guarded(store, first.name, rival.name) ? GUARDED : MARGIN));
      return rivals.length > 1 ? { kind: "ambiguous", options: rivals.slice(0, 4) } : { kind: "medicine", ...first };
    }
    if (other) return { kind: "word", ...other };
    return STEM.test(word) && word.length > 5 ? { kind: "foreign" } : null;
  };

  Object.assign(parts, { readUnknown, startingWith });
})();
