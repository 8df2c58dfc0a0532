"""Evidence: what is put forward as given."""

import pytest
from tests.saying import findings

import argmap
from argmap.model import ClaimRef, Evidence, EvidenceRef, MarkKind, Relation, RelationKind, Role, Source


def evidence(text: str) -> Evidence:
    return argmap.parse(text).debate.evidence["E"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("[^E]: x", Role.TOP_LEVEL),
        ("a\n  + [^E]: x", Role.RELATION),
        ("* [^E]: x", Role.LIST_ITEM),
        ("(1) [^E]: x\n----\n(2) c", Role.PREMISE),
    ],
)
def test_evidence_stands_wherever_a_claim_may_stand(text: str, role: Role) -> None:
    assert (evidence(text).text, evidence(text).roles) == ("x", {role})
    assert findings(text) == []


def test_evidence_says_where_it_comes_from() -> None:
    one = evidence(
        "[^E]: x {source: S, kind: testimony, quote: 'so  it is', locator: 12, reliability: 0.8, note: n}"
    )
    assert (one.sources, one.kind, one.quote, one.locator, one.reliability) == (
        (Source(title="S"),),
        "testimony",
        "so it is",
        "12",
        0.8,
    )
    assert one.data["note"] == "n"


def test_what_evidence_does_not_say_is_none() -> None:
    one = evidence("[^E]: x")
    assert (one.sources, one.kind, one.quote, one.locator, one.reliability) == ((), None, None, None, None)


def test_data_of_all_places_say_it_together() -> None:
    one = evidence("[^E]: x {kind: event}\n\n[^E] {locator: 3}")
    assert (one.kind, one.locator) == ("event", "3")


def test_a_list_is_no_kind() -> None:
    assert evidence("[^E]: x {kind: [a]}").kind is None


@pytest.mark.parametrize("kind", ["observation", "expert-opinion", "hearsay", "Photo"])
def test_any_word_may_be_a_kind(kind: str) -> None:
    text = f"[^E]: x {{kind: {kind}}}"
    assert evidence(text).kind == kind
    assert findings(text) == []


def test_a_word_close_to_a_known_kind_is_told() -> None:
    document = argmap.parse("[^E]: x {kind: Testimoni}")
    assert [(one.code, one.hint) for one in document.diagnostics] == [("R226", "did you mean `testimony`?")]


@pytest.mark.parametrize("reliability", ["1.5", "-0.1", "high", "true", "[1]", ".nan"])
def test_reliability_is_a_number_from_0_to_1(reliability: str) -> None:
    text = f"[^E]: x {{reliability: {reliability}}}"
    assert evidence(text).reliability is None
    assert [one.split()[0] for one in findings(text)] == ["R227"]


@pytest.mark.parametrize("reliability", ["0", "1", "0.5"])
def test_reliability_may_be_0_and_1(reliability: str) -> None:
    assert evidence(f"[^E]: x {{reliability: {reliability}}}").reliability == float(reliability)


def test_evidence_bears_on_claims_and_claims_on_evidence() -> None:
    assert argmap.parse("[A]: a\n  + [^E]: e\n    - [B]: b").debate.relations == (
        Relation(RelationKind.ATTACK, ClaimRef("B"), EvidenceRef("E")),
        Relation(RelationKind.SUPPORT, EvidenceRef("E"), ClaimRef("A")),
    )


def test_evidence_can_be_mentioned() -> None:
    (mark,) = argmap.parse("[A]: see @[^E]\n\n[^E]: e").debate.claims["A"].statements[0].marks
    assert (mark.kind, mark.target) == (MarkKind.EVIDENCE_MENTION, "E")


@pytest.mark.parametrize("text", ["[^]: x", "[^]"])
def test_a_lone_circumflex_names_a_claim(text: str) -> None:
    assert list(argmap.parse(text).debate.claims) == ["^"]


def test_a_circumflex_inside_a_title_is_a_character() -> None:
    assert list(argmap.parse("[x^2]: y").debate.claims) == ["x^2"]
