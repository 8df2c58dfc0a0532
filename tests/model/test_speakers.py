"""Who puts something forward, and what nobody stated."""

from __future__ import annotations

import pytest

import argmap
from argmap.analysis import statistics

TEXT = """===
speakers:
  Salviati: {role: Copernicus}
===

[Rest]: The earth is at rest. {speaker: Simplicio}
  - [Tides]: The tides show that it moves. {speaker: [Salviati, Sagredo]}

<Fall>

(1) A stone falls straight down. {implicit: true}
----
(2) [Rest]
"""


@pytest.fixture
def debate() -> argmap.Debate:
    return argmap.parse(TEXT).debate


def test_a_speaker_is_a_name_or_several(debate: argmap.Debate) -> None:
    assert debate.claims["Rest"].speakers == ("Simplicio",)
    assert debate.claims["Tides"].speakers == ("Salviati", "Sagredo")


def test_a_debate_lists_its_speakers_with_what_is_declared(debate: argmap.Debate) -> None:
    assert list(debate.speakers) == ["Salviati", "Simplicio", "Sagredo"]
    assert dict(debate.speakers["Salviati"]) == {"role": "Copernicus"}


def test_speakers_are_selected_by_their_names(debate: argmap.Debate) -> None:
    assert list(debate.select(speakers=["Sagredo"]).claims) == ["Tides"]


def test_an_unknown_speaker_is_a_lookup_error(debate: argmap.Debate) -> None:
    with pytest.raises(LookupError, match="there is no speaker 'Salvati'; did you mean 'Salviati'"):
        debate.select(speakers=["Salvati"])


def test_what_nobody_stated_is_selected(debate: argmap.Debate) -> None:
    (claim,) = debate.select(is_implicit=True).claims.values()
    assert claim.text == "A stone falls straight down."
    assert claim.is_implicit
    assert claim.statements[0].is_implicit


def test_statistics_count_speakers_and_what_nobody_stated(debate: argmap.Debate) -> None:
    numbers = statistics(debate)
    assert (numbers.implicit, dict(numbers.speakers)) == (1, {"Sagredo": 1, "Salviati": 1, "Simplicio": 1})


def test_rows_tell_both(debate: argmap.Debate) -> None:
    rows = {row["title"]: row for row in debate.rows("claims")}
    assert rows["Tides"]["speakers"] == "Salviati; Sagredo"
    assert [row["is_implicit"] for row in rows.values()].count(True) == 1


def test_a_drawing_tells_who_says_what(debate: argmap.Debate) -> None:
    assert "says Simplicio" in argmap.draw(debate).svg()


def test_a_speaker_that_is_nearly_declared_is_reported() -> None:
    (finding,) = argmap.parse(TEXT.replace("[Salviati, Sagredo]", "Salviatti")).diagnostics
    assert (finding.code, finding.hint) == ("R297", "did you mean `Salviati`?")
