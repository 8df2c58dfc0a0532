"""`questions`: what to ask about the inferences of a debate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.mcp.answer_shapes import NUMBER, TEXT, TEXTS, answer_shape, list_of
from argmap.mcp.given_texts import FORMAT_PARAMETER, TEXT_PARAMETERS, GivenText, given_text
from argmap.mcp.parameters import Json, ToolParameter
from argmap.mcp.permissions import Permissions
from argmap.mcp.plain_answers import brief, fitting, without_nothing
from argmap.mcp.tool import AssistantTool, ToolAnswer

if TYPE_CHECKING:
    from argmap.analysis import ChecklistItem

_STATUSES = ("open", "answered", "raised")


def _questions(words: Json, permissions: Permissions) -> ToolAnswer:
    from argmap.analysis import checklist

    given = given_text(words, permissions)
    items = checklist(given.document.debate)
    entries, cut = fitting(
        (_entry(given, item) for item in items if words["status"] in (None, item.status.value)),
        most=words["limit"],
        noun="questions",
        hint="raise `limit`, or give `status`",
    )
    statuses = [item.status.value for item in items]
    answer = {status: statuses.count(status) for status in _STATUSES}
    return ToolAnswer({**answer, "questions": entries, **without_nothing({"notes": given.notes, "cut": cut})})


def _entry(given: GivenText, item: ChecklistItem) -> Json:
    inference = item.inference
    span = given.document.debate.arguments[inference.argument].span
    return without_nothing(
        {
            "inference": brief(str(inference.ref)),
            "line": given.line(span),
            "scheme": inference.scheme and inference.scheme.name,
            "question": item.question.name,
            "text": item.question.text,
            "status": item.status.value,
            "premises": [brief(str(ref)) for ref in item.premises],
            "answers": [brief(answer.text) for answer in item.answers],
            "objections": [brief(str(ref)) for ref in item.objections],
        }
    )


QUESTIONS = AssistantTool(
    "questions",
    "List critical questions",
    "List the critical questions about the inferences of a debate that follow a scheme, such as an argument "
    "from expert opinion: which are open, answered, or raised by an objection. `edit` can answer them. "
    "Read `argmap://schemes` for the schemes.",
    (
        *TEXT_PARAMETERS,
        FORMAT_PARAMETER,
        ToolParameter("status", "text", "List only questions of this status.", choices=_STATUSES),
        ToolParameter("limit", "number", "How many questions are listed at most.", 100, least=1),
    ),
    answer_shape(
        {
            **dict.fromkeys(_STATUSES, NUMBER),
            "questions": list_of(
                {
                    "inference": TEXT,
                    "?line": NUMBER,
                    "scheme": TEXT,
                    "question": TEXT,
                    "text": TEXT,
                    "status": {"enum": list(_STATUSES)},
                    "?premises": TEXTS,
                    "?answers": TEXTS,
                    "?objections": TEXTS,
                }
            ),
        }
    ),
    _questions,
)
