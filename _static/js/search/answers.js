// Owns the choice of an answer card among those made at build time; composes nothing.
(() => {
  "use strict";
  const parts = ((globalThis.painkb ??= {}).parts ??= {});

  const ROWS = 4;
  const CARDS = 2;
  const SUBJECTS = ["drug", "class", "condition", "mechanism", "population", "safety"];

  const title = (store, target) => (target[0] === "p" ? store.pages[target.slice(1)].title : store.outside[target.slice(1)].name);

  // The keys to try, most particular first.
  const keys = (seen) => {
    const pages = seen.pages.filter(({ record }) => SUBJECTS.includes(record.kind));
    const subjects = pages.length > 1 ? pages.filter(({ record }) => !record.hub) : pages;
    const medicines = seen.outside.filter(({ record }) => record.drug);
    const targets = [...(subjects.length ? subjects : pages), ...medicines].map(({ target }) => target);
    const facets = seen.facets.map(({ facet }) => facet);
    const found = [];
    for (const one of targets) {
      for (const other of targets.filter((target) => target !== one)) {
        for (const facet of facets) found.push({ key: `${one}+${other}|${facet.id}`, targets: [one, other], facet });
        if (!facets.some((facet) => facet.sharp)) found.push({ key: `${one}+${other}`, targets: [one, other] });
      }
    }
    for (const one of targets) for (const facet of facets) found.push({ key: `${one}|${facet.id}`, targets: [one], facet });
    return found;
  };

  // Returns the cards for a query, as keys; none for a name that may be two medicines.
  const chooseCards = (store, seen) => {
    if (seen.ambiguous.length || seen.literal) return [];
    const cards = [];
    for (const card of keys(seen)) {
      const shown = cards.some((other) => card.targets.every((target) => other.targets.includes(target)));
      if (store.card(card.key) && !shown && cards.length < CARDS) cards.push(card);
    }
    return cards;
  };

  const row = (store, claim, number) => {
    const section = store.sections[claim.section];
    const page = store.pages[section.page];
    return {
      statement: claim.statement, value: claim.value, topic: store.words.topics[claim.topic],
      place: claim.place, placeName: store.words.places[claim.place] ?? "", certainty: store.words.certainties[claim.certainty] ?? "",
      source: claim.source, checked: claim.checked, group: claim.group, claim: number,
      page: page.doc, heading: section.heading, address: page.address + (section.anchor ? `#${section.anchor}` : ""),
    };
  };

  // The claims to show: those of the place asked for, then those with the other words of the query, then in card order.
  // All sides of a disagreement are shown.
  const choose = (claims, places, words) => {
    const ordered = claims.map((claim, order) => ({
      ...claim, order, here: places.includes(claim.place) ? 1 : 0, hits: parts.tokenizeOnce(claim.statement).filter(({ term }) => words.has(term)).length,
    }));
    ordered.sort((a, b) => b.here - a.here || b.hits - a.hits || a.order - b.order);
    const chosen = ordered.slice(0, ROWS);
    const groups = new Set(chosen.map(({ group }) => group).filter((group) => group >= 0));
    return [...chosen, ...ordered.slice(ROWS).filter(({ group }) => groups.has(group)).slice(0, 3)];
  };

  // Returns a card {title, facet, rows, more, disagree, address}; null while its texts are not loaded.
  const fillCard = (store, { key, targets, facet }, places, words) => {
    const claims = store.card(key).map((number) => ({ ...parts.claim(store, number), number })).filter((claim) => claim.statement);
    if (!claims.length) return null;
    const rows = choose(claims, places, words).map((claim) => row(store, claim, claim.number));
    const groups = rows.map(({ group }) => group).filter((group) => group >= 0);
    return {
      key, title: targets.map((target) => title(store, target)).join(" and "), facet: facet?.label ?? "", rows,
      more: store.card(key).length - rows.length, disagree: groups.some((group, order) => groups.indexOf(group) !== order),
      page: rows[0].page, heading: rows[0].heading, address: rows[0].address,
    };
  };

  Object.assign(parts, { chooseCards, fillCard });
})();
