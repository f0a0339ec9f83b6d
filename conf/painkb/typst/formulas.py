"""Own the way from TeX to Typst mathematics. Only formulas that compile leave here."""

from __future__ import annotations

from functools import lru_cache

from tex2typst import tex2typst  # type: ignore[import-untyped]

from painkb.typst import fonts, literals


@lru_cache(maxsize=1024)
def convert(tex: str) -> str | None:
    """Return the Typst form of a TeX formula, or None if there is none that compiles."""
    try:
        found = tex2typst(tex)
    except (ValueError, RuntimeError):
        return None
    assert isinstance(found, str)
    if "#" in found or not fonts.sets(f"#math.equation(alt: {literals.quoted(tex)}, $ {found} $)"):
        return None
    return found
