"""JSON Schemas of a story's files, so that an editor completes keys and complains while one types.

Made from the same dataclasses that the loader reads into, with their docstrings as descriptions;
nothing is written down twice. What needs more than one file to be known (a deed that nobody
answers, an unknown door) is the loader's business and not said here.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import textwrap
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

from game.core.story.claims import About, Claim, GlossaryEntry, Source, Statement, Trail
from game.core.story.conditions import Condition
from game.core.story.guide import Card, Page
from game.core.story.model import Chapter, Deed, StoryFile
from game.core.story.rules import Rulebook

__all__ = ["KINDS", "schema", "schema_for"]

KINDS: Mapping[str, tuple[str, Any]] = {
    "story": ("story.yaml", StoryFile),
    "chapter": ("chapters/*.yaml", Chapter),
    "rulebook": ("rulebooks/*.yaml", Rulebook),
    "claims": ("claims/*.yaml", tuple[Claim, ...]),
    "deeds": ("deeds.yaml", Mapping[str, Deed]),
    "sources": ("sources.yaml", Mapping[str, Source]),
    "statements": ("statements.yaml", tuple[Statement, ...]),
    "glossary": ("glossary.yaml", Mapping[str, GlossaryEntry]),
    "trails": ("trails.yaml", tuple[Trail, ...]),
    "about": ("about.yaml", About),
    "guide": ("guide/*.yaml", Page),
    "cards": ("guide/cards/*.yaml", Mapping[str, Card]),
}
"""Name of the schema: the files it is for, and what they are read into."""

_CONDITION = (
    "A condition: `standing is low|middle|high|none`, `door NAME open|closed`, `on LIST`, "
    "`was on LIST`, `on any`, `MEMORY >= N`, `chose SCENE.OPTION`; joined by `and`, `or`, `not` "
    "and brackets."  # not said: like the docstrings beside it, documentation for an author's editor
)
_SCALARS: Mapping[Any, dict[str, Any]] = {
    # A text may look like a number to an editor (`when: 2015`); to us it is a text all the same.
    str: {"type": ["string", "number", "boolean"], "pattern": r"\S"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Condition: {"type": "string"},
}
_NONE = {"const": "none"}


def schema_for(name: str) -> str | None:
    """Return the name of the schema of a story's file, such as `chapters/1.yaml`."""
    folder, _, _ = name.rpartition("/")
    wanted = f"{folder}/*.yaml" if folder else name
    return next((kind for kind, (files, _) in KINDS.items() if files == wanted), None)


def schema(kind: str) -> dict[str, Any]:
    """Return the schema of one kind of file."""
    files, wanted = KINDS[kind]
    made = _Maker()
    top = made.of(wanted)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": files,
        **top,
        "definitions": dict(sorted(made.definitions.items())),
    }


class _Maker:
    """Turns types into schemas; a dataclass is described once, and pointed at after that."""

    def __init__(self) -> None:
        self.definitions: dict[str, Any] = {}

    def of(self, wanted: Any) -> dict[str, Any]:
        if wanted in _SCALARS:
            return dict(_SCALARS[wanted])
        origin, inner = get_origin(wanted), get_args(wanted)
        if origin in (Union, types.UnionType):
            return self._union(inner)
        if origin is tuple:
            return {"type": "array", "items": self.of(inner[0])}
        if origin is Mapping:
            return {"type": "object", "additionalProperties": self.of(inner[1])}
        if origin is Literal:
            return {"enum": list(inner)}
        if dataclasses.is_dataclass(wanted):
            return self._pointed(wanted)
        raise TypeError(f"no schema for {wanted}")

    def _union(self, inner: tuple[Any, ...]) -> dict[str, Any]:
        """As the loader has it: `none` is nothing, unless the field is a text."""
        wanted = [option for option in inner if option is not type(None)]
        if str in wanted:
            return self.of(str)
        made = [self.of(option) for option in wanted]
        made += [_NONE] if len(wanted) < len(inner) else []
        return {"anyOf": made} if len(made) > 1 else made[0]

    def _pointed(self, cls: Any) -> dict[str, Any]:
        name = cls.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self._object(cls)
        return {"$ref": f"#/definitions/{name}"}

    def _object(self, cls: Any) -> dict[str, Any]:
        hints, said = typing.get_type_hints(cls), _said(cls)
        fields = dataclasses.fields(cls)
        needed = [field.name.rstrip("_") for field in fields if _required(field)]
        parts = {}
        for field in fields:
            part = self.of(hints[field.name])
            words = said.get(field.name, "")
            if Condition in (hints[field.name], *get_args(hints[field.name])):
                words = f"{words} {_CONDITION}".strip()
            if words and "$ref" in part:
                part = {"allOf": [part]}
            parts[field.name.rstrip("_")] = part | ({"description": words} if words else {})
        made = {
            "type": "object",
            "description": _flat(cls.__doc__ or ""),
            "properties": parts,
            "additionalProperties": False,
        }
        return made | ({"required": needed} if needed else {})


def _required(field: dataclasses.Field[Any]) -> bool:
    missing = dataclasses.MISSING
    return field.default is missing and field.default_factory is missing


@cache
def _said(cls: type) -> Mapping[str, str]:
    """The docstrings that stand under a dataclass's fields."""
    body = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    assert isinstance(body, ast.ClassDef)
    found = {}
    for field, after in zip(body.body, body.body[1:], strict=False):
        named = isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if named and isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant):
            found[field.target.id] = _flat(str(after.value.value))  # type: ignore[attr-defined]
    return found


def _flat(words: str) -> str:
    return " ".join(words.split())
