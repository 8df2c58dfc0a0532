"""Each edit changes one thing that a text says, and nothing else of it."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple, TypeVar

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import argmap
from argmap import Argument, ClaimRef, Debate, Document, Span, Use, strategies
from argmap.analysis.critical_questions import Status, checklist, roles_of
from argmap.edits import (
    Edit,
    add_skeleton,
    allow,
    answer_question,
    apply,
    declare_source,
    extract,
    give_title,
    line_to_mention,
    mention_to_line,
    reconstruct,
    remove,
    skeleton,
    undoing,
)
from argmap.model import Element, read_schemes, scheme_catalogue
from argmap.model.reference import PropositionRef

ElementT = TypeVar("ElementT")
TEXT = """// Weather
[Sun]: It shines. // today
      +   <Forecast>: They said so.
          - [Doubt]: They often err.
      - <Clouds>: It is grey.

# More

It rains.
"""


def after(text: str, edits: tuple[Edit, ...]) -> str:
    changed = apply(text, edits)
    assert apply(changed, undoing(text, edits)) == text
    return changed


# Removing


def test_what_is_below_something_that_is_removed_becomes_a_block() -> None:
    changed = after(TEXT, remove(argmap.parse(TEXT), "<Forecast>"))
    assert changed == (
        "// Weather\n[Sun]: It shines. // today\n      - <Clouds>: It is grey.\n\n"
        "[Doubt]: They often err.\n\n# More\n\nIt rains.\n"
    )


def test_references_below_something_go_with_it_if_they_only_repeat() -> None:
    text = "[A]: a\n  + [B]\n  - <C>: c\n\n[B]: b\n"
    assert after(text, remove(argmap.parse(text), "[A]")) == "<C>: c\n\n[B]: b\n"


def test_a_block_goes_with_one_of_the_blank_lines_around_it() -> None:
    assert after("[A]\n\n[B]\n\n[C]\n", remove(argmap.parse("[A]\n\n[B]\n\n[C]\n"), "[B]")) == "[A]\n\n[C]\n"


@pytest.mark.parametrize(
    ("text", "thing", "reason"),
    [
        ("[A]: a\n\nsee @[A]", "[A]", "named in line 3"),
        ("<B>\n\n(1) [A]\n----\n(2) [C]", "[A]", "part of a structure, in line 3"),
        ("<B>\n\n(1) a\n----\n(2) [C]\n\nsee @<B>", "<B>", "named in line 7"),
        ("<B>\n\n(1) [A]\n----\n(2) [C]", "<B>#1", "part of an argument"),
    ],
)
def test_what_something_else_needs_is_not_removed(text: str, thing: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        remove(argmap.parse(text), thing)


STRUCTURE = """[E]: e
  + <B>: why

<B>

(1) [A]: a
  - <D>: d
(2) plain
-- modus ponens --
  <_ [U]: u
(3) [E]

<Z>
"""


def test_an_argument_goes_with_its_structure_and_titled_claims_stay() -> None:
    changed = after(STRUCTURE, remove(argmap.parse(STRUCTURE), "<B>"))
    assert changed == "[E]: e\n\n[A]: a\n  - <D>: d\n\n[U]: u\n\n<Z>\n"


def test_a_structure_without_a_title_is_removed_with_its_steps() -> None:
    text = "[A]\n\n(1) a\n----\n(2) b\n\n[C]\n"
    assert after(text, remove(argmap.parse(text), "<Untitled 1>")) == "[A]\n\n[C]\n"


# Titles


def test_claims_and_structures_without_titles_can_get_one() -> None:
    changed = after(TEXT, give_title(argmap.parse(TEXT), "[Untitled 1]", "Rain"))
    assert changed == TEXT.replace("It rains.", "[Rain]: It rains.")
    text = "(1) a\n----\n(2) b\n"
    assert after(text, give_title(argmap.parse(text), "<Untitled 1>", "B")) == f"<B>\n\n{text}"


def test_titles_that_are_there_or_taken_are_refused() -> None:
    document = argmap.parse(TEXT)
    with pytest.raises(ValueError, match="rename it"):
        give_title(document, "[Sun]", "Moon")
    with pytest.raises(ValueError, match="named already, in line 2"):
        give_title(document, "[Untitled 1]", "Sun")


# Structures


def test_a_sketch_becomes_a_structure_of_its_text_and_of_what_it_supports() -> None:
    changed = after(TEXT, reconstruct(argmap.parse(TEXT), "<Forecast>"))
    structure = "\n\n<Forecast>\n\n(1) They said so.\n----\n(2) [Sun]"
    assert changed == TEXT.replace("It is grey.", "It is grey." + structure)
    argument = argmap.parse(changed).debate.arguments["Forecast"]
    assert (len(argument.premises), argument.conclusion) == (1, ClaimRef("Sun"))


def test_premises_and_conclusions_can_be_given() -> None:
    text = "<B>: why\n\n[A]: a\n"
    edits = reconstruct(argmap.parse(text), "<B>", ["[A]", "2 * 3 #no tag"], "So [it] is.")
    changed = after(text, edits)
    assert changed.startswith("<B>: why\n\n(1) [A]\n(2) 2 \\* 3 \\#no tag\n----\n(3) So \\[it] is.\n\n[A]: a")


def test_nothing_is_made_up_for_a_structure() -> None:
    document = argmap.parse(TEXT)
    with pytest.raises(ValueError, match="give its conclusion"):
        reconstruct(document, "<Clouds>")
    with pytest.raises(ValueError, match="give premises"):
        reconstruct(argmap.parse("[A]\n  + <B>"), "<B>")
    with pytest.raises(ValueError, match="not an argument"):
        reconstruct(document, "[Sun]")


# Sources and answers


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("[A]", "===\nsources: {k: {title: T}}\n===\n\n[A]"),
        ("===\ntitle: x\n===\n\n[A]", "===\ntitle: x\nsources: {k: {title: T}}\n===\n\n[A]"),
        (
            "===\nsources:\n    a: {title: A} # first\ntitle: x\n===\n",
            "===\nsources:\n    a: {title: A} # first\n    k: {title: T}\ntitle: x\n===\n",
        ),
        ("===\nsources: {a: {title: A}}\n===\n", "===\nsources: {a: {title: A}, k: {title: T}}\n===\n"),
        ("===\r\nsources:\r\n===\r\n", "===\r\nsources:\r\n  k: {title: T}\r\n===\r\n"),
    ],
)
def test_sources_are_declared_where_others_are(before: str, expected: str) -> None:
    document = argmap.parse(before)
    changed = after(before, declare_source(document, "k", {"title": "T"}))
    assert changed == expected
    assert argmap.parse(changed).debate.sources["k"].title == "T"


def test_a_source_is_declared_once() -> None:
    with pytest.raises(ValueError, match="already"):
        declare_source(argmap.parse("===\nsources: {k: x}\n===\n"), "k", "y")


@pytest.mark.parametrize(
    "line",
    [
        "-- argument from sign --",
        "-- {scheme: sign} --",
        "-- argument from sign {answers: {link: no}} --",
        "-- argument from sign {\n  uses: [1]\n} --",
        "-- argument from sign {uses: [1],} --",
    ],
)
def test_critical_questions_are_answered_in_the_data_of_the_inference(line: str) -> None:
    text = f"[C]: c\n\n<B>\n\n(1) a // why\n{line}\n(2) b\n"
    document = argmap.parse(text)
    changed = after(text, answer_question(document, "<B>#1", "strength", "[C]"))
    item = next(each for each in checklist(argmap.parse(changed)) if each.question.name == "strength")
    assert (item.status, item.answers[0].ref) == (Status.ANSWERED, ClaimRef("C"))
    with pytest.raises(ValueError, match="answered already"):
        answer_question(argmap.parse(changed), "<B>", "strength", "again")


def test_questions_that_nobody_asks_are_refused_with_the_nearest() -> None:
    document = argmap.parse("<B>\n\n(1) a\n-- argument from sign --\n(2) b\n\n[A]")
    with pytest.raises(LookupError, match="did you mean 'strength'"):
        answer_question(document, "<B>", "strenght", "x")
    with pytest.raises(LookupError, match="not an inference"):
        answer_question(document, "[A]", "strength", "x")


# Skeletons


@pytest.mark.parametrize("name", sorted(scheme_catalogue()))
def test_every_scheme_has_a_skeleton_with_its_roles(name: str) -> None:
    entry = scheme_catalogue()[name]
    text = skeleton(name, "New")
    document = argmap.parse(text)
    argument = document.debate.arguments["New"]
    (inference,) = argument.inferences
    assert (document.diagnostics, argmap.format_text(text)) == ((), text)
    assert inference.scheme is not None
    assert inference.scheme.name == name
    assert list(roles_of(argument, inference)) == [premise.name for premise in entry.premises]
    assert len(argument.premises) == len(entry.premises)


def test_schemes_of_ones_own_have_skeletons_too() -> None:
    entry = read_schemes('[dream]\npremises.dream = "*Somebody* dreamt it."\nconclusion = "It is so."')[
        "dream"
    ]
    assert skeleton(entry).startswith("<dream>\n\n(1) \\*Somebody\\* dreamt it.\n")
    with pytest.raises(LookupError, match="did you mean 'expert_opinion'"):
        skeleton("expert opinon")


def test_skeletons_are_written_behind_a_text() -> None:
    changed = after(TEXT, add_skeleton(argmap.parse(TEXT), "sign"))
    assert changed == f"{TEXT}\n{skeleton('sign')}"
    with pytest.raises(ValueError, match="named already"):
        add_skeleton(argmap.parse(changed), "sign")


# Laws


class Said(NamedTuple):
    """What titled elements say, without structures, how many others there are, and the rest."""

    titled: dict[object, object]
    untitled: int
    rest: tuple[object, ...]


def said(debate: Debate) -> Said:
    titled: dict[object, object] = {
        element.ref: ([each.text for each in element.statements if each.text], element.tags, element.data)
        for element in debate
        if not element.is_untitled
    }
    metadata = {key: value for key, value in debate.metadata.items() if key != "sources"}
    return Said(titled, len(debate) - len(titled), (debate.sections, metadata))


def pick(elements: list[ElementT], choice: random.Random) -> ElementT:
    if not elements:
        raise LookupError("there is nothing to choose from")
    return choice.choice(elements)


def remove_law(document: Document, choice: random.Random) -> tuple[Edit, ...]:
    return remove(document, pick([each for each in document.debate if not steps_of(each)], choice))


def steps_of(element: Element) -> tuple[PropositionRef, ...]:
    return element.step_refs if isinstance(element, Argument) else ()


def title_law(document: Document, choice: random.Random) -> tuple[Edit, ...]:
    return give_title(document, pick([each for each in document.debate if each.is_untitled], choice), "Neu")


def structure_law(document: Document, choice: random.Random) -> tuple[Edit, ...]:
    return reconstruct(document, pick(list(document.debate.arguments.values()), choice), ["p"], "c")


def source_law(document: Document, choice: random.Random) -> tuple[Edit, ...]:
    return declare_source(document, "neu", {"title": "a: b"})


def skeleton_law(document: Document, choice: random.Random) -> tuple[Edit, ...]:
    return add_skeleton(document, "sign", "Neu")


def extraction_law(document: Document, choice: random.Random) -> tuple[Edit, ...]:
    first, last = sorted(choice.randrange(len(document.text) + 1) for _ in range(2))
    return extract(document, Span(first, last), "Neu")


def allowance_law(document: Document, choice: random.Random) -> tuple[Edit, ...]:
    return allow(document, "C301", choice.randrange(len(document.text) + 1))


def mention_law(document: Document, choice: random.Random) -> tuple[Edit, ...]:
    places = [place.name_span.start for place in argmap.occurrences(document) if place.use is Use.MENTION]
    return mention_to_line(document, pick(places, choice))


def line_law(document: Document, choice: random.Random) -> tuple[Edit, ...]:
    places = [place.name_span.start for place in argmap.occurrences(document) if place.use is Use.REFERENCE]
    return line_to_mention(document, pick(places, choice))


# What is said afterwards of titled elements, and how many untitled ones there are more.
CHANGES: dict[Callable[..., tuple[Edit, ...]], tuple[int, int]] = {
    remove_law: (-1, 0),
    title_law: (1, -1),
    structure_law: (0, 2),
    source_law: (0, 0),
    skeleton_law: (1, 3),
}


@pytest.mark.parametrize("law", CHANGES, ids=lambda law: law.__name__)
@settings(max_examples=40)
@given(
    text=strategies.markup(max_blocks=4, frontmatter=True),
    choice=st.randoms(use_true_random=False),
)
def test_an_edit_is_the_only_change(
    law: Callable[..., tuple[Edit, ...]], text: str, choice: random.Random
) -> None:
    document = argmap.parse(text)
    try:
        edits = law(document, choice)
    except (ValueError, LookupError):
        return
    before, later = said(document.debate), said(argmap.parse(after(text, edits)).debate)
    titled, untitled = CHANGES[law]
    gone = [ref for ref, words in before.titled.items() if later.titled.get(ref) != words]
    new = [ref for ref in later.titled if ref not in before.titled]
    more = later.untitled - before.untitled
    # What is removed may be titled or not.
    assert (len(gone), more) in {(max(0, -titled), untitled), (0, untitled + min(0, titled))}
    assert len(new) == max(0, titled)
    assert later.rest == before.rest


@settings(max_examples=40)
@given(
    text=strategies.markup(max_blocks=4, frontmatter=True),
    choice=st.randoms(use_true_random=False),
)
@example(text=STRUCTURE, choice=random.Random(0))
def test_with_a_structure_go_the_argument_and_steps_without_titles_only(
    text: str, choice: random.Random
) -> None:
    document = argmap.parse(text)
    structures = [each for each in document.debate.arguments.values() if steps_of(each)]
    try:
        argument = pick(structures, choice)
        edits = remove(document, argument)
    except (ValueError, LookupError):
        return
    before, later = said(document.debate), said(argmap.parse(after(text, edits)).debate)
    untitled = {ref for ref in steps_of(argument) if document.debate[ref].is_untitled}
    assert later.titled == {ref: words for ref, words in before.titled.items() if ref != argument.ref}
    assert 0 <= before.untitled - later.untitled - argument.is_untitled <= len(untitled)
    assert later.rest == before.rest


@settings(max_examples=60)
@given(text=st.text(alphabet="[]<>^?{}@#ab: \n+-()1/*'\"=,"), choice=st.randoms(use_true_random=False))
def test_no_text_makes_an_edit_fail_otherwise_than_by_refusing(text: str, choice: random.Random) -> None:
    document = argmap.parse(text)
    for law in CHANGES:
        try:
            after(text, law(document, choice))
        except (ValueError, LookupError):
            continue


MENTIONS = "[A]: See @[B] now.\n  - [C]\n\n[B]: b\n\n[C]: c\n\n<D>: d @[C]\n  + [B]\n"


@pytest.mark.parametrize("law", [extraction_law, allowance_law, mention_law, line_law])
@settings(max_examples=40)
@given(
    text=strategies.markup(max_blocks=4) | st.just(MENTIONS),
    choice=st.randoms(use_true_random=False),
)
def test_an_edit_of_a_line_leaves_all_others_alone(
    law: Callable[..., tuple[Edit, ...]], text: str, choice: random.Random
) -> None:
    document = argmap.parse(text)
    try:
        edits = law(document, choice)
    except (ValueError, LookupError):
        return
    before, later = said(document.debate), said(argmap.parse(after(text, edits)).debate)
    gone = [ref for ref, words in before.titled.items() if later.titled.get(ref) != words]
    assert len(gone) <= 1
    assert later.titled.keys() - before.titled.keys() <= {ClaimRef("Neu")}
    assert (later.untitled, later.rest) == (before.untitled, before.rest)


def test_a_mention_becomes_a_line_and_a_line_a_mention() -> None:
    lines = after(MENTIONS, mention_to_line(argmap.parse(MENTIONS), 11))
    assert lines.startswith("[A]: See B now.\n  - [C]\n  + [B]\n")
    back = after(lines, line_to_mention(argmap.parse(lines), lines.index("+ [B]") + 3))
    assert back.startswith("[A]: See B now. @[B]\n  - [C]\n\n")


def test_a_line_with_a_text_becomes_no_mention() -> None:
    with pytest.raises(ValueError, match="only a relation that refers"):
        line_to_mention(argmap.parse("[A]: a\n  + [B]: b"), 12)


def test_a_stretch_of_a_text_becomes_a_claim() -> None:
    text = "<A>: It rains and is cold.\n\n(1) b\n----\n(2) c\n"
    edits = extract(argmap.parse(text), Span(17, 25), "Cold")
    assert after(text, edits).endswith("\n(2) c\n\n[Cold]: is cold\n")
    with pytest.raises(LookupError, match="not in the text"):
        extract(argmap.parse(text), Span(0, 10), "Cold")


def test_what_is_allowed_is_no_longer_found() -> None:
    text = "[^E]: x {kind: law}\n\n<A>\n\n(1) [^E]\n-- sign --\n(2) b\n"
    for finding in argmap.check(argmap.parse(text)):
        text = after(
            text, allow(argmap.parse(text), finding.code, text.index("sign") if finding.code == "C315" else 0)
        )
    assert argmap.check(argmap.parse(text)) == ()


def test_what_is_allowed_already_is_not_allowed_again() -> None:
    with pytest.raises(ValueError, match="allowed here already"):
        allow(argmap.parse("[^E]: x {allow: [C301]}"), "C301", 0)
    with pytest.raises(LookupError, match="no code"):
        allow(argmap.parse("[^E]: x"), "C000", 0)
