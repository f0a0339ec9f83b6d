// Owns the choice of an answer card among those made at build time; composes nothing.
(() => {
  "use strict";
  const parts = ((globalThis.painkb ??= {}).parts ??= {});

  const ROWS = 4;
  const CARDS = 2;

  const title = (store, target) => (target[0] === "p" ? store.pages : store.outside)[target.slice(1)][target[0] === "p" ? "title" : "name"];

  // The keys to try, most particular first.
  const keys = (seen) => {
    const pages = seen.pages.filter(({ record }) => ["drug", "class", "condition", "mechanism", "population", "safety"].includes(record.kind));
    const subjects = pages.length > 1 ? pages.filter(({ record }) => !record.hub) : pages;
    const targets = [...(subjects.length ? subjects : pages).map(({ target }) => target), ...seen.outside.filter(({ record }) => record.drug).map(({ target }) => target)];
    const facets = seen.facets.map(({ facet }) => facet);
    const found = [];
    for (const one of targets) for (const other of targets) {
      if (one === other) continue;
      for (const facet of facets) found.push({ key: `${one}+${other}|${facet.id}`, targets: [one, other], facet });
      if (!facets.some((facet) => facet.sharp)) found.push({ key: `${one}+${other}`, targets: [one, other] });
    }
    for (const one of targets) for (const facet of facets) found.push({ key: `${one}|${facet.id}`, targets: [one], facet });
    return found;
  };

  const row = (store, texts, number) => {
    const claim = store.claims[number];
    const section = store.sections[claim.section];
    const page = store.pages[section.page];
    return {
      claim: number, statement: texts?.claims[number] ?? "", value: claim.value,
      topic: store.words.topics[claim.topic], place: claim.place, placeName: store.words.places[claim.place] ?? "",
      certainty: store.words.certainties[claim.certainty] ?? "", source: claim.source, checked: claim.checked,
      address: page.address + (section.anchor ? `#${section.anchor}` : ""), group: claim.group,
    };
  };

  // The claims to show: those of the place asked for first, then in card order; a disagreement is shown whole.
  const choose = (store, numbers, places, terms) => {
    const hits = (number) => (terms ? parts.terms(parts.texts?.claims[number] ?? "").filter((term) => terms.has(term)).length : 0);
    const ordered = numbers.map((number, order) => ({ number, order, here: places.includes(store.claims[number].place) ? 1 : 0, hits: hits(number) }));
    ordered.sort((a, b) => b.here - a.here || b.hits - a.hits || a.order - b.order);
    const chosen = ordered.slice(0, ROWS).map(({ number }) => number);
    const groups = new Set(chosen.map((number) => store.claims[number].group).filter((group) => group >= 0));
    for (const { number } of ordered) if (groups.has(store.claims[number].group) && !chosen.includes(number) && chosen.length < ROWS + 3) chosen.push(number);
    return chosen;
  };

  // Returns up to two cards {key, title, facet, rows, more, disagree, address}; none for a name that may be two medicines.
  const answers = (store, texts, seen, loose) => {
    if (seen.ambiguous.length || seen.literal) return [];
    const cards = [];
    const used = new Set();
    for (const { key, targets, facet } of keys(seen)) {
      const numbers = store.cards[key];
      const same = [...targets].sort().join();
      if (!numbers || used.has(same) || cards.length >= CARDS || cards.some((card) => targets.every((target) => card.targets.includes(target)))) continue;
      used.add(same);
      const chosen = choose(store, numbers, seen.places, loose);
      const rows = chosen.map((number) => row(store, texts, number));
      const groups = rows.map(({ group }) => group).filter((group) => group >= 0);
      cards.push({
        key, targets, title: targets.map((target) => title(store, target)).join(" and "), facet: facet?.label ?? "", rows,
        more: numbers.length - chosen.length, disagree: groups.some((group, order) => groups.indexOf(group) !== order), address: rows[0].address,
      });
    }
    return cards;
  };

  Object.assign(parts, { answers });
})();
