"""Minifying scripts and style sheets: removing what is only there for readers of their source."""

from __future__ import annotations

import re

# Strings and templates are kept as they are, and so are patterns, which never follow the end of a value.
_PIECE = re.compile(
    r"""(?P<text>'(?:\\.|[^'\\\n])*+'?|"(?:\\.|[^"\\\n])*+"?|`(?:\\.|[^`\\])*+`?)"""
    r"|(?:(?<=[(,=:\[])|(?<=return)) *+(?P<pattern>/(?![/*])(?:\\.|[^/\\\n])++/?)"
    r"| *+(?P<note>(?<![^\n ])//[^\n]*)|(?P<gap> +)"
)
_WORD = re.compile(r"[\w$]")
_SIGNS = frozenset(("++", "--"))


def short_script(script: str) -> str:
    r"""Return a script without indentation, empty lines, comment lines and unnecessary spaces.

    >>> short_script("// Why.\nconst a = b + +c, d = 'e  f';\n  if (a) return /g  h/;")
    "const a=b+ +c,d='e  f';\nif(a)return/g  h/;"
    """
    lines = (_PIECE.sub(_shorter, line.strip()) for line in script.splitlines())
    return "\n".join(line for line in lines if line)


def short_style(style: str) -> str:
    r"""Return a style sheet without indentation, line ends, comments and spaces at braces.

    >>> short_style("/* Why. */\na b, c {\n  color: red;\n}\n")
    'a b,c{color:red}'
    """
    text = " ".join(re.sub(r"/\*.*?(?:\*/|\Z)", "", style, flags=re.DOTALL).split())
    return re.sub(r";(?=\})", "", re.sub(r" ?([{};,>]) ?|(?<=:) ", r"\1", text))


def _shorter(piece: re.Match[str]) -> str:
    if kept := piece["text"] or piece["pattern"]:
        return kept
    if piece["note"]:
        return ""
    before, after = (
        piece.string[piece.start() - 1 : piece.start()],
        piece.string[piece.end() : piece.end() + 1],
    )
    return " " if (_WORD.match(before) and _WORD.match(after)) or before + after in _SIGNS else ""
