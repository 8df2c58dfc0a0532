"""Groups from settings."""

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from argmap.data import Data, FrozenDict, freeze
from argmap.maps.regroup import regroup
from argmap.model import Argument, Claim, Debate, Evidence, Section

DEBATE = Debate(
    claims=FrozenDict({title: Claim(title, section="s1") for title in "AB"}),
    evidence=FrozenDict({title: Evidence(title, section="s1") for title in "AE"}),
    arguments=FrozenDict({title: Argument(title, section="s1") for title in "ab"}),
    sections=(Section("s1", "Heading", 1),),
)

TITLES = st.lists(st.sampled_from(["A", "B", "^A", "^E", "E", "a", "b", "nobody"]), max_size=3)
ENTRIES = st.recursive(
    st.just([]),
    lambda children: st.lists(
        st.fixed_dictionaries(
            {"title": st.sampled_from(["One", "Two"]), "children": children},
            optional={"statements": TITLES, "arguments": TITLES, "isClosed": st.booleans()},
        ),
        max_size=3,
    ),
    max_leaves=8,
)


def entries(*described: dict[str, object]) -> tuple[Data, ...]:
    return tuple(FrozenDict({key: freeze(value) for key, value in entry.items()}) for entry in described)


def sections_of(debate: Debate) -> dict[str, str | None]:
    return {f"{one.ref.kind} {one.title}": one.section for one in debate.elements}


@given(ENTRIES)
def test_ids_are_numbered_from_the_top_down(described: list[dict[str, object]]) -> None:
    found = regroup(Debate(), entries(*described)).sections
    assert [section.id for section in found] == [f"s{number}" for number in range(len(found))]


@given(ENTRIES)
def test_every_group_stands_behind_the_one_around_it(described: list[dict[str, object]]) -> None:
    found = regroup(Debate(), entries(*described)).sections
    levels = {section.id: section.level for section in found}
    assert all(section.level == levels.get(section.parent or "", 0) + 1 for section in found)


@given(ENTRIES.filter(bool))
def test_every_element_stands_in_a_group_or_in_none(described: list[dict[str, object]]) -> None:
    found = regroup(DEBATE, entries(*described))
    assert {one.section for one in found.elements} <= {None, *(section.id for section in found.sections)}


def test_without_entries_nothing_changes() -> None:
    assert regroup(DEBATE, ()) is DEBATE


def test_what_is_not_listed_has_no_section() -> None:
    found = regroup(DEBATE, entries({"title": "G", "statements": ["B", "nobody"], "arguments": ["a"]}))
    assert sections_of(found) == {
        "claim A": None,
        "claim B": "s0",
        "evidence A": None,
        "evidence E": None,
        "argument a": "s0",
        "argument b": None,
    }


def test_evidence_is_listed_with_or_without_its_mark() -> None:
    found = regroup(DEBATE, entries({"title": "G", "statements": ["^A", "E"]}))
    assert sections_of(found)["claim A"] is None
    assert (found.evidence["A"].section, found.evidence["E"].section) == ("s0", "s0")


def test_the_last_group_that_lists_something_has_it() -> None:
    found = regroup(DEBATE, entries({"title": "G", "arguments": ["a"]}, {"title": "H", "arguments": ["a"]}))
    assert found.arguments["a"].section == "s1"


def test_entries_become_groups_with_what_they_say() -> None:
    children = [{"title": "G1", "isClosed": True}, "no entry", {"title": 2}]
    found = regroup(
        DEBATE, entries({"title": "G", "tags": ["t"], "children": children}, {"children": "none"})
    )
    assert found.sections == (
        Section("s0", "G", 1, tags=("t",), is_group=True),
        Section("s1", "G1", 2, parent="s0", is_group=True, is_closed=True),
        Section("s2", "2", 2, parent="s0", is_group=True),
        Section("s3", "", 1, is_group=True),
    )


def test_depth_does_not_matter() -> None:
    def around(entry: Data, _: int) -> Data:
        return FrozenDict({"title": "G", "children": (entry,)})

    deep = reduce(around, range(5000), FrozenDict({"title": "G"}))
    assert regroup(DEBATE, (deep,)).sections[-1].level == 5001
