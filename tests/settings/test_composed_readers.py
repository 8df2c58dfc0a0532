"""Readers of values with values in them."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.settings import Settings
from argmap.settings.composed_readers import list_of, mapping_of, problems_in, table, table_of, text_or
from argmap.settings.readers import Reader, flag, size, text

_IMAGES = mapping_of(text_or(table(path=text, width=size)))
_GROUPS = list_of(table(title=text, isClosed=flag, nested="groups"))
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["red", "isClosed", "C301"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["title", "path", "color", "children", "isClosed"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)


def _messages(value: object, reader: Reader) -> list[str]:
    return [problem.message for problem in problems_in(value, reader)]


def test_a_problem_has_the_path_of_its_value() -> None:
    problems = list(problems_in({"a": {"width": "wide"}, "b": "b.png"}, _IMAGES))
    assert [(problem.path, problem.hint) for problem in problems] == [
        (("a", "width"), "write a number from 0 on")
    ]


def test_a_key_that_a_table_does_not_have_is_reported_with_the_nearest() -> None:
    problems = list(problems_in({"a": {"widht": 3}}, _IMAGES))
    assert [(problem.path, problem.hint, problem.is_unknown) for problem in problems] == [
        (("a", "widht"), "write `width`", True)
    ]


def test_a_value_where_a_table_belongs_is_reported_with_the_keys() -> None:
    assert [problem.hint for problem in problems_in({"a": 3}, _IMAGES)] == [
        "write a mapping with `path`, `width`"
    ]


def test_a_key_without_a_value_is_no_problem() -> None:
    assert _messages({"a": {"width": None}}, _IMAGES) == []


def test_problems_inside_a_value_that_cannot_be_used_are_reported_too() -> None:
    value = [3, {"isClosed": "no"}]
    assert [problem.path for problem in problems_in({"groups": value}, table_of({"groups": _GROUPS}))] == [
        ("groups",),
        ("groups", 1, "isClosed"),
    ]


def test_tables_in_tables_are_read_at_any_depth() -> None:
    value: dict[str, object] = {"isClosed": 3}
    for _ in range(200):
        value = {"groups": [value]}
    (problem,) = problems_in([value], _GROUPS)
    assert len(problem.path) == 402


def test_levels_beyond_any_use_are_not_read() -> None:
    value: dict[str, object] = {"isClosed": 3}
    for _ in range(5000):
        value = {"groups": [value]}
    assert _messages([value], _GROUPS) == []


@given(st.dictionaries(st.sampled_from(["sections", "regroup"]), _VALUES), _VALUES, _VALUES)
def test_settings_without_a_problem_lose_nothing(
    group: dict[str, object], tag_colors: object, scheme: object
) -> None:
    settings = {"group": group, "color": {"tagColors": tag_colors, "colorScheme": scheme}}
    unread = {problem.path[:2] for problem in Settings.problems(settings)}
    read = Settings.of(settings).to_mapping()
    assert all(
        key in read.get(room, {}) or (room, key) in unread or not value or value == "default"
        for room, inner in settings.items()
        for key, value in inner.items()
    )
