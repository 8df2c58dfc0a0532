"""Codes, their words, and the diagnostics made of them."""

import copy
import pickle
import re

import pytest

from argmap.text import CODES, Diagnostic, MarkupError, Severity, Span, diagnose

WORDS = ("first", "second", "third")


@pytest.mark.parametrize("code", CODES)
def test_every_message_can_be_filled_in(code: str) -> None:
    assert not re.search(r"\{\d\}", diagnose(code, Span(0, 1), *WORDS).message)


@pytest.mark.parametrize("code", CODES)
def test_no_message_ends_in_a_full_stop(code: str) -> None:
    assert not CODES[code].message.endswith(".")


@pytest.mark.parametrize("code", CODES)
def test_no_message_names_a_token_of_the_grammar(code: str) -> None:
    assert not re.search(r"\b[A-Z]+_[A-Z]+\b|EOF|[Tt]oken|[Ii]ndent\b(?! the| it)", CODES[code].message)


def test_codes_are_grouped_and_in_order() -> None:
    assert list(CODES) == sorted(CODES, key=lambda code: ("SRCQDI".index(code[0]), code))


def test_a_diagnostic_has_the_words_of_the_text() -> None:
    found = diagnose("S113", Span(2, 3), "*")
    assert found == Diagnostic(
        "S113",
        Severity.WARNING,
        "`*` opens emphasis that is never closed, so it is read as text",
        Span(2, 3),
        "close it with `*`, or write `\\*`",
    )


def test_an_empty_hint_is_none() -> None:
    assert diagnose("R220", Span(0, 3), "[A]", "").hint is None


def test_a_severity_reads_as_its_word() -> None:
    assert [str(one) for one in Severity] == ["error", "warning", "info"]


def test_diagnostics_pickle_copy_and_hash() -> None:
    found = diagnose("R203", Span(1, 2, "a.argdown"), "key")
    assert {found, copy.deepcopy(found), pickle.loads(pickle.dumps(found))} == {found}


def test_an_error_in_markup_is_a_value_error_that_holds_its_diagnostics() -> None:
    found = diagnose("R208", Span(0, 4))
    error = MarkupError("summary", [found])
    assert isinstance(error, ValueError)
    assert (str(error), error.diagnostics) == ("summary", (found,))
