"""Makes Argdown documents of any size, the same ones in every run.

They hold what long documents hold, and only what @argdown/core accepts without an error.

`python -m tests.benchmarks.documents 100_000 > FILE` writes one.
"""

from __future__ import annotations

import random
import sys
from textwrap import TextWrapper

from .words import ESCAPES, RULES, SHORTCODES, TAGS, WORDS

KB = 1_000
MB = 1_000_000
SIZES = {"10 KB": 10 * KB, "100 KB": 100 * KB, "1 MB": MB, "10 MB": 10 * MB}

_WRAPPED = TextWrapper(width=68, break_long_words=False, break_on_hyphens=False)
_NO_BREAK = "\u0001"


def document(size: int, *, plain: bool = False) -> str:
    """Return a document of about `size` bytes, one block more at most.

    A plain one holds only what pyargdown accepts as well.
    """
    return _Author(size, plain).document()


class _Author:
    """Writes one document."""

    def __init__(self, size: int, plain: bool) -> None:
        self._size = size
        self._plain = plain
        self._random = random.Random(f"argmap {plain}")
        self._claims: list[str] = []
        self._arguments: list[str] = []
        self._titles = 0
        # What bears on what: no pair twice, so that nothing both supports and attacks.
        self._pairs: set[tuple[str, str]] = set()
        self._width = 0

    def document(self) -> str:
        blocks = [] if self._plain else [self._frontmatter()]
        written = sum(len(one.encode()) + 2 for one in blocks)
        # Something to refer to.
        kinds = ["heading", "definition", "sketch"] if not self._plain else ["definition", "sketch"]
        while written < self._size:
            kind = kinds.pop(0) if kinds else self._kind()
            # A quarter of all blocks has long lines.
            self._width = 0 if self._random.random() < 0.25 else 68
            block: str = getattr(self, f"_{kind}")().replace(_NO_BREAK, " ")
            blocks.append(block)
            written += len(block.encode()) + 2
        return "\n\n".join(blocks) + "\n"

    def _kind(self) -> str:
        kinds = {"definition": 14, "reference": 4, "untitled": 4, "sketch": 8, "structure": 12}
        if not self._plain:
            kinds |= {"heading": 7, "listing": 4, "comment": 3, "argument_reference": 3}
        return self._random.choices(list(kinds), list(kinds.values()))[0]

    # Blocks

    def _frontmatter(self) -> str:
        return (
            "===\ntitle: What ought to be done\nsubTitle: A document for measuring\n"
            "author: [Anna Example, Jörg Beispiel]\ndate: 2024-05-17\n"
            "abstract: >\n  Nothing in here is meant;\n  all of it is long.\n"
            "color:\n  tagColors: {core: '#1b9e77', moral: '#d95f02'}\n"
            "group: {groupDepth: 3}\n==="
        )

    def _heading(self) -> str:
        level = self._random.choice((1, 2, 2, 2, 3, 3))
        words = " ".join(self._random.choice(WORDS) for _ in range(self._random.randint(2, 6)))
        tag = f" {self._tag()}" if self._chance(0.3) else ""
        data = self._random.choice((" {isGroup: true}", " {isClosed: false}", " {color: 2, rank: 1}"))
        return f"{'#' * level} {words.capitalize()}{tag}{data if self._chance(0.25) else ''}"

    def _definition(self) -> str:
        title = self._claim()
        return self._lines(f"[{title}]:", self._text(), self._data(), self._tree(title, "claim"))

    def _reference(self) -> str:
        title = self._random.choice(self._claims)
        tags = "" if self._plain or self._chance(0.5) else f" {self._tag()}"
        data = "" if self._plain else self._data()
        return self._lines(f"[{title}]{tags}", "", data, self._tree(title, "claim"))

    def _untitled(self) -> str:
        return self._lines("", self._text(), self._data(), self._tree(self._anonymous(), "claim"))

    def _sketch(self) -> str:
        title = self._argument()
        return self._lines(f"<{title}>:", self._text(), self._data(), self._tree(title, "argument"))

    def _argument_reference(self) -> str:
        title = self._random.choice(self._arguments)
        return self._lines(f"<{title}>", "", "", self._tree(title, "argument"))

    def _structure(self) -> str:
        title = self._argument()
        head = self._lines(f"<{title}>:", self._text(short=True), self._data(), "")
        lines: list[str] = []
        number = 0
        for last in [False] * self._random.choice((0, 0, 1, 2)) + [True]:
            premises = self._random.choice((1, 2, 2, 3))
            for _ in range(premises):
                number += 1
                lines.append(self._step(number))
            lines.append(self._inference(list(range(number - premises + 1, number + 1))))
            if not self._plain and self._chance(0.15):
                lines.append(self._lines(f"  <_ <{self._argument()}>:", self._text(short=True), "", ""))
            number += 1
            lines.append(self._step(number, concludes=last))
        return f"{head}\n\n" + "\n".join(lines)

    def _step(self, number: int, *, concludes: bool = False) -> str:
        if self._chance(0.2):
            return f"({number}) [{self._random.choice(self._claims)}]"
        label = f" [{self._claim()}]:" if self._chance(0.5) else ""
        tree = self._tree("", "conclusion", depth=1) if concludes and self._chance(0.4) else ""
        return self._lines(f"({number}){label}", self._text(short=True), self._data(), tree)

    def _inference(self, uses: list[int]) -> str:
        if self._chance(0.35):
            return "----"
        rules = ", ".join(self._random.sample(RULES, self._random.choice((1, 1, 2))))
        if self._plain:
            return f"-- {rules} --"
        certain = self._random.choice(("true", "false"))
        return self._random.choice(
            (
                f"-- {rules} --",
                f"-- {rules} {{uses: {uses}}} --",
                f"--\n{rules}\n--",
                f"--\n{rules}\n{{uses: {uses}, logic: [deductive, 1st], certain: {certain}}}\n--",
                f"-- {rules} {{\n  uses: {uses}\n  certain: {certain}\n}} --",
            )
        )

    def _listing(self) -> str:
        numbered = self._chance(0.5)
        items = []
        for index in range(self._random.randint(2, 5)):
            marker = f"{index + 1}." if numbered else "*"
            tree = self._tree(self._anonymous(), "claim", depth=2) if self._chance(0.3) else ""
            items.append(self._lines(marker, self._text(short=True), "", tree, hanging="    "))
        return "\n".join(items)

    def _comment(self) -> str:
        words = self._words(12)
        return self._random.choice(
            (f"// {words}", f"/* {words} */", f"<!--\n{words}\n\n{self._words(8)}\n-->", f"/*\n  {words}\n*/")
        )

    # Relations

    def _tree(self, above: str, kind: str, *, depth: int = 4) -> str:
        if not self._chance(0.55):
            return ""
        return "\n".join(self._branches(above, kind, self._random.choice(("  ", "    ")), "", depth))

    def _branches(self, above: str, kind: str, step: str, indent: str, depth: int) -> list[str]:
        indent += step
        lines: list[str] = []
        for _ in range(self._random.choice((1, 1, 2, 2, 3))):
            operator = self._operator(kind)
            child, head, text = self._child(above, operator)
            deeper: list[str] = []
            if depth > 1 and self._chance(0.35) and kind != "conclusion":
                below = "argument" if head.lstrip().startswith("<") else "claim"
                deeper = self._branches(child, below, step, indent, depth - 1)
            data = self._data() if text and self._chance(0.3) else ""
            lines.append(self._lines(f"{indent}{operator} {head}".rstrip(), text, data, "\n".join(deeper)))
        return lines

    def _operator(self, kind: str) -> str:
        operators = {"+": 6, "<+": 6, "-": 6, "<-": 6, "+>": 3, "->": 3}
        if self._plain:
            del operators["+"], operators["-"]
        if kind == "claim":
            operators["><"] = 2
        if kind == "argument":
            operators |= {"<_": 2, "_>": 2} if self._plain else {"<_": 2, "_>": 2, "_": 1}
        return self._random.choices(list(operators), list(operators.values()))[0]

    def _child(self, above: str, operator: str) -> tuple[str, str, str]:
        """Return the title of what stands below, what it begins with and its text."""
        choice = self._random.random()
        to_argument = operator == "_>" or (operator != "><" and choice < 0.5)
        room = self._arguments if to_argument else self._claims
        if self._chance(0.25):
            title = self._random.choice(room)
            pair = (min(above, title), max(above, title))
            if above and title != above and pair not in self._pairs:
                self._pairs.add(pair)
                tag = "" if self._plain or self._chance(0.8) else f" {self._tag()}"
                return title, (f"<{title}>" if to_argument else f"[{title}]") + tag, ""
        if to_argument:
            title = self._argument()
            return title, f"<{title}>:", self._text(short=True)
        if choice > 0.85:
            return self._anonymous(), "", self._text(short=True)
        title = self._claim()
        return title, f"[{title}]:", self._text(short=True)

    # Titles

    def _claim(self) -> str:
        self._claims.append(self._title())
        return self._claims[-1]

    def _argument(self) -> str:
        self._arguments.append(self._title())
        return self._arguments[-1]

    def _title(self) -> str:
        self._titles += 1
        words = " ".join(self._random.choice(WORDS) for _ in range(self._random.randint(1, 3)))
        return f"{words.capitalize()} {self._titles}"

    def _anonymous(self) -> str:
        self._titles += 1
        return f"(no title) {self._titles}"

    # Text

    def _text(self, *, short: bool = False) -> str:
        return " ".join(self._sentence() for _ in range(1 if short else self._random.randint(1, 4)))

    def _sentence(self) -> str:
        words = [self._random.choice(WORDS) for _ in range(self._random.randint(6, 20))]
        words[0] = words[0].capitalize()
        marks = 0 if self._plain else self._random.choice((0, 0, 0, 1, 1, 2))
        for place in self._random.sample(range(1, len(words) - 1), marks):
            words[place] = self._marked(words[place])
        if self._chance(0.3):
            words[len(words) // 2 - 1] += ","
        return " ".join(words) + self._random.choice((".", ".", ".", "?", "!"))

    def _marked(self, word: str) -> str:
        more = self._random.choice(WORDS)
        marked = (
            f"**{word} {more}**",
            f"*{word}*",
            f"__{word}__",
            f"_{word} {more}_",
            f"**{word} *{more}* again**",
            f"[{word}{_NO_BREAK}{more}](https://example.org/{self._titles}/some_page?q=1&x=y)",
            self._mention(),
            self._mention(),
            self._tag().replace(" ", _NO_BREAK),
            self._random.choice(ESCAPES),
            self._random.choice(SHORTCODES),
            f"({word} {more})",
            f"{word} /* {more} */",
        )
        return self._random.choice(marked)

    def _mention(self) -> str:
        if self._claims and (self._chance(0.5) or not self._arguments):
            return f"@[{self._random.choice(self._claims)}]".replace(" ", _NO_BREAK)
        return (
            f"@<{self._random.choice(self._arguments)}>".replace(" ", _NO_BREAK) if self._arguments else "it"
        )

    def _words(self, count: int) -> str:
        return " ".join(self._random.choice(WORDS) for _ in range(count))

    def _tag(self) -> str:
        return f"#{self._random.choice(TAGS)}"

    def _data(self) -> str:
        if not self._chance(0.12):
            return ""
        value = self._random.randint(1, 99)
        if self._plain:
            return f" {{rank: {value}}}"
        return self._random.choice(
            (
                f" {{rank: {value}}}",
                f" {{weight: 0.{value}, checked: true, by: [Anna, Jörg]}}",
                f' {{note: "as written, on page {value}", pages: [{value}, {value + 3}]}}',
                f" {{\n  rank: {value}\n  note: found in a box\n  by:\n    - Anna\n    - Jörg\n}}",
                f" {{review: {{by: Anna, stars: {value}}}}}",
            )
        )

    # Lines

    def _lines(self, marker: str, text: str, data: str, tree: str, *, hanging: str = "") -> str:
        margin = marker[: len(marker) - len(marker.lstrip())] + hanging
        written = f"{marker} {text}".rstrip() if marker else text
        if self._width and text:
            _WRAPPED.subsequent_indent = f"{margin}  " if margin else ""
            # A title stands on one line.
            title, colon, rest = written.partition("]:" if "[" in marker else ">:")
            title = title.replace(" ", _NO_BREAK) if colon else title
            lines = _WRAPPED.wrap(title + colon + rest)
            if len(lines) > 2 and not self._plain and self._chance(0.03):
                lines.insert(1, f"{_WRAPPED.subsequent_indent}// {self._words(5)}")
            written = "\n".join(lines)
        tree = f"\n{tree}" if tree else ""
        return written + data + tree

    def _chance(self, share: float) -> bool:
        return self._random.random() < share


if __name__ == "__main__":
    sys.stdout.write(document(int(sys.argv[1]), plain="--plain" in sys.argv))
