"""Files of OVA before its third version."""

from __future__ import annotations

import json

import pytest
from tests.interop.test_file_laws import content
from tests.interop.test_foreign_files import without_entries

from argmap import parse, to_text
from argmap.interop import FormatError, read, recognise, same, write

FILE = {
    "nodes": [
        {"id": 1, "x": 10, "y": 20, "color": "b", "text": "It rains.", "type": "I", "visible": True},
        {"id": 2, "text": "I see it.", "type": "I", "participantID": "7", "majorClaim": True},
        {"id": 3, "text": "Expert Opinion", "type": "RA", "scheme": "15", "cqdesc": {"1": "who"}},
    ],
    "edges": [
        {"from": {"id": 2}, "to": {"id": 3}, "date": "06/03/2019 - 14:31:23"},
        {"from": {"id": 3}, "to": {"id": 1}},
    ],
    "participants": [{"id": 7, "firstname": "Ann", "surname": "Lee"}],
    "analysis": {"txt": 'So <span class="highlighted" id="node1">it rains</span>.', "ovaVersion": "1.2.0"},
}


def test_files_of_older_versions_are_read_with_places_and_written_as_the_newer_one_has_it() -> None:
    text = json.dumps(FILE)
    debate = read(text).debate
    assert recognise(text) == "xaif"
    assert debate.arguments["Expert Opinion"].inferences[0].scheme is not None
    assert debate.claims["It rains."].data["aif"]["at"] == (3, 11)  # type: ignore[index,call-overload]
    assert same(parse(to_text(debate)).debate, debate)
    writing = write(debate, format="xaif", extras=False)
    assert writing.report.is_lossless
    assert same(read(writing.text).debate, debate)


def test_whatever_is_left_out_of_an_older_file_changes_what_is_read() -> None:
    whole = content(json.dumps(FILE), "xaif")
    assert [path for path, text in without_entries(FILE) if content(text, "xaif") == whole] == []


@pytest.mark.parametrize(
    ("word", "value", "code"),
    [("to", {"id": 9}, "I403"), ("to", 9, "I402"), ("from", {}, "I402"), ("from", {"id": None}, "I402")],
)
def test_an_end_that_is_none_is_refused_or_left_out_and_reported(word: str, value: object, code: str) -> None:
    text = json.dumps({**FILE, "edges": [*FILE["edges"], {"from": {"id": 1}, "to": {"id": 3}, word: value}]})
    with pytest.raises(FormatError) as caught:
        read(text)
    assert caught.value.diagnostics[0].code == code
    assert "damage" in {loss.feature for loss in read(text, lenient=True).report.losses}
