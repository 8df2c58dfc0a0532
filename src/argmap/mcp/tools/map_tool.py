"""`map`: a debate as a picture, or as an outline in words or as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from argmap.mcp.answer_shapes import NUMBER, SWITCH, TEXT, TEXTS, answer_shape, list_of
from argmap.mcp.given_texts import FORMAT_PARAMETER, LONGEST, TEXT_PARAMETERS, GivenText, given_text
from argmap.mcp.parameters import Json, ToolParameter
from argmap.mcp.permissions import Permissions
from argmap.mcp.plain_answers import MOST_OF_A_TEXT, brief, clean_text, cut_text, fitting, without_nothing
from argmap.mcp.refused_call import RefusedCallError
from argmap.mcp.tool import AssistantTool, ToolAnswer
from argmap.settings.tables import DETAILS

if TYPE_CHECKING:
    from argmap.render import Drawing

_FORMATS = ("svg", "png", "outline", "items")
# Those that come with argmap; the others are files.
_THEMES = ("default", "dark", "print", "colorblind", "argdown")
_MOST_BYTES = 2_000_000
# What makes a map smaller, for those that are too large.
_SMALLER = "give `select` or `focus` for a part of it, `detail` title, or ask for an outline"


def _map(words: Json, permissions: Permissions) -> ToolAnswer:
    from argmap import api
    from argmap.render import EngineError

    given = given_text(words, permissions)
    try:
        if words["select"] is not None:
            # In settings, titles that are not there would select nothing.
            api.select(given.document, words["select"])
        if words["as"] == "outline":
            return _outline(given, words)
        if words["as"] == "items":
            return _items(given, words)
        return _picture(given, words)
    except EngineError as error:
        raise RefusedCallError(str(error)) from None
    except (ValueError, LookupError) as error:
        raise RefusedCallError(str(error)) from None


def _outline(given: GivenText, words: Json) -> ToolAnswer:
    from argmap import api

    text, cut = cut_text(
        api.outline(given.document, depth=words["depth"] or None, select=words["select"]),
        noun="the outline",
    )
    content = {"as": "outline", "outline": text, **without_nothing({"notes": given.notes, "cut": cut})}
    return ToolAnswer(content, text)


def _items(given: GivenText, words: Json) -> ToolAnswer:
    from argmap.api.outlining import outline_data

    data = outline_data(given.document, depth=words["depth"] or None, select=words["select"])
    items, cut = fitting(
        map(_brief, data["items"]), most=len(data["items"]), noun="items", hint="give `select` or `depth`"
    )
    content = {"as": "items", "items": items, **without_nothing({"notes": given.notes, "cut": cut})}
    return ToolAnswer(content)


def _brief(item: Json) -> Json:
    return {
        key: brief(value) if isinstance(value, str) else list(map(brief, value)) if key == "facts" else value
        for key, value in item.items()
    }


def _picture(given: GivenText, words: Json) -> ToolAnswer:
    drawing = _drawing(given, words)
    content: Json = {
        "as": words["as"],
        "nodes": len(drawing.map.nodes),
        "edges": len(drawing.map.edges),
    }
    if words["as"] == "png":
        picture = drawing.png(dpi=words["dpi"])
        if len(picture) > _MOST_BYTES:
            raise RefusedCallError(f"the picture has {len(picture)} bytes; lower `dpi`, or {_SMALLER}")
        return ToolAnswer(content | _remarks(given, drawing), picture=picture)
    svg = drawing.svg()
    if len(svg) > MOST_OF_A_TEXT:
        raise RefusedCallError(f"the SVG has {len(svg)} characters; ask for png, or {_SMALLER}")
    return ToolAnswer(content | {"svg": svg} | _remarks(given, drawing), clean_text(svg))


def _drawing(given: GivenText, words: Json) -> Drawing:
    from argmap import api

    settings: dict[str, Any] = {}
    if words["select"] is not None:
        settings = {"selection": {"select": words["select"]}}
    return api.draw(
        given.document,
        theme=words["theme"],
        # No path of a program, which a document cannot name either.
        engine="auto",
        settings=settings,
        detail=words["detail"],
        focus=words["focus"],
        radius=words["radius"],
        legend=words["legend"],
        verdicts=words["verdicts"] or None,
        timeout=LONGEST,
    )


def _remarks(given: GivenText, drawing: Drawing) -> Json:
    return without_nothing({"notes": [*given.notes, *map(str, drawing.messages[:20])]})


MAP = AssistantTool(
    "map",
    "Draw a map",
    "Draw the argument map of a text, as SVG or PNG, or tell it as an outline in words, which is the "
    "shortest, or as `items` with line numbers. In an outline `+` supports what is above it, `-` attacks, "
    "`_` undercuts it.",
    (
        *TEXT_PARAMETERS,
        FORMAT_PARAMETER,
        ToolParameter("as", "text", "What is answered.", "svg", choices=_FORMATS),
        ToolParameter(
            "select", "text", "A selector of what is shown, such as `[A] <<+`; see `argmap://markup`."
        ),
        ToolParameter("focus", "text", "A title in brackets: only what is near to it is drawn."),
        ToolParameter("radius", "number", "How many steps away from `focus` is near.", 2, most=100),
        ToolParameter("detail", "text", "How much each box of a drawing says.", choices=DETAILS),
        ToolParameter("theme", "text", "How a drawing looks.", "default", choices=_THEMES),
        ToolParameter("verdicts", "switch", "Whether a drawing shows what holds."),
        ToolParameter("legend", "switch", "Whether a drawing explains its signs.", False),
        ToolParameter("dpi", "number", "Dots per inch of a PNG.", 96, least=24, most=300),
        ToolParameter(
            "depth", "number", "How many levels an outline has at most; 0 for all.", 0, most=10_000
        ),
    ),
    answer_shape(
        {
            "as": {"enum": list(_FORMATS)},
            "?nodes": NUMBER,
            "?edges": NUMBER,
            "?svg": TEXT,
            "?outline": TEXT,
            "?items": list_of(
                {
                    "level": NUMBER,
                    "kind": TEXT,
                    "?name": TEXT,
                    "?text": TEXT,
                    "?bearing": {**TEXT, "description": "How it is related to what is above it."},
                    "?number": {**NUMBER, "description": "Which step of its argument it is."},
                    "?quote": TEXT,
                    "?facts": TEXTS,
                    "?elsewhere": {**SWITCH, "description": "Whether it is given in full elsewhere."},
                    "?more": {**NUMBER, "description": "How many below it `depth` hides."},
                    "?line": NUMBER,
                }
            ),
        }
    ),
    _map,
)
