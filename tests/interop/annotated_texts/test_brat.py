"""brat: annotations beside a text."""

from __future__ import annotations

import pytest

from argmap.interop import FormatError, brat, read

TEXT = "T1\tClaim 0 9\tIt rains.\nT2\tPremise 10 12;14 18\tI see it\nR1\tattacks Arg1:T2 Arg2:T1\t\n"


def test_stretches_are_claims_with_their_places() -> None:
    debate = brat.loads(TEXT)
    assert debate.claims["T1"].data["brat"]["at"] == (0, 9)  # type: ignore[index,call-overload]
    assert debate.claims["T2"].data["brat"]["at"] == ((10, 12), (14, 18))  # type: ignore[index,call-overload]
    assert [str(relation) for relation in debate.relations] == ["[T2] attacks [T1]"]


def test_attributes_notes_and_other_annotations_are_kept_and_reported() -> None:
    report = read(TEXT + "A1\tStance T1 For\n#1\tAnnotatorNotes T1\tnew\n*\tEquiv T1 T2\n").report
    assert sorted(loss.feature for loss in report.losses) == ["attribute", "note", "other annotation"]
    assert report.is_lossless


def test_the_annotated_text_is_the_source_of_claims_if_it_is_named() -> None:
    (source, *_) = read(TEXT, format="brat", file="essay.txt").debate.claims["T1"].sources
    assert source.reference == "essay.txt"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("T1 Claim 0 3 abc\n", "I407", 1),
        (TEXT + "T1\tClaim 0 3\tabc\n", "I404", 4),
        (TEXT + "R2\tsupports Arg1:T9 Arg2:T1\n", "I403", 4),
    ],
)
def test_a_damaged_line_is_refused_or_left_out(text: str, code: str, line: int) -> None:
    with pytest.raises(FormatError, match=f"^{line}:1: {code}"):
        brat.loads(text)
    assert read(text, format="brat", lenient=True).report.losses[0].fate.value == "dropped"


@pytest.mark.parametrize("words", [("Support", "Attack"), ("supports", "ATTACKS"), ("support", "attacks")])
def test_types_of_relations_are_known_in_any_case(words: tuple[str, str]) -> None:
    lines = "".join(f"R{n}\t{word} Arg1:T2 Arg2:T1\n" for n, word in enumerate(words, 2))
    debate = brat.loads(TEXT.splitlines(keepends=True)[0] + "T2\tClaim 9 10\tb\n" + lines)
    assert [relation.kind.value for relation in debate.relations] == ["support", "attack"]
    kept = [relation.data["brat"].get("type") for relation in debate.relations]  # type: ignore[union-attr]
    assert kept == [word if word not in ("supports", "attacks") else None for word in words]
