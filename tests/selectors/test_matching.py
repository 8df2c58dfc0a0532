"""What selectors select."""

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.fuzz.counting import calls_of

import argmap
from argmap import ArgumentRef, Debate, Draft, InferenceRef, strategies
from argmap.selectors import Matcher, parse_selector
from argmap.selectors.expression import Fields, Words, parts_of

TEXT = """
# Aid

[A]: All is well. #crux {year: 1998, kind: guess}
  + <B>: Because. {source: Mill 1859}
    <_ [U]: Unless.
  - [C]: Costs.
  >< [D]: Not so.

## Arms

[^E]: Evidence. {source: {author: "J. S. Mill", title: On Liberty, date: 1859-05-01}, reliability: 0.4}
  +> [C]

<R>

(1) [^E]
(2) [P]: p {implicit: true}
----
(3) [M]: m
-- argument from sign --
(4) [A]

[?Q]: Which?
  + [A]
  + [C]
"""
DOCUMENT = argmap.parse(TEXT)


def names(selector: str, text: str = TEXT) -> list[str]:
    document = DOCUMENT if text == TEXT else argmap.parse(text)
    return [str(ref) for ref in argmap.select(document, selector)]


@pytest.mark.parametrize(
    ("selector", "selected"),
    [
        ("claims", "[A] [U] [C] [D] [P] [M]"),
        ("argument, question", "<B> <R> [?Q]"),
        ("inference", "<R>#1 <R>#2"),
        ("section", "# Aid # Arms"),
        ("[A] <+", "<B> <R>"),
        ("[A] <+ argument:reconstructed", "<R>"),
        ("[A] <-", "[C] [D]"),
        ("[A] ><", "[D]"),
        ("[A] <<~ evidence", "[^E]"),
        ("[A] <<+", "<B> [^E] <R> [P] [M]"),
        ("[U] _>", "<B>"),
        ("argument(<_ *)", "<B>"),
        ("claims!(<~ *)", "[U] [P]"),
        ("claims:root", ""),
        ("*:leaf", "[U] [^E] [P]"),
        ("#crux", "[A]"),
        ("claims:premise", "[P] [M]"),
        ("claims:conclusion", "[A] [M]"),
        ("*:implicit", "[P]"),
        ("*:sourced", "<B> [^E]"),
        ("claims:supported", "[A] [C] [M]"),
        ("claims:attacked", "[A] [D]"),
        ('*:in("Arms")', "[^E] <R> [P] [M] [?Q]"),
        ('"cost"', "[C]"),
        ("*{year < 2000}", "[A]"),
        ("*{kind: guess}", "[A]"),
        ("*{reliability <= 0.4}", "[^E]"),
        ('*{source.author ~ "mill"}', "[^E]"),
        ("source{date < 1900}", "On Liberty"),
        ("*{source.date < 1860}", "[^E]"),
        ("*{scheme: sign}", "<R>"),
        ("inference{scheme: sign}.premises", "[M]"),
        ("<R>.premises", "[^E] [P]"),
        ("<R>.conclusion", "[A]"),
        ("[M].concluded-in", "<R>"),
        ("[M] <+", "[^E] [P]"),
        ("[^E].used-in", "<R>"),
        ("[^E].section", "# Arms"),
        ("section.evidence", "[^E]"),
        ("section.sources", ""),
        ("<B>.sources.used-in", "<B>"),
        ("[?Q] <+", "[A] [C]"),
        ("*:depth(1)", "[A] [C]"),
        ("*{line: 4}", "[A]"),
        ("argument:in-map", "<B> <R>"),
        ("claims:accepted", "[U] [P] [M]"),
        ("inference:asked", "<R>#2"),
        ("evidence{nothing = 1}", ""),
    ],
)
def test_selectors_select(selector: str, selected: str) -> None:
    assert " ".join(names(selector)) == selected


@st.composite
def debates_with_selectors(draw: st.DrawFn, count: int) -> tuple[Debate, list[str]]:
    debate = draw(strategies.debates())
    return debate, [draw(strategies.selectors(debate)) for _ in range(count)]


@given(debates_with_selectors(2))
def test_a_comma_is_the_union(asked: tuple[Debate, list[str]]) -> None:
    debate, (one, other) = asked
    matcher = Matcher(debate)
    both = matcher.select(f"{one}, {other}")
    assert set(both) == set(matcher.select(one)) | set(matcher.select(other))
    assert len(both) == len(set(both))


@given(debates_with_selectors(1), st.sampled_from([":root", "#a", ":premise", "(<+ *)", "{text}"]))
def test_a_test_and_its_negation_part_what_there_is(asked: tuple[Debate, list[str]], test: str) -> None:
    debate, (selector,) = asked
    matcher = Matcher(debate)
    with_it, without = matcher.select(f"({selector}){test}"), matcher.select(f"({selector})!{test}")
    assert sorted((*with_it, *without), key=str) == sorted(matcher.select(selector), key=str)


@given(strategies.debates(), st.sampled_from(["+", "-", "_", "~"]), st.sampled_from(["", ">"]))
def test_arrows_lead_back(debate: Debate, sign: str, far: str) -> None:
    matcher = Matcher(debate)
    forward, backward = f"{sign}>{far}", f"{'<' if far else ''}<{sign}"
    elements = [element.ref for element in debate.elements][:6]
    for target in elements:
        sources = _along(matcher, target, backward)
        for source in elements:
            assert (source in sources) == (target in _along(matcher, source, forward))


def _along(matcher: Matcher, start: object, arrow: str) -> Iterable[object]:
    from argmap.selectors.arrows import WAYS, along

    return along(matcher.things, {start}, WAYS[arrow])  # type: ignore[arg-type]


# Most selectors ask for words or fields.
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(debates_with_selectors(1), st.data())
def test_renaming_an_element_renames_what_is_selected(
    asked: tuple[Debate, list[str]], data: st.DataObject
) -> None:
    debate, (selector,) = asked
    titled = [element.ref for element in debate.elements if not element.is_untitled]
    read = parse_selector(selector)
    # Words and fields ask for titles and texts themselves, which are other ones then.
    assume(titled and not any(isinstance(part, Words | Fields) for part, _ in parts_of(read)))
    old = data.draw(st.sampled_from(titled))
    # In a draft arguments that were taken apart are whole.
    assume("explodeArguments" not in str(debate.metadata))
    before = Draft.of(debate)
    after = Draft.of(debate)
    new = after.rename(old, "ꙮꙮ")

    def renamed(ref: object) -> object:
        if isinstance(ref, InferenceRef) and old == ArgumentRef(ref.argument):
            return InferenceRef(new.title, ref.place)
        return new if ref == old else ref

    selected = Matcher(before.finish(), is_lenient=True).select(selector)
    same = Matcher(after.finish(), is_lenient=True).select(str(read).replace(str(old), str(new)))
    assert [renamed(ref) for ref in selected] == list(same)


@settings(max_examples=40, deadline=None)
@given(strategies.documents(max_blocks=4), st.data())
def test_rules_of_checks_are_about_what_is_selected(document: argmap.Document, data: st.DataObject) -> None:
    selector = data.draw(strategies.selectors(document.debate))
    rules = {"check": {"rules": [{"select": selector, "code": "X001"}]}}
    checked = argmap.check(argmap.parse(document.text, settings=rules))
    selected = argmap.select(document, selector)
    things = Matcher(document.debate).things.things
    places = [finding.span.start for finding in checked if finding.code == "X001"]
    expected = [span.start if (span := things[ref].span) else 0 for ref in selected]
    assert sorted(places) == sorted(expected)


@given(strategies.documents().filter(lambda document: not document.debate.sources))
def test_selectors_of_a_document_and_of_its_debate_agree(document: argmap.Document) -> None:
    for selector in ("claims", "*:root", "argument(<+ *)", "* <<~ evidence"):
        assert argmap.select(document, selector) == argmap.select(document.debate, selector)


def test_what_is_not_there_is_not_selected_in_silence() -> None:
    with pytest.raises(LookupError, match=r"did you mean \[A\]"):
        argmap.select(argmap.parse("[A]: a"), "[AA] <+")
    with pytest.raises(LookupError, match="did you mean 'Aid'"):
        argmap.select(DOCUMENT, 'claims:in("Ayd")')
    assert Matcher(DOCUMENT.debate, is_lenient=True).select("[AA], [C]") == (argmap.ClaimRef("C"),)


def test_work_is_linear_in_the_debate() -> None:
    def work(count: int) -> int:
        text = "[A]: a\n" + "".join(f"  + [C{number}]: c\n    - <B{number}>\n" for number in range(count))
        debate = argmap.parse(text).debate
        selector = parse_selector('[A] <<~ argument(-> claim(+> *)), "c"{text ~ c}:depth(1)')
        return sum(
            calls_of(
                ("_next", "holds", "values", "_bearings"), lambda: Matcher(debate).select(selector)
            ).values()
        )

    few, many = work(100), work(400)
    assert many < 5 * few


def test_deep_debates_are_selected_from() -> None:
    text = "".join("  " * depth + ("+ " if depth else "") + f"[C{depth}]: c\n" for depth in range(1000))
    document = argmap.parse(text)
    assert len(argmap.select(document, "[C0] <<+")) == 999
    assert len(argmap.select(document, "*(+>> [C0])")) == 999
