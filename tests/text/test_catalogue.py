"""The catalogue: every code's text shows it, and what is right does not."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import argmap
from argmap import interop
from argmap.interop import FormatError, argdown_json
from argmap.text import CODES
from argmap.text.catalogue import catalogue


def found(text: str, folder: Path, files: Mapping[str, str]) -> list[str]:
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")
    file = folder / "text.argdown"
    file.write_bytes(text.encode())
    document = argmap.load(file)
    return [one.code for one in (*document.diagnostics, *argmap.check(document))]


def found_in_text(text: str, *, is_page: bool = False, form: str = "", encoding: str = "utf-8") -> list[str]:
    if form:
        return found_in_format(text.encode(encoding), form)
    if text.startswith("{"):
        try:
            argdown_json.loads(text)
        except FormatError as error:
            return [one.code for one in error.diagnostics]
        return []
    document = argmap.parse(text, markdown=is_page)
    return [one.code for one in (*document.diagnostics, *argmap.check(document))]


def found_in_format(data: bytes, form: str) -> list[str]:
    try:
        interop.read(data, format=None if form == "unknown" else form, name="file.json")
    except FormatError as error:
        return [one.code for one in error.diagnostics]
    return []


def test_reading_a_text_does_not_load_the_catalogue() -> None:
    program = "import argmap, sys; argmap.parse('x [A]'); print('argmap.text.catalogue' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout == "False\n"


IN_TEXTS = [code for code, entry in catalogue().items() if not entry.is_loaded]
IN_FILES = [code for code, entry in catalogue().items() if entry.is_loaded]


def test_every_code_stands_in_the_catalogue_in_the_same_order() -> None:
    assert list(catalogue()) == list(CODES)


@pytest.mark.parametrize("code", IN_TEXTS)
def test_a_bad_text_shows_its_code_once_and_nothing_else(code: str) -> None:
    entry = catalogue()[code]
    words = {"is_page": entry.is_page, "form": entry.format, "encoding": entry.encoding}
    assert found_in_text(entry.bad, **words) == [code]


@pytest.mark.parametrize("code", IN_FILES)
def test_a_bad_file_shows_its_code_once_and_nothing_else(code: str, tmp_path: Path) -> None:
    assert found(catalogue()[code].bad, tmp_path, catalogue()[code].files) == [code]


@pytest.mark.parametrize("code", IN_FILES)
def test_a_good_file_shows_nothing(code: str, tmp_path: Path) -> None:
    entry = catalogue()[code]
    assert found(entry.good, tmp_path, entry.good_files or entry.files) == []


@pytest.mark.parametrize("code", catalogue())
def test_a_good_text_shows_nothing(code: str) -> None:
    entry = catalogue()[code]
    words = {"is_page": entry.is_page, "form": entry.format, "encoding": entry.encoding}
    assert found_in_text(entry.good, **words) == []


@pytest.mark.parametrize("code", catalogue())
def test_every_code_is_explained_in_whole_sentences(code: str) -> None:
    entry = catalogue()[code]
    assert entry.explanation[0].isupper() or entry.explanation[0] == "`"
    assert entry.explanation.endswith(".")


@pytest.mark.parametrize("code", catalogue())
def test_an_explanation_names_the_fix_if_there_is_one(code: str) -> None:
    entry = catalogue()[code]
    diagnostics = argmap.parse(entry.bad, markdown=entry.is_page).diagnostics
    fixes = [one.fix for one in diagnostics if one.fix]
    assert ("`--fix`" in entry.explanation) == any(fix.is_safe for fix in fixes)
    assert ("`--fix --unsafe-fixes`" in entry.explanation) == any(not fix.is_safe for fix in fixes)
