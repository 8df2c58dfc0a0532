"""`convert`: a debate in another format."""

from __future__ import annotations

from argmap.interop.conversion.known_formats import WRITERS
from argmap.mcp.answer_shapes import TEXT, TEXTS, answer_shape
from argmap.mcp.given_texts import FORMAT_PARAMETER, TEXT_PARAMETERS, GivenText, given_text
from argmap.mcp.parameters import Json, ToolParameter
from argmap.mcp.permissions import Permissions
from argmap.mcp.plain_answers import brief, cut_text, without_nothing
from argmap.mcp.refused_call import RefusedCallError
from argmap.mcp.tool import AssistantTool, ToolAnswer

_TEXTS = ("argdown", "report", "normal")
_MOST_LOSSES = 20


def _convert(words: Json, permissions: Permissions) -> ToolAnswer:
    from argmap.reports.conversion_lines import conversion_lines

    given = given_text(words, permissions)
    reports = [given.document.report] if given.document.report else []
    try:
        text = _in_words(given, words["to"])
        if text is None:
            from argmap.interop import write

            writing = write(given.document, format=words["to"])
            text = writing.text
            reports.append(writing.report)
    except (ValueError, LookupError) as error:
        raise RefusedCallError(str(error)) from None
    losses = [brief(line) for report in reports for line in conversion_lines(report)]
    text, cut = cut_text(text, noun=f"the text in {words['to']}")
    if len(losses) > _MOST_LOSSES:
        cut.append(f"{_MOST_LOSSES} of {len(losses)} lines about losses are listed")
    answer = {"format": words["to"], "text": text}
    remarks = {"losses": losses[:_MOST_LOSSES], "notes": given.notes, "cut": cut}
    return ToolAnswer(answer | without_nothing(remarks))


def _in_words(given: GivenText, form: str) -> str | None:
    """Return a debate in Argdown or in words, None if that is not what is asked for."""
    from argmap import api

    if form == "argdown":
        return api.to_text(given.document.debate)
    if form == "report":
        return api.report(given.document)
    if form == "normal":
        from argmap.comparing.forms.normal_form import normal_form

        return normal_form(given.document.debate)
    return None


CONVERT = AssistantTool(
    "convert",
    "Convert a debate",
    "Write a debate in another format, or a file of another format in Argdown, and say what is not the same "
    "on the other side. `report` is a report in Markdown, `normal` one sorted line for each thing said.",
    (
        *TEXT_PARAMETERS,
        FORMAT_PARAMETER,
        ToolParameter(
            "to", "text", "The format to write.", "argdown", choices=(*_TEXTS, *WRITERS), is_required=True
        ),
    ),
    answer_shape({"format": TEXT, "text": TEXT, "?losses": TEXTS}),
    _convert,
)
