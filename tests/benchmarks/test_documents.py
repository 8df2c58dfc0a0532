from __future__ import annotations

import pytest

import argmap

from .documents import document


@pytest.mark.parametrize("plain", [False, True])
def test_documents_are_the_same_each_time(plain: bool) -> None:
    assert document(20_000, plain=plain) == document(20_000, plain=plain)


@pytest.mark.parametrize("plain", [False, True])
def test_documents_hold_no_errors(plain: bool) -> None:
    assert argmap.parse(document(50_000, plain=plain)).ok


def test_documents_have_about_the_size_that_is_asked_for() -> None:
    assert 0 <= len(document(50_000).encode()) - 50_000 < 5_000
