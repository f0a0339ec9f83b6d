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

  // Costs by letter number, since a query is compared with thousands of words at every keystroke.
  const LETTERS = "abcdefghijklmnopqrstuvwxyz";
  const OTHER = 26;
  const CHANGE = new Float64Array(27 * 27).fill(1);
  const GAP = new Float64Array(27).fill(1);
  for (let i = 0; i < 26; i += 1) {
    GAP[i] = VOWELS.has(LETTERS[i]) || LETTERS[i] === "h" ? 0.7 : 1;
    for (let j = 0; j < 26; j += 1) CHANGE[i * 27 + j] = substitution(LETTERS[i], LETTERS[j]);
  }
  CHANGE[OTHER * 27 + OTHER] = 0;

  const numbers = (word) => Int8Array.from(word, (letter) => {
    const code = letter.charCodeAt(0) - 97;
    return code >= 0 && code < 26 ? code : OTHER;
  });
  const known = new Map();
  const numbersOf = (word) => {
    let found = known.get(word);
    if (!found) {
      if (known.size > 20000) known.clear();
      found = numbers(word);
      known.set(word, found);
    }
    return found;
  };

  // Cost of one letter too many or too few; a doubled letter costs less.
  const gap = (word, place) => (word[place] === word[place - 1] || word[place] === word[place + 1] ? 0.4 : GAP[word[place]]);

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
    const a = numbersOf(one);
    const b = numbersOf(other);
    const width = b.length + 1;
    let old = new Float64Array(width);
    let previous = new Float64Array(width);
    let current = new Float64Array(width);
    for (let j = 1; j < width; j += 1) previous[j] = previous[j - 1] + gap(b, j - 1) + (j === 1 ? FIRST_LETTER : 0);
    for (let i = 1; i <= a.length; i += 1) {
      const left = gap(a, i - 1);
      current[0] = previous[0] + left + (i === 1 ? FIRST_LETTER : 0);
      let least = current[0];
      for (let j = 1; j < width; j += 1) {
        const first = i === 1 && j === 1 && a[0] !== b[0] ? FIRST_LETTER : 0;
        let best = previous[j - 1] + CHANGE[a[i - 1] * 27 + b[j - 1]] + first;
        if (previous[j] + left < best) best = previous[j] + left;
        const right = current[j - 1] + gap(b, j - 1);
        if (right < best) best = right;
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && old[j - 2] + 0.6 < best) best = old[j - 2] + 0.6;
        current[j] = best;
        if (best < least) least = best;
      }
      if (least > limit + 0.6) return Infinity;
      [old, previous, current] = [previous, current, old];
    }
    const found = previous[width - 1];
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
