"""Own the rule that a `{term}` is in the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from painkb import hints
from painkb.diagnostics import Code, Diagnostic
from painkb.registry import Registry


def check_terms(registry: Registry) -> Iterator[Diagnostic]:
    """A term that a page names is defined in the glossary."""
    for docname, found in registry.markup.items():
        for role in found.roles:
            if role.name == "term" and role.target.lower() not in registry.terms:
                hint = hints.did_you_mean(role.target.lower(), registry.terms) or "Define it in docs/glossary.md."
                message = f'the glossary has no term "{role.target}"'
                yield Diagnostic(registry.path_of(docname), role.line, Code.UNKNOWN_TERM, message, hint)
