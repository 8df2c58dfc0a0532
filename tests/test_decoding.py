"""Bytes become text, or an error that says in which encoding they are."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.decoding import decoded, encoding_of, why_not_utf8

WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
MARKS = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
TEXTS = ("[Sun]: It shines.\n", "[Щука]: Это правда.\n  + <Ещё>: да\n", "[太陽]: 照る。\n  + [天気]: 晴れ\n")


def refused(data: bytes) -> str:
    with pytest.raises(UnicodeDecodeError) as caught:
        decoded(data)
    return why_not_utf8(caught.value)


@given(st.text())
def test_utf8_is_read_as_it_is(text: str) -> None:
    assert decoded(text.encode()) == text


@given(strategies.markup(max_blocks=3))
def test_no_document_in_utf8_is_taken_for_another_encoding(text: str) -> None:
    assert encoding_of(text.encode()) is None


@pytest.mark.parametrize("mark", [True, False], ids=["mark", "no mark"])
@pytest.mark.parametrize("encoding", MARKS)
@pytest.mark.parametrize("text", TEXTS)
def test_utf16_is_called_so_with_and_without_its_mark(text: str, encoding: str, mark: bool) -> None:
    data = (MARKS[encoding] if mark else b"") + text.encode(encoding)
    assert refused(data) == "text in UTF-16, not in UTF-8: save it as UTF-8"


@pytest.mark.parametrize("encoding", ["utf-32-le", "utf-32-be", "utf-32"])
def test_utf32_is_called_so(encoding: str) -> None:
    assert refused(TEXTS[0].encode(encoding)) == "text in UTF-32, not in UTF-8: save it as UTF-8"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(
            "[A]: a\nü".encode("latin-1"),
            "not text in UTF-8, see byte 8, in line 2: save it as UTF-8",
            id="one byte a letter",
        ),
        pytest.param(
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not text in UTF-8, see byte 1, in line 1", id="picture"
        ),
    ],
)
def test_other_bytes_are_named_by_the_first_that_does_not_fit(data: bytes, why: str) -> None:
    assert refused(data) == why


@pytest.mark.parametrize("encoding", WIDE)
def test_no_file_in_another_encoding_is_read_as_if_it_were_utf8(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "wide.argdown").write_bytes(TEXTS[0].encode(encoding))
    (tmp_path / "main.argdown").write_text("@include(wide.argdown)\n", encoding="utf-8")
    with pytest.raises(UnicodeDecodeError):
        argmap.load(tmp_path / "wide.argdown")
    assert [one.code for one in argmap.load(tmp_path / "main.argdown").diagnostics] == ["R224"]
