"""What reports say of who said what, where the format has no place for it."""

from __future__ import annotations

import pytest
from tests.interop.foreign_files import FOREIGN

import argmap
from argmap.interop import Fate, read, write

DEBATE = argmap.parse("""===
title: Weather
dialogue:
  locutions: [{id: "10", text: It rains}, {id: "12", text: Why}]
  illocutions: [{id: "11", force: Asserting, from: "10", about: ["[It rains]"]}]
  transitions: [{id: "13", from: "10", to: "12"}]
===

[It rains]: It rains
""").debate


@pytest.mark.parametrize("form", ["csv", "opml", "graphml", "gsn", "arguebuf"])
def test_each_part_of_a_dialogue_is_a_loss_of_its_own(form: str) -> None:
    losses = write(DEBATE, format=form, extras=False).report.losses
    subjects = [loss.subject for loss in losses if loss.feature == "dialogue"]
    assert subjects == ["locution 10", "locution 12", "illocution 11", "transition 13"]


def test_entries_of_the_frontmatter_are_reported_by_name() -> None:
    losses = write(DEBATE, format="csv").report.losses
    assert (Fate.DROPPED, "its entry `title` is lost") in {(loss.fate, loss.detail) for loss in losses}


def test_losses_are_in_the_order_of_the_file() -> None:
    starts = [loss.span.start for loss in read(FOREIGN["graphml"]).report.losses if loss.span]
    assert starts == sorted(starts)
