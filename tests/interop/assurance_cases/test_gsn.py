"""GSN: assurance cases as gsn2x has them."""

from __future__ import annotations

import pytest

from argmap.interop import FormatError, gsn, read

TEXT = """\
G1: {text: The pump is safe, supportedBy: [S1], inContextOf: C1}
S1: {text: By hazard, supportedBy: Sn1}
Sn1: {text: Test report, url: "https://example.org/"}
C1: {text: At sea}
CG1: {text: The test was short, challenges: Sn1, undeveloped: true}
"""


def test_types_of_elements_are_told_by_their_names() -> None:
    debate = gsn.loads(TEXT)
    assert list(debate.claims) == ["G1", "C1", "CG1"]
    assert list(debate.evidence) == ["Sn1"]
    assert list(debate.arguments) == ["S1"]


def test_support_and_challenges_are_relations_and_contexts_are_kept() -> None:
    reading = read(TEXT)
    assert sorted(map(str, reading.debate.relations)) == [
        "<S1> supports [G1]",
        "[CG1] attacks [^Sn1]",
        "[^Sn1] supports <S1>",
    ]
    assert [loss.feature for loss in reading.report.losses] == ["context"]
    assert reading.debate.claims["CG1"].tags == ("undeveloped",)


def test_what_is_written_again_has_all_names_and_links() -> None:
    text = gsn.dumps(gsn.loads(TEXT))
    assert "argmap" not in text
    assert gsn.dumps(gsn.loads(text)) == text


def test_what_is_in_another_module_is_kept() -> None:
    report = read("module: {name: m}\nG1: {text: Local, supportedBy: [G9]}\n").report
    assert sorted(loss.feature for loss in report.losses) == ["link to nothing", "module"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("G1: {text: x, supportedBy: [G9]}", "I403"),
        ("G1: {text: x}\nG1: {text: y}", "I404"),
        ("G1: [x]", "I402"),
        ("Pump: {text: x}", "I402"),
        ("G1: &a {text: x}", "I406"),
        ("G1: {text: [}", "I405"),
    ],
)
def test_a_damaged_file_is_refused(text: str, code: str) -> None:
    with pytest.raises(FormatError) as error:
        gsn.loads(text)
    assert error.value.diagnostics[0].code == code
