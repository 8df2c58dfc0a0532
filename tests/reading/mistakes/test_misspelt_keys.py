"""Keys of data that look like others: reported once, at their place, with a guess."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fuzz.counting import calls

import argmap
from argmap.data.known_keys import KEYS, SOURCE_FIELDS, DataOf

# A text in which some keys belong to something.
TEXTS = {
    DataOf.ELEMENT: "[^E]: One. {{{}}}",
    DataOf.INFERENCE: "(1) One.\n-- {{{}}} --\n(2) Two.",
    DataOf.CONCLUSION: "(1) One.\n----\n(2) Two. {{{}}}",
    DataOf.HEADING: "# One {{{}}}",
    DataOf.SOURCE: "[^E]: One. {{source: {{{}}}}}",
}
PAIRS = [(of, key) for of, keys in KEYS.items() for key in keys]


def misspelt(text: str) -> list[tuple[str, str | None]]:
    """The words that are reported, as they are written, and the hints."""
    diagnostics = [one for one in argmap.parse(text).diagnostics if one.code == "R264"]
    return [(text[one.span.start : one.span.end], one.hint) for one in diagnostics]


def hint(key: str) -> str:
    return f"did you mean `{key}`?"


def test_each_misspelt_key_is_reported_at_its_place() -> None:
    text = "[^E]: One. {source: {contanier-title: X, title: B}, knd: statistic}"
    assert misspelt(text) == [("contanier-title", hint("container-title")), ("knd", hint("kind"))]


@pytest.mark.parametrize(
    ("text", "key", "near"),
    [
        ("[A]: One. {colour: red}", "colour", "color"),
        ("<A>: One. {isinmap: false}", "isinmap", "isInMap"),
        ("[A] {\nqoute: x\n}", "qoute", "quote"),
        ('[A]: One. {"soruce": x}', '"soruce"', "source"),
        ("# One {isGruop: true}", "isGruop", "isGroup"),
        ("(1) a\n-- {shceme: x} --\n(2) b", "shceme", "scheme"),
        ("(1) a\n----\n(2) b {usse: [1]}", "usse", "uses"),
        ("[^E]: One. {source: [a, {autor: B}]}", "autor", "author"),
        ("[^E]: One. {source: {Publsher: B}}", "Publsher", "publisher"),
        ("===\nsources: {a: {titel: A}}\n===\n\n[^E]: One. {source: a}", "titel", "title"),
        ("[A]: One. {source: {titel: B}}\n\n[A] {source: {author: C}}", "titel", "title"),
        ("[A]: One. {color: red}\n\n[A] {knd: law}\n\n[A] {rank: 1}", "knd", "kind"),
    ],
)
def test_keys_are_looked_at_wherever_data_may_be(text: str, key: str, near: str) -> None:
    assert misspelt(text) == [(key, hint(near))]


@pytest.mark.parametrize(
    "text",
    [
        "[A]: One. {mood: gloomy, form: sonnet, isGroup: true, Kind2: a, 1: 2}",
        "[A]: One. {knd: law, kind: event}",
        "[A]: One. {source: {TITLE: a, titel: b, published: 2001}}",
        "[A]: One. {source: {IsBn: a, journalabbreviation: b}}",
        "[A]: One. {knd}",
        "[A]: One. {answer: {knd: law}}",
        "===\nsources: [titel]\n===\n\n[A]: One.",
    ],
)
def test_keys_of_your_own_are_no_slips(text: str) -> None:
    assert misspelt(text) == []


@pytest.mark.parametrize(("of", "key"), PAIRS)
def test_a_key_with_a_meaning_is_never_reported(of: DataOf, key: str) -> None:
    assert misspelt(TEXTS[of].format(f"{key}: 1")) == []


@given(st.sampled_from(PAIRS), st.data())
def test_a_misspelt_key_is_reported_at_most_once(pair: tuple[DataOf, str], data: st.DataObject) -> None:
    of, key = pair
    place = data.draw(st.integers(0, len(key) - 1))
    letter = data.draw(st.sampled_from(["", "x", key[place] * 2]))
    assert len(misspelt(TEXTS[of].format(f"{key[:place]}{letter}{key[place + 1 :]}: 1"))) <= 1


def test_a_guess_writes_the_key_in_its_quotes() -> None:
    text = "[^E]: One. {source: {'contanier-title': X}, knd: law}"
    fixed = "[^E]: One. {source: {'container-title': X}, kind: law}"
    assert (argmap.fix_text(text), argmap.fix_text(text, unsafe=True)) == (text, fixed)


def test_a_key_from_elsewhere_is_reported_without_a_guess() -> None:
    text = "[A]: One. {a: &x {titel: B}, source: {<<: *x, author: C}}"
    document = argmap.parse(text)
    assert [one.fix for one in document.diagnostics if one.code == "R264"] == [None]


def test_an_included_source_is_reported_where_it_is_declared(tmp_path: Path) -> None:
    (tmp_path / "part.argdown").write_text("===\nsources: {a: {titel: A}}\n===\n")
    (tmp_path / "main.argdown").write_text("@include(part.argdown)\n\n[^E]: One. {source: a}")
    (diagnostic,) = argmap.load(tmp_path / "main.argdown").diagnostics
    place = (diagnostic.span.start, diagnostic.span.end, Path(diagnostic.span.path or "").name)
    assert (diagnostic.code, place) == ("R264", (18, 23, "part.argdown"))


def test_work_grows_with_the_number_of_keys_alone() -> None:
    def work(count: int) -> int:
        text = "[A]: One. {source: {" + ", ".join(f"titel{'x' * (n % 40)}{n}: 1" for n in range(count)) + "}}"
        return calls(lambda: argmap.parse(text))

    assert work(400) < 5 * work(100)


@pytest.mark.parametrize("key", [key for of, key in PAIRS if of is not DataOf.SOURCE])
def test_every_key_with_a_meaning_is_in_the_manual(key: str) -> None:
    assert f"`{key}" in Path("docs/markup.md").read_text()


def test_every_field_of_a_source_is_a_key_of_its_data() -> None:
    assert {key.casefold() for key in KEYS[DataOf.SOURCE]} >= set(SOURCE_FIELDS) - {
        "containertitle",
        "container",
    }
