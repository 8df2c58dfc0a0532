"""Every case of the language comes out as its file says; `python -m tests.cases` shows all differences."""

from collections import Counter
from pathlib import Path

import pytest
from tests.cases.case_files import FILES, Case, cases_in, outcome, regenerated

CASES = [pytest.param(case, id=f"{file.stem}: {case.title}") for file in FILES for case in cases_in(file)[1]]


@pytest.mark.parametrize("case", CASES)
def test_a_case_comes_out_as_expected(case: Case) -> None:
    assert outcome(case.text) == case.expected


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_of_cases_is_laid_out_as_it_would_be_written(file: Path) -> None:
    assert regenerated(file) == file.read_bytes().decode("utf-8")


def test_no_two_cases_have_one_title() -> None:
    titles = Counter(case.title for file in FILES for case in cases_in(file)[1])
    assert [title for title, count in titles.items() if count > 1] == []


def test_a_changed_expectation_is_written_anew(tmp_path: Path) -> None:
    file = tmp_path / "case.argdown"
    file.write_text("// About.\n\n//: a case\n[A]: x\n  + y\n//= nothing\n", encoding="utf-8")
    assert regenerated(file).splitlines()[4:] == [
        "  + y",
        "//= [A]: x",
        "//= [Untitled 1]: y",
        "//= [Untitled 1] supports [A]",
    ]
