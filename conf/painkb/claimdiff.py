"""Own what changed clinically between two versions of the knowledge base, and where each change is seen.

Compares records, never lines of text; knows nothing of git.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from painkb.index import Index
from painkb.model import Claim
from painkb.topics import Risk
from painkb.vocab import Vocabulary

CLINICAL_FIELDS = ("statement", "value", "jurisdiction", "population", "certainty", "topic", "source", "about")
"""Fields whose change alters what a reader is told; the others record how it was checked."""


class ChangeKind(Vocabulary):
    """What happened to a claim."""

    ADDED = "added", "Added", "The claim is new."
    REMOVED = "removed", "Removed", "The claim is gone."
    CHANGED = "changed", "Changed", "A field that readers see is different."
    RECHECKED = "rechecked", "Checked again", "Only the record of the check is different."


@dataclass(frozen=True, slots=True)
class Change:
    """One claim that differs: before and after, the fields, and the pages that show it."""

    kind: ChangeKind
    before: Claim | None
    after: Claim | None
    fields: tuple[tuple[str, str, str], ...]
    shown_on: tuple[str, ...]

    @property
    def claim(self) -> Claim:
        """Return the claim as it stands now, or as it stood before it was removed."""
        found = self.after or self.before
        assert found is not None
        return found

    @property
    def unchecked(self) -> bool:
        """Tell whether a high-risk claim changed but its `checked` day did not move on."""
        if self.kind is not ChangeKind.CHANGED or self.claim.risk is not Risk.HIGH:
            return False
        assert self.before is not None and self.after is not None
        return self.after.checked <= self.before.checked


def compare(base: Index, head: Index) -> list[Change]:
    """Return every claim that differs, the riskiest first."""
    old = {key: located.claim for key, located in base.registry.claims.items()}
    new = {key: located.claim for key, located in head.registry.claims.items()}
    shown = _shown_on(base), _shown_on(head)
    changes = []
    for key in sorted({*old, *new}):
        before, after = old.get(key), new.get(key)
        if before == after:
            continue
        places = tuple(sorted({*shown[0].get(key, ()), *shown[1].get(key, ())}))
        changes.append(Change(_kind(before, after), before, after, tuple(_fields(before, after)), places))
    order, kinds = list(Risk), list(ChangeKind)
    return sorted(changes, key=lambda item: (order.index(item.claim.risk), kinds.index(item.kind), item.claim.id))


def _kind(before: Claim | None, after: Claim | None) -> ChangeKind:
    if before is None:
        return ChangeKind.ADDED
    if after is None:
        return ChangeKind.REMOVED
    changed = any(getattr(before, name) != getattr(after, name) for name in CLINICAL_FIELDS)
    return ChangeKind.CHANGED if changed else ChangeKind.RECHECKED


def _fields(before: Claim | None, after: Claim | None) -> Iterator[tuple[str, str, str]]:
    """Yield name, old and new text of each field that differs."""
    if before is None or after is None:
        return
    for name in Claim.model_fields:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield name, _text(old), _text(new)


def _text(value: object) -> str:
    if value is None:
        return "none"
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    text = getattr(value, "text", None)
    return str(text()) if callable(text) else str(value)


def _shown_on(index: Index) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for docname in index.registry.pages:
        for claim_id in index.uses(docname).claims:
            found.setdefault(claim_id, []).append(docname)
    return found
