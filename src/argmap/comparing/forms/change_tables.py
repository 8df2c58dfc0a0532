"""Changes as a table in Markdown, for comments on a change."""

from __future__ import annotations

import re

from argmap.comparing.change_kinds import Reworded
from argmap.comparing.forms.change_places import ChangePlaces
from argmap.comparing.forms.change_words import detail_of, subject_of, summary_of
from argmap.comparing.forms.told_changes import ToldChanges
from argmap.text.visible import visible_line

# Whatever Markdown, HTML, and hosts with mentions and references would take for markup.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~&@$^:=.])")


def change_table(told: ToldChanges) -> str:
    """Return a table with a row for each change, and below it a summary; a sentence if nothing changed.

    Whatever the debates say is text there, never markup.
    """
    summary = _escaped(summary_of(told.changes, told.old, told.new))
    if not told.changes:
        return "Nothing changed in what is said.\n"
    places = ChangePlaces(told.texts)
    rows = ["| change | of | what | where |", "| --- | --- | --- | --- |"]
    for change in told.changes:
        what = _escaped(subject_of(change, told.old, told.new))
        detail = detail_of(change, told.old, told.new)
        if isinstance(change, Reworded):
            detail = ": " + "".join(_stretch(part) for part in change.words)
        else:
            detail = _escaped(detail)
        rows.append(f"| {change.word} | {change.kind} | {what}{detail} | {places.words(change)} |")
    return "".join(f"{row}\n" for row in (*rows, "", summary))


def _stretch(part: str) -> str:
    tag = {"=": "{}", "-": "<del>{}</del>", "+": "<ins>{}</ins>"}[part[0]]
    text = _escaped(" ".join(part[1:].split()) or " ")
    before = " " if part[1:2].isspace() and text != " " else ""
    after = " " if part[-1:].isspace() and text != " " else ""
    return before + tag.format(text) + after


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", visible_line(text))
