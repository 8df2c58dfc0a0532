"""What people call."""

import copy
import pickle
import re
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

import pytest
from hypothesis import given, settings

import argmap
from argmap import strategies
from argmap.data import FrozenDict
from argmap.interop import same
from argmap.model import Statement
from argmap.text import Findings, Location, MarkupError

TEXT = """===
title: T
sources: {un: {title: R, author: UN}}
color: {tagColors: {t: red}}
===

# H #t

[A]: *x* #t {a: [1, {b: 2020-01-01}]}
  + [^E]: y {source: un}
  >< [B]: z @[A]

<C>: w

(1) [^E]
-- MP {uses: [1], scheme: s} --
  _ <D>
(2) [A]
"""


def test_a_text_is_a_document() -> None:
    document = argmap.parse("[A]: x")
    assert (document.text, document.path, document.ok, document.diagnostics) == ("[A]: x", None, True, ())
    assert document.debate.claims["A"].text == "x"


def test_a_document_knows_where_its_text_comes_from() -> None:
    assert argmap.parse("x", Path("a") / "b.argdown").path == str(Path("a") / "b.argdown")


def test_a_document_tells_lines_and_columns() -> None:
    assert argmap.parse("a\r\nb\rcd").location(6) == Location(3, 2)


def test_a_document_has_a_tree() -> None:
    assert [one.title for one in argmap.parse("[A]: x").tree.blocks[0].elements] == ["A"]


def test_documents_are_equal_by_value() -> None:
    assert argmap.parse(TEXT) == argmap.parse(TEXT)


def test_a_text_with_errors_raises_if_the_caller_asks_for_it() -> None:
    with pytest.raises(MarkupError) as raised:
        argmap.parse("[A]: x {a: b: c}", strict=True)
    assert [one.code for one in raised.value.diagnostics] == ["R201"]
    assert (
        str(raised.value)
        == "1:13: R201 this data cannot be read: a text with a colon and a space in it needs quotes"
    )


def test_the_error_counts_the_other_errors_and_holds_all_findings() -> None:
    with pytest.raises(MarkupError, match=r"^1:1: R209 .* \(and 1 more\)$") as raised:
        argmap.parse("(1) p\n\n[A]: *x\n\n(1) p", strict=True)
    assert len(raised.value.diagnostics) == 3


def test_warnings_raise_nothing() -> None:
    assert [one.code for one in argmap.parse("a *b", strict=True).diagnostics] == ["S113"]


def test_an_error_in_an_included_file_has_no_place_in_this_one(tmp_path: Path) -> None:
    (tmp_path / "main.argdown").write_text("@include(a.argdown)")
    (tmp_path / "a.argdown").write_text("(1) p")
    with pytest.raises(MarkupError, match=r"^R209 "):
        argmap.load(tmp_path / "main.argdown", strict=True)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
@pytest.mark.parametrize("part", ["debate", "tree", "diagnostics", "settings", "text"])
def test_everything_that_a_document_holds_copies_and_pickles(again: object, part: str) -> None:
    whole = getattr(argmap.parse(TEXT), part)
    assert again(whole) == whole  # type: ignore[operator]  # each is a function


def test_a_document_pickles_after_it_was_asked() -> None:
    document = argmap.parse(TEXT)
    document.location(3)
    assert pickle.loads(pickle.dumps(document)) == document


@pytest.mark.parametrize(
    "field", ["claims", "evidence", "arguments", "relations", "sections", "sources", "metadata"]
)
def test_everything_in_a_debate_has_a_hash(field: str) -> None:
    assert isinstance(hash(getattr(argmap.parse(TEXT).debate, field)), int)


def test_a_document_is_checked() -> None:
    assert [one.code for one in argmap.check(argmap.parse("[^E]: x"))] == ["C301"]


def test_a_document_and_its_debate_have_the_same_map() -> None:
    debate = argmap.parse(TEXT).debate
    assert argmap.build_map(debate) == argmap.build_map(debate, {"map": {}})


def test_a_drawing_has_the_title_of_the_document() -> None:
    drawn = argmap.draw(argmap.parse("===\ntitle: Unmistakable\n===\n\n[A]: x\n  + [B]: y"))
    assert "Unmistakable" in drawn.svg()


def test_a_debate_can_be_drawn_without_its_document() -> None:
    assert argmap.draw(argmap.parse("[A]: x\n  + [B]: y").debate).dot


def test_settings_of_a_drawing_override_those_of_the_document() -> None:
    document = argmap.parse("[A]: x\n  + [B]: y", settings={"map": {"statementLabelMode": "title"}})
    loud = argmap.draw(document, settings={"map": {"statementLabelMode": "text"}})
    assert argmap.draw(document).dot != loud.dot


# Importing


def test_every_public_name_is_there() -> None:
    assert all(hasattr(argmap, name) for name in argmap.__all__)


def test_public_names_are_listed() -> None:
    assert set(argmap.__all__) <= set(dir(argmap))


def test_other_names_are_not_there() -> None:
    with pytest.raises(AttributeError, match="module 'argmap' has no attribute 'prase'"):
        _ = argmap.prase


def test_dir_shows_what_is_public_and_nothing_else() -> None:
    shown = [name for name in dir(argmap) if not name.startswith("_")]
    assert shown == sorted([*argmap.__all__, *PACKAGES])


PACKAGES = (
    "analysis",
    "comparing",
    "corpus",
    "edits",
    "interop",
    "logic",
    "maps",
    "model",
    "reasoning",
    "render",
    "strategies",
)


@pytest.mark.parametrize("name", PACKAGES)
def test_packages_load_on_access(name: str) -> None:
    script = f"import argmap; print(argmap.{name}.__name__)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == f"argmap.{name}\n"


@pytest.mark.parametrize("name", PACKAGES)
def test_functions_keep_their_names_whatever_modules_are_loaded(name: str) -> None:
    package = getattr(argmap, name)
    for module in iter_modules(getattr(package, "__path__", ())):
        import_module(f"argmap.{name}.{module.name}")
    # A module that is public itself, such as `argmap.interop.aif`, hides nothing of its name.
    public = {known: getattr(package, known) for known in package.__all__}
    assert not [
        known for known, value in public.items() if isinstance(value, ModuleType) and known in dir(value)
    ]


DOCUMENT = argmap.parse(TEXT)


@pytest.mark.parametrize(
    "function",
    [
        argmap.to_text,
        argmap.build_map,
        argmap.check,
        lambda thing: argmap.draw(thing).dot,
        argmap.analysis.roots,
        argmap.analysis.statistics,
        argmap.analysis.checklist,
        argmap.analysis.sources_used,
        lambda thing: argmap.analysis.ancestors(thing, "[^E]"),
    ],
)
def test_documents_and_their_debates_are_taken_alike(function: Callable[[object], object]) -> None:
    def without_places(result: object) -> object:
        return [found.code for found in result] if isinstance(result, Findings) else result

    assert without_places(function(DOCUMENT)) == without_places(function(DOCUMENT.debate))
    for thing in ("[A]: x", None, 3):
        with pytest.raises(TypeError, match=r"a Document or a Debate is needed, not (?:a value|None)"):
            function(thing)


@pytest.mark.parametrize("focus", ["[A]", DOCUMENT.debate.claims["A"], argmap.ClaimRef("A"), "A"])
def test_a_focus_is_named_in_any_way(focus: object) -> None:
    whole = argmap.draw(DOCUMENT, focus="[A]", radius=0).dot
    assert argmap.draw(DOCUMENT, focus=focus, radius=0).dot == whole  # type: ignore[arg-type]  # one of them


@pytest.mark.parametrize(
    ("thing", "words"),
    [
        (DOCUMENT.debate.claims["A"], "Claim('A', 2 statements)"),
        (DOCUMENT.debate.arguments["C"], "Argument('C', 1 description, 1 premise, 1 inference)"),
        (DOCUMENT.debate.evidence["E"], "Evidence('E', 2 statements)"),
    ],
)
def test_what_is_held_says_shortly_what_it_is(thing: object, words: str) -> None:
    assert repr(thing) == words


@given(strategies.debates())
def test_nothing_that_is_said_is_markup_in_a_card(debate: argmap.Debate) -> None:
    cards = [element._repr_html_() for element in debate]
    assert all(re.fullmatch(r"(?:</?(?:div|b|small)[^<>]*>|[^<>])*", card) for card in cards)


def test_findings_show_themselves_as_cards() -> None:
    findings = argmap.check(argmap.parse("[^<b>]: x"))
    assert "[^&lt;b&gt;] has no source" in findings._repr_html_()
    assert argmap.check(argmap.parse("x"))._repr_html_() == "<p>no findings</p>"


def loaded_after(code: str, *, without: tuple[str, ...]) -> list[str]:
    """Which of some modules a fresh Python has loaded after running some code."""
    script = f"{code}\nimport sys\nprint(*(name for name in {without!r} if name in sys.modules))"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return ran.stdout.split()


HEAVY = ("graphviz", "hypothesis", "click", "yaml", "lark", "attrs", "argmap.model", "argmap.interop")


def test_importing_loads_nothing_heavy() -> None:
    assert loaded_after("import argmap", without=HEAVY) == []


def test_parsing_loads_nothing_that_draws() -> None:
    unwanted = ("graphviz", "hypothesis", "click", "argmap.render", "argmap.interop", "argmap.maps")
    assert loaded_after("import argmap; argmap.parse('[A]: x')", without=unwanted) == []


NO_TEXTS = (b"[A]: a", bytearray(b"[A]: a"), Path("debate.argdown"), None, 3, ["[A]: a"])


@pytest.mark.parametrize("function", [argmap.parse, argmap.format_text, argmap.fix_text])
@pytest.mark.parametrize("given", NO_TEXTS)
def test_what_is_no_text_is_refused_in_words(function: Callable[[object], object], given: object) -> None:
    with pytest.raises(TypeError, match=r"^a text is needed, not "):
        function(given)


def test_the_words_say_how_to_get_a_text() -> None:
    with pytest.raises(TypeError, match=r"not bytes; `data\.decode\(\"utf-8\"\)`"):
        argmap.parse(b"[A]: a")  # type: ignore[arg-type]  # what is wrong here
    with pytest.raises(TypeError, match=r"not a path; `argmap\.load\(path\)`"):
        argmap.parse(Path("debate.argdown"))  # type: ignore[arg-type]  # as above
    with pytest.raises(TypeError, match="not a Document; it has its own as `text`"):
        argmap.parse(argmap.parse(""))  # type: ignore[arg-type]  # as above
    with pytest.raises(TypeError, match="a path is needed, not bytes"):
        argmap.load(b"debate.argdown")  # type: ignore[arg-type]  # as above


OF_DOCUMENTS = [
    argmap.evaluate,
    argmap.check,
    argmap.draw,
    argmap.outline,
    argmap.occurrences,
    argmap.to_text,
]


@pytest.mark.parametrize("function", OF_DOCUMENTS)
def test_what_is_no_document_is_refused_in_words(function: Callable[[object], object]) -> None:
    with pytest.raises(TypeError, match=r"`argmap\.parse\(text\)` and `argmap\.load\(path\)` make documents"):
        function("[A]: a")


@settings(max_examples=20)
@given(strategies.debates())
def test_whatever_no_text_can_say_is_reported(debate: argmap.model.Debate) -> None:
    writing = argmap.write_text(debate)
    assert writing.text == argmap.to_text(debate)
    assert writing.report.is_lossless == same(argmap.parse(writing.text).debate, debate)


def test_a_title_that_no_text_can_have_is_reported() -> None:
    place = Statement("]:", "x", is_top_level=True)
    debate = argmap.model.Debate(claims=FrozenDict({"]:": argmap.model.Claim("]:", (place,))}))
    assert [loss.subject for loss in argmap.write_text(debate).report.losses][:1] == ["[]:]"]
