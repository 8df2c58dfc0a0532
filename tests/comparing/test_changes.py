"""What changed between two debates: each change once, and the same from either side."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap import Debate, strategies
from argmap.comparing.change_kinds import (
    Added,
    DataChanged,
    KindChanged,
    Moved,
    RelationAdded,
    RelationTurned,
    Removed,
    Renamed,
    Retagged,
    Reworded,
    ScriptChanged,
    SectionRenamed,
    SourceChanged,
)
from argmap.model.sameness.same import same

LAW = settings(max_examples=20, deadline=None)


def kinds_of(old: str, new: str) -> list[type]:
    return [type(change) for change in argmap.diff(argmap.parse(old), argmap.parse(new))]


@LAW
@given(strategies.debates())
def test_nothing_changes_between_a_debate_and_itself(debate: Debate) -> None:
    assert not argmap.diff(debate, debate)


@LAW
@given(strategies.markup(comments=True))
def test_layout_changes_nothing(text: str) -> None:
    document = argmap.parse(text)
    assert not argmap.diff(document, argmap.parse(argmap.format_text(text)))


@LAW
@given(
    st.lists(strategies.trees(max_lines=4), max_size=4).flatmap(
        lambda blocks: st.tuples(st.just(blocks), st.permutations(blocks))
    )
)
def test_debates_that_say_the_same_differ_in_nothing(blocks: tuple[list[str], list[str]]) -> None:
    old, new = (argmap.parse("\n\n".join(order)).debate for order in blocks)
    assert bool(argmap.diff(old, new)) or same(old, new)
    assert not same(old, new) or not argmap.diff(old, new)


@LAW
@given(strategies.debates(), strategies.debates())
def test_changes_lead_from_the_old_debate_to_the_new_one_and_back(old: Debate, new: Debate) -> None:
    changes = argmap.diff(old, new)
    assert changes.apply(old) == new
    assert changes.inverse().apply(new) == old
    assert changes.inverse() == argmap.diff(new, old)


@LAW
@given(strategies.debates(), strategies.debates())
def test_all_forms_say_something_of_each_change(old: Debate, new: Debate) -> None:
    changes = argmap.diff(old, new)
    assert len({before for before, _ in changes.pairs}) == len(changes.pairs)
    assert len({after for _, after in changes.pairs}) == len(changes.pairs)
    assert changes.text().count("\n") == len(changes) + 1
    assert len(json.loads(json.dumps(changes.json()))["changes"]) == len(changes)
    assert changes.markdown().count("\n| ") >= len(changes)
    assert pickle.loads(pickle.dumps(changes)) == changes


@LAW
@given(st.text(), st.text())
def test_any_two_texts_have_changes(old: str, new: str) -> None:
    changes = argmap.diff(argmap.parse(old), argmap.parse(new))
    assert changes.inverse() == argmap.diff(argmap.parse(new), argmap.parse(old))
    assert isinstance(changes.text(colored=True) + changes.markdown(), str)


@LAW
@given(strategies.documents(), st.data())
def test_a_rename_alone_is_one_change(document: argmap.Document, data: st.DataObject) -> None:
    titled = [element.ref for element in document.debate if not element.is_untitled]
    if not titled:
        return
    ref = data.draw(st.sampled_from(titled))
    try:
        edits = argmap.edits.rename(document, ref, "Wholly new name")
    except ValueError:
        return
    changes = argmap.diff(
        document,
        argmap.parse(argmap.edits.apply(document.text, edits)),
        match={str(ref): str(type(ref)("Wholly new name"))},
    )
    assert [type(change) for change in changes] == [Renamed]


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ("[A]: It rains.", "[A]: It rains.\n\n[B]: It is wet.", [Added]),
        ("[A]: It rains.\n\n[B]: It is wet.", "[A]: It rains.", [Removed]),
        ("[A]: It rains today.", "[B]: It rains today.", [Renamed]),
        ("It rains today.", "[B]: It rains today.", [Renamed]),
        ("[A]: It rains.", "[A]: It pours.", [Reworded]),
        ("[A]: It rains. #x", "[A]: It rains. #y", [Retagged]),
        ("[A]: It rains. {a: 1}", "[A]: It rains. {a: 2}", [DataChanged]),
        ("[^A]: It rains. {source: x}", "[^A]: It rains. {source: y}", [SourceChanged]),
        ("[A]: It rains since Monday.", "[^A]: It rains since Monday.", [KindChanged]),
        ("# One\n\n# Two\n\n[A]: a", "# One\n\n[A]: a\n\n# Two", [Moved]),
        ("# One\n\n[A]: a", "# Two\n\n[A]: a", [SectionRenamed]),
        ("[A]: a\n\n[B]: b", "[A]: a\n  + [B]: b", [RelationAdded]),
        ("[A]: a\n  - [B]: b", "[A]: a\n  + [B]: b", [RelationTurned]),
        ("[A]: a\n  + [B]: b", "[A]: a\n  +> [B]: b", [RelationTurned]),
        (
            "<A>\n\n(1) [P]: p\n----\n(2) [C]: c",
            "<A>\n\n(1) [P]: p\n-- modus ponens --\n(2) [C]: c",
            [ScriptChanged],
        ),
    ],
)
def test_each_change_is_known_by_its_kind(old: str, new: str, kinds: list[type]) -> None:
    assert kinds_of(old, new) == kinds


def test_a_change_has_its_lines_before_and_after() -> None:
    old, new = argmap.parse("[A]: It rains."), argmap.parse("\n\n[A]: It pours.")
    assert (
        argmap.diff(old, new).text().startswith("reworded  claim    [A]: It {-rains-}{+pours+}.  l. 1 → 3\n")
    )


@pytest.mark.parametrize(
    ("structure", "details"),
    [
        ("(1) a\n(2) b\n----\n(3) d", ("(3) replaced",)),
        ("(1) x\n(2) b\n----\n(3) c", ("(1) replaced",)),
        ("(1) b\n(2) a\n----\n(3) c", ("(1) was (2)", "(2) was (1)")),
        ("(1) a\n(2) b\n(3) x\n----\n(4) c", ("(3) added", "(4) was (3)")),
        ("(1) a\n----\n(2) c", ("(2) was (3)", "(2) removed")),
    ],
)
def test_statements_of_a_structure_are_new_gone_moved_or_replaced(
    structure: str, details: tuple[str, ...]
) -> None:
    old = argmap.parse("<A>\n\n(1) a\n(2) b\n----\n(3) c")
    changes = argmap.diff(old, argmap.parse(f"<A>\n\n{structure}"))
    assert [change.details for change in changes if isinstance(change, ScriptChanged)] == [details]


def test_topics_can_be_ignored_and_are_named_if_there_is_no_such() -> None:
    old, new = argmap.parse("[A]: It rains. #x"), argmap.parse("[A]: It pours. #y")
    assert [type(change) for change in argmap.diff(old, new, ignore=["text"])] == [Retagged]
    with pytest.raises(ValueError, match="did you mean 'tags'"):
        argmap.diff(old, new, ignore=["tag"])


def test_changes_of_verdicts_are_among_the_changes() -> None:
    old, new = argmap.parse("[A]: a"), argmap.parse("[A]: a\n  - [B]: b")
    assert "verdicts: [A] in → out" in argmap.diff(old, new, verdicts=True).text()


def test_changes_are_those_of_their_debates_only() -> None:
    changes = argmap.diff(argmap.parse("[A]: a"), argmap.parse("[A]: b"))
    with pytest.raises(ValueError, match="another debate"):
        changes.apply(argmap.parse("[A]: c").debate)


def test_what_is_said_to_be_the_same_is_matched() -> None:
    old, new = argmap.parse("[A]: It rains."), argmap.parse("[B]: Something else was meant.")
    assert [type(change) for change in argmap.diff(old, new, match={"[A]": "[B]"})] == [Renamed, Reworded]


def test_hostile_words_stay_text_in_markdown() -> None:
    old, new = argmap.parse("[A]: a"), argmap.parse("[A]: <img src=x> | @team `x`")
    assert "\\<img src\\=x\\> \\| \\@team \\`x\\`" in argmap.diff(old, new).markdown()
