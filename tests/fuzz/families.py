"""Families of documents that grow: what is written at length, and what is made to cost time."""

from __future__ import annotations

from collections.abc import Callable

Made = Callable[[int], str]


def numbered(line: str) -> Made:
    """Return what makes so many lines, `@` standing for their numbers."""
    return lambda count: "".join(line.replace("@", str(number)) for number in range(10_000, 10_000 + count))


def between(start: str, line: str, end: str = "") -> Made:
    """Return what makes so many lines between a beginning and an end."""
    made = numbered(line)
    return lambda count: start + made(count) + end


def _nested(count: int) -> str:
    # Deep, but no wider than a line may be.
    lines = [f"{' ' * (place % 100)}+ [B {place}]: b\n" for place in range(1, count)]
    return "[A]: a\n" + "".join(lines)


def _ring(count: int) -> str:
    return "".join(f"[A {place}]: a\n  + [A {(place + 1) % count}]\n\n" for place in range(count))


def _every_heading(count: int) -> str:
    return "".join(f"{'#' * (place % 6 + 1)} H {place}\n\n[A {place}]: a\n\n" for place in range(count))


def _wide(count: int) -> str:
    return f"[A]: {'word' * 10 * count}\n"


FAMILIES: dict[str, Made] = {
    # Frontmatter
    "frontmatter between equals signs that never ends": between("===\n", "k@: 1\n"),
    "frontmatter between hyphens that never ends": between("---\n", "k@: 1\n"),
    "frontmatter between hyphens with indented lines": between(
        "---\ntitle: A\na:\n", "  - name: N\n    e: e\n"
    ),
    "frontmatter of Pandoc": between("---\ntitle: A\na:\n", "  - name: N\n    email: e\n", "...\n\n[A]: a\n"),
    "frontmatter of blank lines": between("---\na:\n", "    \n"),
    "frontmatter on one line that never ends": between("=== ", "a: @ = "),
    "equals signs": numbered("=========="),
    "equals signs in two runs": lambda count: "=" * 5 * count + " " + "=" * 5 * count + "x",
    "hyphens": numbered("----------"),
    "lines of equals signs": numbered("===\n"),
    "lines of hyphens": numbered("---\n"),
    "lines of dots": between("---\na: b\n", "...\n"),
    "keys of frontmatter": between("===\n", "k@: 1\n", "===\n\n[A]: a"),
    "equal keys of frontmatter": between("===\n", "a: 1\n", "===\n"),
    "keys like known ones": between("===\n", "titel@: 1\n", "===\n"),
    "unknown settings": between("===\nmap:\n", "  k@: 1\n", "===\n\n[A]: a"),
    "wrong settings": between("===\ndot:\n  graphVizSettings:\n", "    k@: [1]\n", "===\n\n[A]: a"),
    "colours that do not exist": between("===\ncolor:\n  tagColors:\n", "    k@: redd@\n", "===\n\n[A]: a"),
    "tags with colours": lambda count: (
        "===\ncolor:\n  tagColors:\n"
        + numbered("    t@: red\n")(count)
        + "===\n\n"
        + numbered("[A @]: a #t@\n\n")(count)
    ),
    "declared sources": between("===\nsources:\n", "  s@: Source @\n", "===\n\n[A]: a"),
    "declared sources that are used": lambda count: (
        "===\nsources:\n"
        + numbered("  s@: S @\n")(count)
        + "===\n\n"
        + numbered("[^E @]: a {source: s@}\n\n")(count)
    ),
    "unknown sources beside declared ones": lambda count: (
        "===\nsources:\n"
        + numbered("  s@: S @\n")(count)
        + "===\n\n"
        + numbered("[^E @]: a {source: t@}\n\n")(count)
    ),
    "schemes of one's own": between("===\nschemes:\n", "  s@: {premises: {p: a}}\n", "===\n\n[A]: a"),
    "silenced codes": between("===\nchecks:\n  ignore:\n", "    - C@\n", "===\n\n[A]: a"),
    "anchors and aliases": between("===\n", "a@: &a@ [1]\nb@: *a@\n", "===\n"),
    "one anchor and many aliases": between("===\na: &a [1, 2, 3]\n", "b@: *a\n", "===\n"),
    "a list in frontmatter": between("===\na:\n", "  - @\n", "===\n"),
    "a text over many lines in frontmatter": between("===\na: |\n", "  words\n", "===\n"),
    "a quoted text over many lines in frontmatter": between('===\na: "\n', "  words\n", '"\n===\n'),
    "comments in frontmatter": between("===\na: 1\n", "# comment\n", "===\n"),
    # Numbers
    "a long number in frontmatter": lambda count: f"===\na: {'9' * 40 * count}\n===\n",
    "a long number in data": lambda count: f"[A]: a {{a: {'9' * 40 * count}}}",
    "a long hexadecimal number": lambda count: f"[A]: a {{a: 0x{'f' * 40 * count}}}",
    "a long number with an exponent": lambda count: f"[A]: a {{a: 1e{'9' * 40 * count}}}",
    "a long number of a premise": lambda count: f"({'9' * 40 * count}) a\n----\n(2) b",
    "a long number of a list": lambda count: f"{'9' * 40 * count}. [A]: a",
    "numbers of premises": between("<A>\n\n", "(@) [P @]: p\n", "----\n(99999) c\n"),
    "uses of premises": lambda count: (
        "<A>\n\n"
        + numbered("(@) [P @]: p\n")(count)
        + "-- {uses: ["
        + numbered("@, ")(count)
        + "]} --\n(99999) c\n"
    ),
    # Signs
    **{f"{sign} in a row": numbered(sign * 3) for sign in "{}[]()<>*_#@\\:/`'\"|~^"},
    **{f"{sign} before words": numbered(f"{sign}a ") for sign in "{[(<*_#@\\"},
    **{
        f"{sign} behind data": between("[A]: a {b: c}\n", f"{sign}a ")
        for sign in ("[", "<", "#(", "[a](", "@[")
    },
    **{
        f"{sign} on lines behind a comment": between("/* a */\n", f"{sign}a\n")
        for sign in ("[", "<", "#(", "[a](")
    },
    "links": numbered("[a](b@) "),
    "mentions": numbered("@[A @] "),
    "unclosed mentions before a line end": lambda count: numbered("@[a ")(count) + "\n]",
    "emphases in emphases": lambda count: "*_" * count + "a" + "_*" * count,
    "emphases that cross": numbered("*a _b* c_ "),
    "quotation marks in data": between("[A]: a {a: ", "'a\", "),
    "brackets in data": lambda count: f"[A]: a {{a: {'[' * count}{']' * count}}}",
    "tags": between("[A]: a ", "#t@ "),
    "equal tags": between("[A]: a ", "#t "),
    "unclosed comments": numbered("/* a\n\n"),
    "unclosed HTML comments": numbered("<!-- a "),
    "comments": numbered("a /* b */ // c\n\n"),
    "comments in a row": numbered("/**/"),
    "includes": numbered("@include(a@.argdown)\n\n"),
    "blank lines": numbered("   \n"),
    "blank lines of tabs between texts": numbered("a\n\t\t\n"),
    "spaces": numbered("     "),
    "spaces before a line end": lambda count: "a" + " " * 10 * count + "\nb",
    "odd spaces": numbered("\u00a0\u2003"),
    "line ends of old": numbered("a\r\r"),
    # Texts and titles
    "one long word": _wide,
    "one long word without spaces": lambda count: "[A]: " + "\u8a00" * 10 * count,
    "one long text": between("[A]: ", "some words "),
    "one long text with marks": between("[A]: ", "some *words* "),
    "one long title": lambda count: f"[{'long title ' * count}]: a",
    "lines of one text": between("[A]: a\n", "and more of it\n"),
    "characters from right to left": between("[A]: ", "\u05e9\u05dc\u05d5\u05dd "),
    "titles that are nearly the same": numbered("[Some long title @]: a\n\n[some long titel @]\n\n"),
    "titles that differ in case": numbered("[aa @]: a\n\n[AA @]: a\n\n"),
    "titles of all kinds": numbered("[A @]: a\n\n<A @>: a\n\n[^A @]: a {source: x}\n\n"),
    "references to nothing": numbered("[A @]\n\n"),
    "references to arguments that are nothing": numbered("<A @>\n\n"),
    "definitions of one claim": numbered("[A]: text @\n\n"),
    "equal definitions": numbered("[A]: text\n\n"),
    "words of many claims": numbered("[A @]: climate change is dangerous and water levels rise @\n\n"),
    "data of many keys": between("[A]: a {", "k@: 1, ", "}"),
    "data on many lines": between("[A]: a {\n", "  k@: 1\n", "}"),
    "data blocks": between("[A]: a\n", "{k@: 1}\n"),
    "quotations": numbered('[^E @]: "a quotation that nobody finds @" {source: s, quote: "words @"}\n\n'),
    # Relations
    "a star": between("[A]: a\n", "  + [B @]: b\n"),
    "a star of arguments": between("[A]: a\n", "  - <B @>: b\n"),
    "a star the other way": between("[A]: a\n", "  +> [B @]: b\n"),
    "a star around each of two": between("[A]: a\n", "  + [B @]: b\n    - [C]\n"),
    "equal relations": between("[A]: a\n\n[B]: b\n\n", "[A]\n  + [B]\n\n"),
    "contradictions": between("[A]: a\n", "  >< [B @]: b\n"),
    "undercuts": between("<A>: a\n", "  <_ <B>: b\n"),
    "a chain": numbered("[A @]\n  + [B @]: b\n    + [C @]: c\n\n"),
    "a deep chain": _nested,
    "a ring": _ring,
    "rings of two": numbered("[A @]: a\n  + [B @]: b\n    + [A @]\n\n"),
    "islands": numbered("[A @]: a\n\n"),
    "headings": numbered("# H @\n\n[A @]: a\n\n"),
    "equal headings": numbered("# H\n\n[A @]: a\n\n"),
    "headings of all levels": _every_heading,
    "headings without text": numbered("# H @\n\n"),
    "lists": numbered("* a @\n"),
    "lists of numbers": numbered("1. a @\n"),
    "arguments with structure": numbered("<A @>\n\n(1) [P @]: p\n(2) [Q @]: q\n-- rule --\n(3) [C @]: c\n\n"),
    "steps of one argument": between("<A>\n\n(1) a\n", "----\n(2) [C @]: c\n"),
    "inference lines without a conclusion": between("(1) a\n", "-- a --\n"),
    "rules of a step": between("(1) a\n-- ", "rule @, ", "a --\n(2) b"),
    "premises without numbers": between("<A>\n\n(1) a\n", "a\n", "----\n(2) b\n"),
    "sources of one piece of evidence": between("[^E]: a {sources: [", "s@, ", "]}"),
}
