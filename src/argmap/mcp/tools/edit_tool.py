"""`edit`: one change of a text by names, with all that goes with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.mcp.answer_shapes import NUMBER, SWITCH, TEXT, TEXTS, answer_shape, list_of
from argmap.mcp.given_texts import TEXT_PARAMETERS, GivenText, given_text
from argmap.mcp.parameters import Json, Kind, ToolParameter
from argmap.mcp.permissions import Permissions
from argmap.mcp.plain_answers import MOST_OF_A_TEXT, fitting, is_hidden, without_nothing
from argmap.mcp.refused_call import RefusedCallError
from argmap.mcp.tool import AssistantTool, ToolAnswer
from argmap.mcp.tools.edit_actions import ACTIONS, EDIT_WORDS, KINDS, edits_of

if TYPE_CHECKING:
    from argmap.text import Edit

_MOST_CHANGES = 50
_MOST_LINES = 40
# In characters: comparing longer texts would take longer than editing them.
_LONGEST_COMPARED = 300_000
_KINDS: Mapping[str, Kind] = {"premises": "texts", "declaration": "anything"}


def _edit(words: Json, permissions: Permissions) -> ToolAnswer:
    given = given_text(words, permissions)
    if given.document.report is not None:
        raise RefusedCallError("only texts in Argdown are edited; `convert` makes one of this file")
    if words["write"] and not (permissions.may_write and given.is_file):
        why = "give `path`" if permissions.may_write else "start it as `argmap mcp --write FOLDER`"
        raise RefusedCallError(f"this server cannot write that; {why}, or leave out `write`")
    edits = edits_of(given.document, words)
    before = {path: _text_of(given, path) for path in dict.fromkeys((None, *(edit.path for edit in edits)))}
    after = {path: _edited(text, edits, path) for path, text in before.items()}
    is_written = bool(words["write"] and edits)
    if is_written:
        _write(given, {path: text for path, text in after.items() if text != before[path]})
    return ToolAnswer(_answer(given, words, edits, before, after) | {"written": is_written})


def _text_of(given: GivenText, path: str | None) -> str:
    """Return the text of a file that is edited; None is the document itself."""
    from argmap.files import read_file

    if path is None:
        return given.document.text
    try:
        return read_file(path).decode()
    except (OSError, ValueError) as error:
        raise RefusedCallError(f"{given.permissions.shown(path)}: {error}") from None


def _edited(text: str, edits: Iterable[Edit], path: str | None) -> str:
    from argmap.edits import apply

    return apply(text, edits, path=path)


def _write(given: GivenText, texts: Mapping[str | None, str]) -> None:
    """Write all files that change, whole, or none of them.

    Raises:
        RefusedCallError: one cannot be written; nothing has changed.
    """
    from argmap.files import replace_files

    places = {str(path or given.document.path): text for path, text in texts.items()}
    if outside := [place for place in places if not given.permissions.contains(place)]:
        names = ", ".join(Path(place).name for place in outside)
        raise RefusedCallError(f"{names} is outside of the folders of this server; nothing was written")
    try:
        replace_files({place: text.encode() for place, text in places.items()})
    except UnicodeEncodeError:
        raise RefusedCallError("it has halves of characters, which no file can hold") from None
    except OSError as error:
        raise RefusedCallError(f"nothing was written: {(error.strerror or str(error)).lower()}") from None


def _answer(
    given: GivenText,
    words: Json,
    edits: tuple[Edit, ...],
    before: Mapping[str | None, str],
    after: Mapping[str | None, str],
) -> Json:
    entries, cut = fitting(
        (_change(given, edit, before) for edit in edits),
        most=_MOST_CHANGES,
        noun="changes",
        hint="compare the texts",
    )
    answer: Json = {"changed": before != after, "changes": entries}
    text = after[None]
    if len(text) <= MOST_OF_A_TEXT:
        answer["text"] = text
    else:
        cut.append(f"the text has {len(text)} characters and is left out; `changes` says what is new")
    others = [
        {"file": given.permissions.shown(path), "text": text}
        for path, text in after.items()
        if path is not None and len(text) <= MOST_OF_A_TEXT // 4
    ][:4]
    if len(others) < len(after) - 1:
        cut.append("texts of included files are left out; `changes` says what is new in them")
    notes = list(given.notes)
    hidden = sum(map(is_hidden, text)) - text.count("\r")
    if hidden > 0:
        notes.append(f"{hidden} characters that cannot be shown are � here, and as they were in files")
    remarks = {"says": _meaning(given, words, before, after), "files": others, "notes": notes, "cut": cut}
    return answer | without_nothing(remarks)


def _change(given: GivenText, edit: Edit, before: Mapping[str | None, str]) -> Json:
    from argmap.text import SourceText

    text = before[edit.path]
    source = SourceText(text)
    start, end = edit.span[:2]
    return without_nothing(
        {
            "file": given.file(edit.span),
            "line": source.location(start).line,
            "end_line": source.location(end).line,
        }
    ) | {"before": text[start:end][:2000], "after": edit.replacement[:2000]}


def _meaning(
    given: GivenText, words: Json, before: Mapping[str | None, str], after: Mapping[str | None, str]
) -> list[str]:
    """Return what changed in what the text says, one line a change; nothing if that is not worked out."""
    from argmap import api

    tree = given.document.tree
    includes = len(tree.parts) > len(tree.blocks)
    if includes or len(before) > 1 or len(before[None]) > _LONGEST_COMPARED:
        return []
    path, is_page = given.document.path, words["markdown"] or None
    old, new = (api.parse(texts[None], path, markdown=is_page) for texts in (before, after))
    lines = api.diff(old, new).text().splitlines()
    return list(islice(lines, _MOST_LINES))


def _parameter(name: str, meaning: str) -> ToolParameter:
    return ToolParameter(name, _KINDS.get(name, "text"), meaning, choices=KINDS if name == "kind" else ())


EDIT = AssistantTool(
    "edit",
    "Change a text",
    "Change one thing in a text by its name, and all that goes with it: rename something wherever it is "
    "named, remove it, add or turn a relation, write the premises and the conclusion of an argument, declare "
    "a source, answer a critical question, add an argument of a scheme, lay out or fix the text. Comments, "
    "order and layout stay. The answer has the new text, the places that changed, and what it `says` now. "
    "For other changes, change the text yourself and `check` it. Needed are, by action: "
    + "; ".join(f"{name}: {', '.join(action.needs) or 'nothing'}" for name, action in ACTIONS.items())
    + ".",
    (
        *TEXT_PARAMETERS,
        ToolParameter("action", "text", "What to do.", choices=tuple(ACTIONS), is_required=True),
        *(_parameter(name, meaning) for name, meaning in EDIT_WORDS.items()),
        ToolParameter(
            "write", "switch", "Whether the file at `path` is written; only if the server was started so."
        ),
    ),
    answer_shape(
        {
            "changed": SWITCH,
            "written": SWITCH,
            "?text": TEXT,
            "changes": list_of(
                {"?file": TEXT, "line": NUMBER, "end_line": NUMBER, "before": TEXT, "after": TEXT}
            ),
            "?says": TEXTS,
            "?files": list_of({"file": TEXT, "text": TEXT}),
        }
    ),
    _edit,
    may_write=True,
)
