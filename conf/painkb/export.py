"""Own the data files of the site: pages, claims and sources as JSON and CSV, each with its schema and license."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from painkb.events import domain_of
from painkb.model import Claim, FrontMatter, Source
from painkb.registry import Registry
from painkb.vocab import PageKind, Relation

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LICENSE = {"name": "CC0 1.0 Universal", "url": "https://creativecommons.org/publicdomain/zero/1.0/"}
CSV_FIELDS = (
    "id",
    "topic",
    "subject",
    "about",
    "jurisdiction",
    "population",
    "statement",
    "value",
    "certainty",
    "source",
    "locator",
    "seen",
    "via",
    "checked",
)


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Write the data files after a build of the HTML site that went well."""
    if exception is None and app.builder.format == "html":
        write_data(domain_of(app.env).registry, Path(app.outdir) / "data")


def write_data(registry: Registry, folder: Path) -> None:
    """Write all data files into `folder`; a file whose content is unchanged is not touched."""
    files = {
        "kb": ({"pages": _pages(registry)}, _pages_schema()),
        "claims": ({"claims": _claims(registry)}, _schema("claims", Claim.model_json_schema())),
        "sources": ({"sources": _sources(registry)}, _schema("sources", Source.model_json_schema())),
    }
    for name, (data, schema) in files.items():
        _write(folder / f"{name}.json", _json({"$schema": f"{name}.schema.json", "license": LICENSE, **data}))
        _write(folder / f"{name}.schema.json", _json(schema))
    _write(folder / "claims.csv", _csv(_claims(registry)))


def _pages(registry: Registry) -> list[dict[str, Any]]:
    return [
        {
            "id": page.id,
            "kind": page.kind.value,
            "title": page.title,
            "address": f"{page.docname}.html",
            **page.meta.model_dump(mode="json", by_alias=True, exclude={"relations"}, exclude_none=True),
            "relations": [
                {"relation": relation.value, "kind": target.kind.value, "id": target.id}
                for relation in Relation
                for target in registry.targets(page, relation)
            ],
        }
        for page in sorted(registry.pages.values(), key=lambda page: page.docname)
    ]


def _claims(registry: Registry) -> list[dict[str, Any]]:
    records = sorted(registry.claims.values(), key=lambda located: located.claim.id)
    return [located.claim.model_dump(mode="json", exclude_none=True) for located in records]


def _sources(registry: Registry) -> list[dict[str, Any]]:
    records = sorted(registry.sources.values(), key=lambda source: source.key)
    return [
        {**source.model_dump(mode="json", exclude_none=True, exclude={"line"}), "address": source.address}
        for source in records
    ]


def _schema(name: str, record: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a file that holds a list of records under `name`."""
    definitions = record.pop("$defs", {})
    if name == "sources":
        record["properties"].pop("line")
        record["properties"]["address"] = {"type": ["string", "null"], "description": "Best public address."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Antidepressants in neuropathic pain: {name}",
        "type": "object",
        "required": ["license", name],
        "additionalProperties": False,
        "properties": {
            "$schema": {"type": "string"},
            "license": _LICENSE_SCHEMA,
            name: {"type": "array", "items": record},
        },
        "$defs": definitions,
    }


_LICENSE_SCHEMA = {
    "type": "object",
    "required": ["name", "url"],
    "properties": {"name": {"type": "string"}, "url": {"type": "string"}},
}


def _pages_schema() -> dict[str, Any]:
    record = FrontMatter.model_json_schema(by_alias=True)
    record["properties"] |= {
        "id": {"type": "string", "description": "File name without ending; unique within a kind."},
        "kind": {"enum": list(PageKind.values())},
        "title": {"type": "string"},
        "address": {"type": "string", "description": "Address below the root of the site."},
        "relations": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["relation", "kind", "id"],
                "properties": {
                    "relation": {"enum": list(Relation.values())},
                    "kind": {"enum": list(PageKind.values())},
                    "id": {"type": "string"},
                },
            },
        },
    }
    record["required"] = [*record["required"], "id", "kind", "title", "address"]
    return _schema("pages", record)


def _json(data: object) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False, sort_keys=False) + "\n"


def _csv(claims: list[dict[str, Any]]) -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, CSV_FIELDS, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for claim in claims:
        row = {**claim, "about": " ".join(claim.get("about", ()))}
        row["value"] = json.dumps(claim["value"], ensure_ascii=False) if "value" in claim else ""
        writer.writerow(row)
    return buffer.getvalue()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_text("utf-8") != text:
        path.write_text(text, "utf-8", newline="\n")
