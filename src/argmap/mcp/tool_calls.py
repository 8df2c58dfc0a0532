"""Calling tools by name: every call has an answer, whatever it is given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from attrs import evolve

from argmap.mcp.parameters import Json, read_arguments
from argmap.mcp.permissions import Permissions
from argmap.mcp.plain_answers import clean, clean_text
from argmap.mcp.refused_call import RefusedCallError
from argmap.mcp.tool import AssistantTool, ToolAnswer
from argmap.mcp.tools.check_tool import CHECK
from argmap.mcp.tools.convert_tool import CONVERT
from argmap.mcp.tools.edit_tool import EDIT
from argmap.mcp.tools.map_tool import MAP
from argmap.mcp.tools.question_tool import QUESTIONS
from argmap.mcp.tools.selector_tool import SELECT
from argmap.mcp.tools.verdict_tools import EVALUATE, FLIPS, WHY
from argmap.text.nearest import nearest

_MOST_OF_A_MESSAGE = 2000
TOOLS: Mapping[str, AssistantTool] = {
    tool.name: tool for tool in (CHECK, MAP, EVALUATE, WHY, FLIPS, SELECT, EDIT, CONVERT, QUESTIONS)
}


def call_tool(
    name: str, arguments: Mapping[str, object] | None = None, permissions: Permissions | None = None
) -> ToolAnswer:
    """Return the answer of a tool, or why there is none; nothing in it is a command or hidden.

    >>> call_tool("check", {"text": "[A]: It rains."}).content["ok"]
    True
    >>> call_tool("chekc").words
    "there is no tool 'chekc'; did you mean 'check'?"
    """
    try:
        answer = _answer(name, arguments or {}, permissions or Permissions())
    except RefusedCallError as error:
        answer = ToolAnswer(None, str(error)[:_MOST_OF_A_MESSAGE])
    return evolve(
        answer,
        content=cast("Json | None", clean(answer.content)),
        words=answer.words and clean_text(answer.words),
    )


def _answer(name: str, arguments: Mapping[str, object], permissions: Permissions) -> ToolAnswer:
    if name not in TOOLS:
        near = nearest(name, TOOLS)
        hint = f"did you mean {near!r}?" if near else f"there are {', '.join(TOOLS)}"
        raise RefusedCallError(f"there is no tool {name[:50]!r}; {hint}")
    tool = TOOLS[name]
    return tool.run(read_arguments(arguments, tool.parameters), permissions)
