// Owns how far apart two spellings are: an edit distance in which likely slips cost less, and its limits.
(() => {
  "use strict";
  const parts = ((globalThis.painkb ??= {}).parts ??= {});

  const VOWELS = new Set("aeiouy");
  // Letters that sound alike in names of medicines; a slip between them is likelier than between others.
  const ALIKE = ["cksq", "szx", "td", "pb", "fv", "mn", "gj", "lr", "iy", "uw"];
  const ROWS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
  const ENDING = 6;
  const FIRST_LETTER = 0.4; // people rarely get the first letter wrong

  const alike = new Set();
  for (const group of ALIKE) for (const one of group) for (const other of group) alike.add(one + other);
  const adjacent = new Set();
  for (const row of ROWS) for (let i = 1; i < row.length; i += 1) adjacent.add(row[i - 1] + row[i]).add(row[i] + row[i - 1]);

  const substitution = (one, other) => {
    if (one === other) return 0;
    if (VOWELS.has(one) && VOWELS.has(other)) return 0.5;
    if (alike.has(one + other)) return 0.6;
    return adjacent.has(one + other) ? 0.75 : 1;
  };

  // Cost of one letter too many or too few beside `before` and `after`.
  const gap = (letter, before, after) => {
    if (letter === before || letter === after) return 0.4;
    return VOWELS.has(letter) || letter === "h" ? 0.7 : 1;
  };

  const masks = new Map();
  const mask = (word) => {
    let found = masks.get(word);
    if (found === undefined) {
      found = 0;
      for (let i = 0; i < word.length; i += 1) found |= 1 << (word.charCodeAt(i) - 97);
      masks.set(word, found);
    }
    return found;
  };

  // How many letters stand in one word only; every edit changes at most two of them, for half a point or more.
  const letters = (one, other) => {
    let rest = mask(one) ^ mask(other);
    let count = 0;
    for (; rest; rest &= rest - 1) count += 1;
    return count;
  };

  const soundsAlike = (one, other) => one === other || alike.has(one + other);

  // Returns the weighted Damerau-Levenshtein distance, or Infinity once it is certain to pass `limit`.
  const distance = (one, other, limit = Infinity) => {
    if (Math.abs(one.length - other.length) * 0.4 > limit || letters(one, other) * 0.25 > limit) return Infinity;
    let old = null;
    let previous = [0];
    for (let j = 1; j <= other.length; j += 1) previous[j] = previous[j - 1] + gap(other[j - 1], other[j - 2], other[j]) + (j === 1 ? FIRST_LETTER : 0);
    for (let i = 1; i <= one.length; i += 1) {
      const current = [previous[0] + gap(one[i - 1], one[i - 2], one[i]) + (i === 1 ? FIRST_LETTER : 0)];
      let least = current[0];
      for (let j = 1; j <= other.length; j += 1) {
        const first = i === 1 && j === 1 && one[0] !== other[0] ? FIRST_LETTER : 0;
        let best = Math.min(
          previous[j - 1] + substitution(one[i - 1], other[j - 1]) + first,
          previous[j] + gap(one[i - 1], one[i - 2], one[i]),
          current[j - 1] + gap(other[j - 1], other[j - 2], other[j]),
        );
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) best = Math.min(best, old[j - 2] + 0.6);
        current[j] = best;
        if (best < least) least = best;
      }
      if (least > limit + 0.6) return Infinity;
      old = previous;
      previous = current;
    }
    const found = previous[other.length];
    return found <= limit ? found : Infinity;
  };

  // The largest distance at which a word of this length may still be meant.
  const allowed = (length) => {
    if (length <= 3) return 0;
    if (length === 4) return 0.6;
    if (length === 5) return 1;
    return length <= 7 ? 1.6 : Math.min(2.6, length * 0.24);
  };

  // Two names with an ending that several medicines share (duloxetine, dapoxetine) differ by what stands before it.
  const tooFarBeforeEnding = (endings, one, other, cost) => {
    if (!(endings.get(other.slice(-ENDING)) > 1)) return false;
    let same = 0;
    while (same < one.length && same < other.length && one[one.length - 1 - same] === other[other.length - 1 - same]) same += 1;
    const rest = Math.max(one.length, other.length) - same;
    return same >= ENDING && rest > 0 && cost > 1 && cost / rest > 0.45;
  };

  Object.assign(parts, { ENDING, soundsAlike, distance, allowed, tooFarBeforeEnding });
})();
