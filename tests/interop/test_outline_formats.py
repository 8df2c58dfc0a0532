"""Outlines and mind maps: OPML, Freeplane, MindMup, LTAC."""

from __future__ import annotations

import json
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.data import FrozenDict
from argmap.interop import FormatError, freeplane, ltac, mindmup, opml, read, same
from argmap.model import Debate

TREE = "[A]: a\n  + [B]: b\n    - [C]: c\n  - [D]: d\n    + [B]\n"


def relations(debate: Debate) -> list[str]:
    return sorted(map(str, debate.relations))


@pytest.mark.parametrize("form", [opml, freeplane, mindmup])
def test_a_debate_comes_back_even_if_something_hangs_twice(form: object) -> None:
    debate = argmap.parse(TREE).debate
    assert same(form.loads(form.dumps(debate)), debate)  # type: ignore[attr-defined]  # they are modules


@pytest.mark.parametrize(
    ("beginning", "relation"),
    [("+ ", "supports"), ("Con: ", "attacks"), (">< ", "contradicts"), ("against: ", "attacks")],
)
def test_texts_of_items_can_begin_with_what_they_are_for_the_one_above(beginning: str, relation: str) -> None:
    item = f"<outline text={quoteattr(beginning + 'B')}/>"
    text = f'<opml><body><outline text="A">{item}</outline></body></opml>'
    assert relations(opml.loads(text)) == [f"[B] {relation} [A]"]


def test_an_item_that_refers_to_another_bears_on_what_it_is_below() -> None:
    first = '<outline text="A"><outline text="- B"/></outline>'
    second = '<outline text="C"><outline text="+ → B"/></outline>'
    debate = opml.loads(f"<opml><body>{first}{second}</body></opml>")
    assert relations(debate) == ["[B] attacks [A]", "[B] supports [C]"]


def test_icons_attributes_and_arrows_of_mind_maps_say_what_nodes_are_for_others() -> None:
    nodes = (
        '<node TEXT="A"><node TEXT="B" ID="b"><icon BUILTIN="button_cancel"/></node>'
        '<node TEXT="C"><attribute NAME="relation" VALUE="support"/>'
        '<arrowlink DESTINATION="b" MIDDLE_LABEL="attacks"/></node></node>'
    )
    found = relations(freeplane.loads(f"<map>{nodes}</map>"))
    assert found == ["[B] attacks [A]", "[C] attacks [B]", "[C] supports [A]"]


def test_several_supporting_ideas_in_a_group_are_premises_of_one_argument() -> None:
    ideas = {str(number): {"id": number, "title": f"p{number}"} for number in (3, 4)}
    group = {"id": 2, "title": "group", "attr": {"group": "supporting"}, "ideas": ideas}
    whole = {"id": "root", "formatVersion": 3, "ideas": {"1": {"id": 1, "title": "c", "ideas": {"1": group}}}}
    (argument,) = mindmup.loads(json.dumps(whole)).arguments.values()
    assert ([str(ref) for ref in argument.premises], str(argument.conclusion)) == (["[p3]", "[p4]"], "[c]")


def test_what_hangs_deeper_than_json_may_nest_begins_again() -> None:
    debate = argmap.parse("".join(f"{'  ' * n}{'+ ' if n else ''}[C{n}]: c{n}\n" for n in range(300))).debate
    assert same(mindmup.loads(mindmup.dumps(debate)), debate)


def test_lines_of_an_assurance_case_support_what_they_are_below() -> None:
    text = "- Claim C1: x {a} (r.pdf)\n  - Strategy S: s\n    - Evidence E: e (t.pdf)\n"
    text += "  - Claim D: d {defeater}\n"
    debate = ltac.loads(text)
    assert relations(debate) == ["<S> supports [C1]", "[D] attacks [C1]", "[^E] supports <S>"]
    assert debate.claims["C1"].data["ltac"]["options"] == ("a",)


# Trees of lines: how deep each may be below the one before it, and what comes between them.
@given(
    st.lists(st.tuples(st.integers(0, 3), st.sampled_from(("", "\n", "# so\n", "\n  # so\n\n"))), max_size=8)
)
def test_empty_lines_and_comments_change_no_assurance_case(lines: list[tuple[int, str]]) -> None:
    depths: list[int] = []
    for deeper, _ in lines:
        depths.append(min(deeper, depths[-1] + 1) if depths else 0)
    rows = [f"{'  ' * depth}- Claim C{number}: c\n" for number, depth in enumerate(depths)]
    parted = "".join(between + row for row, (_, between) in zip(rows, lines, strict=True))
    assert same(ltac.loads(parted), ltac.loads("".join(rows)))


def test_what_an_assurance_case_declares_counts_wherever_it_is_cited() -> None:
    declared, cited = "- Strategy S: by parts {a}\n", "- Claim C: x\n  - Claim ^S: in parts\n"
    before, behind = ltac.read(declared + cited), ltac.read(cited + declared)
    assert same(before.debate, behind.debate)
    assert behind.debate.arguments["S"].text == "by parts"
    assert behind.debate.arguments["S"].data["ltac"]["citations"] == (
        FrozenDict({"type": "Claim", "text": "in parts"}),
    )
    assert [loss.feature for loss in behind.report.losses] == ["citation"]


def test_lines_may_link_to_a_claim_without_a_name_by_its_words() -> None:
    debate = ltac.loads("- Claim A: x\n  - Claim: The (old) door\n- Claim B: y\n  - Link The old door\n")
    assert relations(debate) == ["[The (old) door] supports [A]", "[The (old) door] supports [B]"]


def test_a_line_about_a_relation_is_kept_and_let_through() -> None:
    reading = ltac.read("- Claim A: x\n  - Relation R: {counter}\n    - Claim B: y\n")
    assert relations(reading.debate) == ["[B] supports [A]"]
    assert reading.debate.claims["A"].data["ltac"]["relations"] == (
        FrozenDict({"name": "R", "options": ("counter",)}),
    )
    assert [loss.feature for loss in reading.report.losses] == ["relation node"]


@pytest.mark.parametrize(
    ("form", "text", "code"),
    [
        ("opml", "<opml><head/></opml>", "I402"),
        ("opml", "<opml><body>", "I405"),
        ("opml", "<html/>", "I402"),
        ("freeplane", '<!DOCTYPE a SYSTEM "x"><map/>', "I406"),
        ("freeplane", "", "I405"),
        ("mindmup", '{"ideas": {"x": {}}}', "I402"),
        ("mindmup", '{"ideas": {"1": {"attr": {"group": "sideways"}}}}', "I402"),
        ("ltac", "- Claim C1: x\n      - Claim C2: y\n", "I407"),
        ("ltac", "- Claim A: x\n- Claim A: y\n", "I404"),
        ("ltac", "- Claim A: x {a}\n- Claim A: x {b}\n", "I404"),
        ("ltac", "- Claim A: x\n  - Link B\n", "I403"),
    ],
)
def test_damaged_files_are_refused(form: str, text: str, code: str) -> None:
    with pytest.raises(FormatError) as caught:
        read(text, format=form)
    assert caught.value.diagnostics[0].code == code


def test_outlines_may_be_very_deep() -> None:
    text = "<opml><body>" + '<outline text="+ a">' * 3000 + "</outline>" * 3000 + "</body></opml>"
    assert len(opml.loads(text).relations) == 2999


def test_paragraphs_of_rich_text_come_back() -> None:
    paragraphs = "<html><body><p>It rains.</p><p>So take one.</p></body></html>"
    text = f'<map><node><richcontent TYPE="NODE">{paragraphs}</richcontent></node></map>'
    assert paragraphs in freeplane.dumps(freeplane.loads(text))


def test_a_tick_and_a_cross_say_nothing_together_and_are_kept() -> None:
    icons = '<icon BUILTIN="button_cancel"/><icon BUILTIN="button_ok"/>'
    reading = read(f'<map><node TEXT="a"><node TEXT="b">{icons}</node></node></map>')
    assert [loss.feature for loss in reading.report.losses] == ["child without stance"]
    assert freeplane.dumps(reading.debate).count("<icon ") == 2


def test_ids_that_several_nodes_of_a_mind_map_have_are_reported() -> None:
    reading = read('<map><node TEXT="a" ID="x"/><node TEXT="b" ID="x"/></map>')
    assert [(loss.feature, loss.subject) for loss in reading.report.losses] == [("id", "node x")]
