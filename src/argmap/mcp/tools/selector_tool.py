"""`select`: which things of a debate a selector means."""

from __future__ import annotations

from argmap.mcp.answer_shapes import NUMBER, TEXT, TEXTS, answer_shape, list_of
from argmap.mcp.given_texts import FORMAT_PARAMETER, TEXT_PARAMETERS, given_text
from argmap.mcp.parameters import Json, ToolParameter
from argmap.mcp.permissions import Permissions
from argmap.mcp.plain_answers import brief, fitting, without_nothing
from argmap.mcp.refused_call import RefusedCallError
from argmap.mcp.tool import AssistantTool, ToolAnswer

_SELECTOR = (
    "What to select: kinds (`claims`, `arguments`, `evidence`, `questions`), titles (`[A]`, `<B>`), tags "
    "(`#crux`), states (`claims:unsupported`, `:out`), fields (`evidence{kind: testimony}`), words "
    '(`"tax"`), and ways along relations: `[A] <+` is what supports [A], `[A] <<+ evidence` the evidence on '
    "which it rests."
)


def _select(words: Json, permissions: Permissions) -> ToolAnswer:
    from argmap.api.querying import matcher_of

    given = given_text(words, permissions)
    matcher = matcher_of(given.document)
    try:
        refs = matcher.select(words["selector"])
    # A selector that cannot be read is a ValueError.
    except (LookupError, ValueError) as error:
        raise RefusedCallError(str(error)) from None

    def entry(ref: object) -> Json:
        thing = matcher.things.things[ref]  # type: ignore[index]  # what was selected is a thing
        span = thing.span
        return without_nothing(
            {
                "name": brief(str(ref)),
                "kind": getattr(ref, "kind", ""),
                "line": given.line(span),
                "file": given.file(span),
                "text": brief(getattr(thing, "text", None) or getattr(thing, "reference", None) or ""),
                "tags": [brief(tag) for tag in getattr(thing, "tags", ())],
            }
        )

    entries, cut = fitting(
        map(entry, refs),
        most=words["limit"],
        noun="things",
        hint="raise `limit`, or narrow the selector",
    )
    return ToolAnswer(
        {"number": len(refs), "things": entries} | without_nothing({"notes": given.notes, "cut": cut})
    )


SELECT = AssistantTool(
    "select",
    "Find things in a debate",
    "List what of a debate a selector selects, with the lines where it is written.",
    (
        *TEXT_PARAMETERS,
        FORMAT_PARAMETER,
        ToolParameter("selector", "text", _SELECTOR, is_required=True),
        ToolParameter("limit", "number", "How many things are listed at most.", 100, least=1, most=10_000),
    ),
    answer_shape(
        {
            "number": NUMBER,
            "things": list_of(
                {
                    "name": TEXT,
                    "kind": TEXT,
                    "?line": NUMBER,
                    "?file": TEXT,
                    "?text": TEXT,
                    "?tags": TEXTS,
                }
            ),
        }
    ),
    _select,
)
