"""Readers of colours."""

from argmap.settings import Settings


def _problems(**color: object) -> list[tuple[str, str | None, str]]:
    problems = Settings.problems({"color": color})
    return [(".".join(map(str, problem.path[1:])), problem.hint, problem.code) for problem in problems]


def test_a_word_that_is_no_colour_is_reported_with_the_nearest() -> None:
    assert _problems(tagColors={"a": "tomatoo"}) == [("tagColors.a", "did you mean `tomato`?", "R240")]


def test_an_odd_colour_is_kept() -> None:
    assert Settings.of({"color": {"groupFontColor": "tomatoo"}}).color.group_font_color == "tomatoo"


def test_a_scheme_has_a_name_or_colours() -> None:
    assert _problems(colorScheme="defualt", groupColorScheme=["red", "blau"]) == [
        ("colorScheme", "did you mean `default`?", "R240"),
        ("groupColorScheme.1", "did you mean `blue`?", "R240"),
    ]


def test_a_map_may_be_transparent_but_no_text() -> None:
    problems = Settings.problems(
        {"dot": {"mapBgColor": "transparent"}, "color": {"groupFontColor": "transparent-ish"}}
    )
    assert [problem.path for problem in problems] == [("color", "groupFontColor")]


def test_a_place_in_a_scheme_is_one_that_the_scheme_beside_it_has() -> None:
    hint = "write a colour, or its place in the scheme: 0 to 1"
    assert _problems(colorScheme=["red", "blue"], statementColors={"a": 1, "b": 2, "c": {"color": 3}}) == [
        ("statementColors.b", hint, "R204"),
        ("statementColors.c.color", hint, "R204"),
    ]


def test_groups_have_a_scheme_of_their_own() -> None:
    assert _problems(groupColors={"a": 2, "b": 3}, argumentColors={"a": 7}) == [
        ("groupColors.b", "write a colour, or its place in the scheme: 0 to 2", "R204")
    ]


def test_relations_are_of_known_kinds() -> None:
    assert _problems(relationColors={"atack": "red"}) == [("relationColors.atack", "write `attack`", "R204")]


def test_of_many_odd_colours_the_first_get_a_hint() -> None:
    problems = _problems(tagColors={str(number): "tomatoo" for number in range(60)})
    assert sum(hint == "did you mean `tomato`?" for _, hint, _ in problems) == 50
