"""The catalogue of argumentation schemes, and files in which authors describe their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from argmap.data.packaged_tables import packaged_table
from argmap.model.schemes.scheme_entry import Attacks, CriticalQuestion, PremiseRole, SchemeEntry
from argmap.text.nearest import nearest

_KEYS = ("title", "group", "premises", "conclusion", "questions", "literature", "synonyms", "is_deductive")


@cache
def scheme_catalogue() -> Mapping[str, SchemeEntry]:
    """Return the schemes that argmap knows, by name; read from its file when first asked for.

    They are the most common ones of D. Walton, C. Reed and F. Macagno, Argumentation Schemes (2008), and
    the valid forms that textbooks of logic name.

    >>> scheme_catalogue()["expert_opinion"].premises[0].text
    'The source is an expert in a field.'
    """
    tables = packaged_table("argmap.model.schemes", "schemes.toml")
    return MappingProxyType(_entries(tables, scheme_synonyms()))


@cache
def scheme_synonyms() -> Mapping[str, tuple[str, ...]]:
    """Return the names of the schemes that argmap knows, each with the others that it goes by.

    >>> "ibe" in scheme_synonyms()["best_explanation"]
    True
    """
    names = packaged_table("argmap.model.schemes", "scheme_names.toml")["schemes"]
    return MappingProxyType({name: tuple(others) for name, others in names.items()})


def read_schemes(text: str) -> dict[str, SchemeEntry]:
    """Return the schemes that a text in TOML describes, by name: the form is that of the catalogue.

    >>> read_schemes('[dream]\\npremises.dream = "Somebody dreamt it."')["dream"].premises
    (PremiseRole(name='dream', text='Somebody dreamt it.'),)

    Raises:
        ValueError: the text is not TOML, or does not describe schemes; the message says where and why.
    """
    # Few describe schemes of their own.
    from argmap.text.given_text import given_text
    from argmap.text.toml_json import read_toml

    text = given_text(text)
    try:
        tables = read_toml(text)
    except ValueError as error:
        raise ValueError(f"it is not TOML: {error}") from None
    return _entries(tables, {})


def _entries(tables: Mapping[str, object], synonyms: Mapping[str, Iterable[str]]) -> dict[str, SchemeEntry]:
    literature = _texts("literature", tables.get("literature", {}))
    return {
        name: _entry(name, table, literature, synonyms.get(name, ()))
        for name, table in tables.items()
        if name != "literature"
    }


def _entry(name: str, table: object, literature: Mapping[str, str], synonyms: Iterable[str]) -> SchemeEntry:
    if not isinstance(table, dict):
        raise ValueError(f"`{name}` is not a table; write `[{name}]` and its keys below")
    for key in table:
        if key not in _KEYS:
            near = nearest(key, _KEYS)
            raise ValueError(f"`{name}` cannot have `{key}`" + (f"; write `{near}`" if near else ""))
    premises = _texts(f"{name}.premises", table.get("premises", {}))
    return SchemeEntry(
        name,
        _text(f"{name}.title", table.get("title", name.replace("_", " "))),
        _text(f"{name}.group", table.get("group", "")),
        tuple(PremiseRole(role, said) for role, said in premises.items()),
        _text(f"{name}.conclusion", table.get("conclusion", "")),
        tuple(_questions(name, table.get("questions", {}), premises)),
        tuple(literature.get(one, one) for one in _list(f"{name}.literature", table.get("literature", []))),
        tuple(synonyms) or tuple(_list(f"{name}.synonyms", table.get("synonyms", []))),
        table.get("is_deductive") is True,
    )


def _questions(scheme: str, questions: object, premises: Mapping[str, str]) -> Iterable[CriticalQuestion]:
    if not isinstance(questions, dict):
        raise ValueError(f"`{scheme}.questions` is not a table")
    for name, question in questions.items():
        where = f"{scheme}.questions.{name}"
        if not isinstance(question, dict) or not question.keys() <= {"attacks", "text"}:
            raise ValueError(f'`{where}` must be {{attacks = "…", text = "…"}}')
        text = _text(f"{where}.text", question.get("text"))
        attacks = _text(f"{where}.attacks", question.get("attacks", "inference"))
        if attacks in premises:
            yield CriticalQuestion(name, text, Attacks.PREMISE, attacks)
        elif attacks in ("inference", "conclusion"):
            yield CriticalQuestion(name, text, Attacks(attacks))
        else:
            choices = ", ".join(("inference", "conclusion", *premises))
            raise ValueError(f"`{where}` cannot attack `{attacks}`; write one of {choices}")


def _texts(where: str, said: object) -> dict[str, str]:
    if not isinstance(said, dict):
        raise ValueError(f"`{where}` is not a table")
    return {key: _text(f"{where}.{key}", value) for key, value in said.items()}


def _text(where: str, value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(f"`{where}` is not a text")
    return value


def _list(where: str, value: object) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError(f"`{where}` is not a list of texts")
    return value
