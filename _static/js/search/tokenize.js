// Owns how text becomes terms: one function for the index, for queries and for marks in snippets.
// Keeps digits, hyphens, Greek letters and units apart from words; folds British into American spelling.
(() => {
  "use strict";
  const painkb = (globalThis.painkb ??= {});
  const parts = (painkb.parts ??= {});

  const GREEK = { α: "alpha", β: "beta", γ: "gamma", δ: "delta", κ: "kappa", λ: "lambda", μ: "mu", ς: "s", σ: "sigma", τ: "tau", ω: "omega" };
  // Cyrillic letters that look Latin: a name pasted with one of them is still that name.
  const CYRILLIC = { а: "a", в: "b", с: "c", ԁ: "d", е: "e", н: "h", і: "i", ј: "j", к: "k", м: "m", о: "o", р: "p", ѕ: "s", т: "t", у: "y", х: "x" };
  const UNITS = "mg|mgs|mcg|microgram|micrograms|ug|g|kg|ml|l|h|hr|hrs|hour|hours|day|days|week|weeks|wk|wks|month|months|year|years|yr|yrs|yo";
  const UNIT_AFTER_NUMBER = new RegExp(`^(\\d+(?:\\.\\d+)?)(${UNITS})$`);
  const WORD = /[\p{L}\p{N}]+(?:[.,]\d+)*(?:['’-][\p{L}\p{N}]+)*/gu;
  // Words joined to a following number, written apart or with a hyphen: alpha 2, CYP 2D6, 5 HT.
  const TAKES_NUMBER = new Set(["alpha", "beta", "cyp", "cyp450", "nav", "ki"]);

  const SAME = {
    noradrenaline: "norepinephrine", noradrenergic: "norepinephrine", noradrenalin: "norepinephrine", adrenaline: "epinephrine",
    licence: "license", grey: "gray", programme: "program", practise: "practice", judgement: "judgment", diabetes: "diabetic",
    titre: "titer", sulphate: "sulfate", neurone: "neuron", mgs: "mg", mcg: "microgram", ug: "microgram", tab: "tablet",
    pt: "patient", preg: "pregnancy", hrs: "hour", hr: "hour", wk: "week", wks: "week", yo: "year", yr: "year", yrs: "year",
    feet: "foot", painful: "pain", teeth: "tooth", women: "woman", men: "man", children: "child", thru: "through", tho: "though",
    whats: "what", hows: "how", dont: "not", cant: "not", isnt: "not", doesnt: "not", wont: "not", im: "i", ive: "i",
  };
  const SPELLING = [
    [/(.{2,})aem(?=i|or|at|o)/, "$1em"], [/^haem/, "hem"], [/^an?aesth/, "anesth"], [/^paed/, "ped"], [/gynaec/, "gynec"],
    [/oedem/, "edem"], [/oestr/, "estr"], [/^foet/, "fet"], [/rrhoe/, "rrhe"], [/^oesoph/, "esoph"], [/^caes/, "ces"], [/paraesth/, "paresth"],
    [/ischaem/, "ischem"], [/aetiol/, "etiol"], [/orthopaed/, "orthoped"], [/^(.{3,})isation$/, "$1ization"], [/^(.{3,})is(e|ed|er|es|ing)$/, "$1iz$2"],
    [/^(.{3,})our(s|al|ed|ing)?$/, "$1or$2"], [/^(cent|met|lit|fib)re$/, "$1er"], [/^(label|cancel|model|counsel|travel)l(ed|ing|er)$/, "$1$2"],
    [/sulph/, "sulf"], [/logue$/, "log"],
  ];
  // Every pattern above needs one of these; most words have none and are not tried against each.
  const MAY_DIFFER = /ae|oe|is|our|re$|ll|ph|logue/;
  const KEPT_S = /(?:ss|us|is|as|ous)$/;

  const STOP = new Set((
    "a an and any are as at be been being but by can could did do does doing done for from get gets give given go got had has have having he her here him his how i if in into is it its " +
    "just let like may me might mine more most much my myself no not of on one or other our out over own please she should so some such than that the their them then there these they this " +
    "those to too up us very was we were what when where which while who whom whose why will with would you your yours about again also am because before after both during each few " +
    "until under per via vs versus still need needs want tell use used using take takes taking taken now new mean means meaning define definition patient patients person people someone"
  ).split(" "));

  const ASCII = /^[\x20-\x7e]*$/;

  const MOST_KEPT = 50000;
  const MOST_LINES = 5000;
  const plain = (text) => ASCII.test(text) ? text.toLowerCase() : text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[\u0370-\u03ff]/g, (sign) => GREEK[sign] ?? sign)
    .replace(/[\u0400-\u052f]/g, (sign) => CYRILLIC[sign] ?? sign)
    .replace(/ß/g, "ss");

  const singular = (word) => {
    if (word.length < 4 || !word.endsWith("s")) return word;
    if (/(?:ri|oi)s$/.test(word) && word.length < 7) return word.slice(0, -1); // SSRIs, SNRIs, MAOIs
    if (KEPT_S.test(word)) return word;
    if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
    if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
    return word.slice(0, -1);
  };

  const folded = new Map();

  // The form in which a word is compared: American spelling, singular. Words come again and again, so each is done once.
  const fold = (word) => {
    let found = folded.get(word);
    if (found === undefined) {
      found = Object.hasOwn(SAME, word) ? SAME[word] : word;
      if (MAY_DIFFER.test(found)) for (const [pattern, change] of SPELLING) found = found.replace(pattern, change);
      found = singular(found);
      if (Object.hasOwn(SAME, found)) found = SAME[found];
      if (folded.size < MOST_KEPT) folded.set(word, found);
    }
    return found;
  };

  const SIMPLE = /^[a-z]+$/;

  const pieces = (raw) => {
    if (SIMPLE.test(raw)) return [raw];
    const word = raw.replace(/[’']s?$/, "").replace(/[’']s(?=-|$)/, "").replace(/[’']/g, "").replace(/(\d),(?=\d{3})/g, "$1");
    if (word === "t1" || word === "t12") return ["half", "life"];
    const unit = word.match(UNIT_AFTER_NUMBER);
    if (unit) return [unit[1], unit[2]];
    const chunks = word.split("-");
    if (chunks.length === 1) return chunks;
    // A part of one letter or with digits belongs to its neighbor: 5-HT, alpha-2, CYP-2D6, t-1/2.
    const joined = [chunks[0]];
    for (const chunk of chunks.slice(1)) {
      const last = joined[joined.length - 1];
      if (/^\d/.test(chunk) || /^\d+$/.test(last) || chunk.length === 1 || last.length === 1) joined[joined.length - 1] = last + chunk;
      else joined.push(chunk);
    }
    return joined;
  };

  // Returns tokens {term, word, start, end, upper}; start and end count in the text as given.
  const tokenize = (text) => {
    const found = [];
    for (const match of text.slice(0, parts.LONGEST_TEXT).matchAll(WORD)) {
      const raw = plain(match[0]);
      const place = { start: match.index, end: match.index + match[0].length };
      const upper = match[0].length > 1 && match[0] === match[0].toUpperCase() && /\p{L}/u.test(match[0]);
      for (const word of pieces(raw)) {
        const last = found[found.length - 1];
        const near = last && last.end + 1 === place.start;
        if (near && ((TAKES_NUMBER.has(last.word) && /^\d/.test(word)) || (last.word === "5" && /^hta?\d?[a-d]?$/.test(word)))) {
          Object.assign(last, { word: last.word + word, term: last.word + word, end: place.end });
        } else if (word) {
          found.push({ term: fold(word), word, upper, ...place });
        }
      }
    }
    return found;
  };

  const kept = new Map();

  // The same for texts that are shown again at every keystroke.
  const tokenizeOnce = (text) => {
    let found = kept.get(text);
    if (!found) {
      if (kept.size > MOST_LINES) kept.clear();
      found = tokenize(text).filter((token) => !STOP.has(token.word));
      kept.set(text, found);
    }
    return found;
  };

  parts.LONGEST_TEXT = 100000;
  Object.assign(parts, {
    tokenize,
    tokenizeOnce,
    fold,
    plain,
    isStop: (word) => STOP.has(word),
    terms: (text) => tokenize(text).filter((token) => !STOP.has(token.word)).map((token) => token.term),
  });
})();
