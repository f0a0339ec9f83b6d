"""Own the translation of pydantic's errors into diagnostics a writer understands.

Validates in strict mode, so `"10"` is not taken for the number 10.
"""

from __future__ import annotations

import json
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from painkb import hints
from painkb.diagnostics import Code, Diagnostic
from painkb.topics import Topic, ValueKind
from painkb.values import VALUE_MODELS
from painkb.yamlfile import Located, Location

Record = TypeVar("Record", bound=BaseModel)


def validate(
    model: type[Record], located: Located, base: Location, path: str
) -> tuple[Record | None, list[Diagnostic]]:
    """Return the record at `base` in `located`, or None and every problem it has."""
    data: Any = located.data
    for step in base:
        data = data[step]
    try:
        text = json.dumps(data, default=str)
        return model.model_validate_json(text, strict=True), []
    except ValidationError as error:
        return None, [_diagnostic(model, item, located, base, path) for item in error.errors()]


def _diagnostic(model: type[BaseModel], error: ErrorDetails, located: Located, base: Location, path: str) -> Diagnostic:
    location = _known_part(located, base, error["loc"])
    name = str(error["loc"][-1]) if error["loc"] else "record"
    code, message, hint = _explain(model, error, name)
    return Diagnostic(path, located.line(location), code, message, hint)


def _known_part(located: Located, base: Location, loc: tuple[int | str, ...]) -> Location:
    """Follow pydantic's location as far as the file knows it, skipping the tags of unions."""
    location = base
    for step in loc:
        if (*location, step) in located.lines:
            location = (*location, step)
    return location


def _explain(model: type[BaseModel], error: ErrorDetails, name: str) -> tuple[Code, str, str]:
    kind, given = error["type"], error.get("input")
    if kind == "extra_forbidden":
        return Code.UNKNOWN_KEY, f'unknown key "{name}"', hints.closest_or_list(name, _keys(model))
    if kind == "missing":
        return Code.MISSING_KEY, f'key "{name}" is missing', _field_help(model, name)
    if kind == "enum" or kind == "literal_error":
        return _word(error, name, str(given))
    if kind == "union_tag_invalid":
        allowed = ValueKind.values()
        given_kind = str(error["ctx"]["tag"])
        return Code.UNKNOWN_WORD, f'"{given_kind}" is no kind of value', hints.closest_or_list(given_kind, allowed)
    if kind == "value_error":
        return _rule(str(error["msg"]).removeprefix("Value error, "))
    if kind.endswith("_type") or kind.endswith("_parsing") or kind in {"date_from_datetime_inexact"}:
        return Code.WRONG_TYPE, f'"{name}" is {_shown(given)}: {_plain(error["msg"])}', _field_help(model, name)
    return Code.INVALID_VALUE, f'"{name}" is {_shown(given)}: {_plain(error["msg"])}', _field_help(model, name)


def _word(error: ErrorDetails, name: str, given: str) -> tuple[Code, str, str]:
    allowed = [word.strip(" '") for word in str(error["ctx"]["expected"]).replace(" or ", ", ").split(",")]
    if set(allowed) >= set(Topic.values()):
        hint = hints.closest_or_list(given, allowed) or "The vocabularies page lists every topic."
        return Code.UNKNOWN_TOPIC, f'unknown topic "{given}"', hint
    hint = hints.closest_or_list(given, allowed)
    return Code.UNKNOWN_WORD, f'"{given}" is not an allowed value of "{name}"', hint


def _rule(message: str) -> tuple[Code, str, str]:
    if "needs a `jurisdiction`" in message:
        return Code.MISSING_JURISDICTION, message, "Add for example `jurisdiction: uk`, as the source says."
    code = Code.MISSING_KEY if "needs a `value`" in message else Code.INVALID_VALUE
    return code, message, ""


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _field_help(model: type[BaseModel], name: str) -> str:
    for candidate in (model, *VALUE_MODELS):
        for field_name, field in candidate.model_fields.items():
            if name in (field_name, field.alias) and field.description:
                return field.description
    return ""


def _shown(value: object) -> str:
    text = json.dumps(value, default=str, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _plain(message: str) -> str:
    """Put pydantic's sentence into our words where its own speaks of programming."""
    if message.startswith("String should match pattern"):
        return "it does not have the required form"
    return message.replace("Input should be a valid", "it should be a").replace("String should", "it should")
