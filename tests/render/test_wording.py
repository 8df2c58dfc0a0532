"""What a map says in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.maps import ArgumentMap, MapGroup, MapNode, MapStep
from argmap.model import ArgumentRef, ClaimRef, Mark, MarkKind
from argmap.render.wording import in_words
from argmap.text.plain_words import words_of

TEXTS = st.text("ab @[]<>^#()*", max_size=30)
MARKS = st.lists(
    st.builds(
        Mark,
        st.sampled_from(list(MarkKind)),
        st.integers(0, 30),
        st.integers(0, 34),
        st.text("tu", max_size=3),
    ),
    max_size=4,
)


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("As @[B] says, it is so.", "As B says, it is so."),
        ("@<B> is an argument", "B is an argument"),
        ("so says @[^Smith 2020]", "so says Smith 2020"),
        ("**as @[B] says**, *and @<C>*", "as B says, and C"),
        ("it is @[ <i>*odd*  & ]!", "it is <i>*odd* &!"),
        ("some #(two words) here", "some #two words here"),
        ("some #tag here", "some #tag here"),
        ("written as \\@[B]", "written as @[B]"),
        ("[B] is no mention", "[B] is no mention"),
    ],
)
def test_mentions_show_titles(markup: str, words: str) -> None:
    (claim,) = [one for one in argmap.parse(f"[A]: {markup}").debate.claims.values() if one.title == "A"]
    (statement,) = claim.statements
    assert words_of(statement.text, statement.marks)[0] == words


def test_marks_move_with_what_they_mark() -> None:
    (claim,) = argmap.parse("[A]: *a* @[Long title] **b @<C> c** d").debate.claims.values()
    statement = claim.statements[0]
    text, marks = words_of(statement.text, statement.marks)
    assert [text[mark.start : mark.end] for mark in marks] == ["a", "Long title", "b C c", "C"]


@given(TEXTS, MARKS)
def test_marks_stay_in_order(text: str, marks: list[Mark]) -> None:
    said, moved = words_of(text, marks)
    assert all(mark.start >= 0 for mark in moved)
    pairs = [pair for pair in zip(marks, moved, strict=True) if pair[0].start <= pair[0].end]
    assert all(mark.start <= mark.end for _, mark in pairs)
    assert [mark.kind for mark in moved] == [mark.kind for mark in marks]
    assert said == text or len(marks) > 0


@given(TEXTS, MARKS)
def test_what_is_in_words_stays_in_words_where_titles_are_plain(text: str, marks: list[Mark]) -> None:
    again = words_of(*words_of(text, marks))
    assert again == words_of(*again)


def test_titles_of_groups_and_steps_are_in_words() -> None:
    mention = (Mark(MarkKind.CLAIM_MENTION, 0, 4, "B"),)
    steps = (MapStep("s0", 1, None, "@[B] s", mention), MapStep("i0"))
    node = MapNode("n0", ArgumentRef("A"), "A", "@[B] t", mention, steps=steps)
    group = MapGroup("s1", "@[B] g", 1, marks=mention)
    worded = in_words(ArgumentMap((node,), (), (group,)))
    assert worded.nodes[0].label_text == "B t"
    assert [step.text for step in worded.nodes[0].steps] == ["B s", None]
    assert worded.groups[0].title == "B g"


def test_a_map_without_mentions_stays_as_it_is() -> None:
    plain = ArgumentMap((MapNode("n0", ClaimRef("A"), "A", "*t*", (Mark(MarkKind.BOLD, 0, 3),)),))
    assert in_words(plain) == plain


def test_drawings_show_no_markup_of_mentions() -> None:
    text = "# On @[B]\n\n[A]: As @[B] says.\n  + [B]: b\n  + <C>\n\n<C>\n\n(1) [P]: @<C>\n----\n(2) [A]\n"
    svg = argmap.draw(argmap.parse(text), detail="full").svg()
    assert "@[" not in svg
    assert "@&lt;" not in svg


WORDS = st.lists(st.sampled_from(["tea", "is", "a", "(2)", "…"]), min_size=1, max_size=6).map(" ".join)


@given(WORDS, WORDS, st.data())
def test_a_text_goes_on_behind_a_title_that_is_its_beginning(
    title: str, rest: str, data: st.DataObject
) -> None:
    text = f"{title} {rest}"
    start = data.draw(st.integers(len(title) + 1, len(text) - 1))
    mark = Mark(MarkKind.BOLD, start, data.draw(st.integers(start + 1, len(text))))
    node = MapNode(
        "n0", ClaimRef(title), title, text, (mark,), steps=(MapStep("s0", 1, title, text, (mark,)),)
    )
    (shown,) = in_words(ArgumentMap((node,))).nodes
    step = shown.steps[0]
    expected = (f"… {rest}", rest) if title.count(" ") > 1 else (text, text)
    assert (shown.label_text, step.text) == expected
    for words, marks in ((expected[0], shown.marks), (expected[1], step.marks)):
        assert [words[each.start : each.end] for each in marks] == [text[mark.start : mark.end]]


def test_a_text_whose_title_is_inside_a_mark_is_shown_whole() -> None:
    text = "Tea is good for you"
    node = MapNode("n0", ClaimRef("Tea is good"), "Tea is good", text, (Mark(MarkKind.BOLD, 4, 19),))
    assert in_words(ArgumentMap((node,))).nodes == (node,)


def test_a_title_that_only_names_the_topic_stays_above_the_whole_text() -> None:
    node = MapNode("n0", ClaimRef("Tea"), "Tea", "Tea should be free")
    assert in_words(ArgumentMap((node,))).nodes == (node,)
