"""What codes mean, for people: one on the terminal, all of them as a page of the documentation.

`python -m argmap.cli.explain > docs/diagnostics.md` writes the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.settings.readers import OWN_CODE
from argmap.text.catalogue import CatalogueEntry, catalogue
from argmap.text.nearest import nearest


def explanation(code: str) -> str:
    """Return what a code means, with a text that shows it and one that does not.

    Raises:
        LookupError: there is no such code; the message names the nearest.
    """
    known = catalogue()
    if OWN_CODE.fullmatch(code.upper()):
        raise LookupError(
            f"{code.upper()} is a code of an author's own rules: see `check.rules` in the settings"
        )
    if code.upper() not in known:
        near = nearest(code.upper(), known)
        raise LookupError(f"there is no code {code!r}" + (f"; did you mean {near}?" if near else ""))
    entry = known[code.upper()]
    parts = [
        f"{entry.code} ({entry.severity}): {entry.message}",
        f"hint: {entry.hint}",
        entry.explanation,
        *(f"With {name}:\n\n{_indented(text)}" for name, text in entry.files.items()),
        f"Wrong:\n\n{_indented(entry.bad)}",
        f"Right:\n\n{_indented(entry.good)}",
    ]
    return "\n\n".join(parts) + "\n"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.splitlines())


def page() -> str:
    """Return all codes as a page in Markdown."""
    return "\n".join(_lines())


_ROOMS = {
    "S": ("How a text is written", ""),
    "R": ("What a text says", ""),
    "C": (
        "What follows",
        "These rules look at the debate as a whole; `argmap check` applies them, reading alone does not.\n",
    ),
    "Q": ("Selectors", "They are in the settings `selection.select` and `check.rules`.\n"),
    "D": ("Differences between versions", ""),
    "I": (
        "Other formats",
        "If a file in another format cannot be read, `argmap.interop.FormatError` says why.\n",
    ),
}
_INTRODUCTION = """\
<!-- Made by `python -m argmap.cli.explain > docs/diagnostics.md` from src/argmap/text/codes.py and
catalogue.toml. -->

# Diagnostics

No text raises an error: mistakes are reported, and everything else is read.
`argmap check` prints the findings; `document.diagnostics` and `argmap.check(document)` return them.

Every finding has a code that never changes its meaning, a severity, a message, a position and usually a hint.
Some have related places, and some have a fix: `argmap check --fix` applies the safe ones.
With `--unsafe-fixes` it also applies fixes that guess what was meant.
`argmap check --explain S107` prints what this page says about a code.

| severity | meaning |
| --- | --- |
| `error` | something you wrote is lost, or does not say what you meant |
| `warning` | something you wrote may be lost, or may not say what you meant |
| `info` | nothing is lost, but you may want to know |

In the tables, `…` is a placeholder for words of your text.
"""


def _lines() -> Iterator[str]:
    yield _INTRODUCTION
    for letter, (heading, words) in _ROOMS.items():
        entries = [entry for code, entry in catalogue().items() if code.startswith(letter)]
        yield f"## {heading}\n"
        if words:
            yield words
        yield "| code | severity | finding | what to do |"
        yield "| --- | --- | --- | --- |"
        for entry in entries:
            what, to_do = _cell(entry.message), _cell(entry.hint)
            yield f"| [`{entry.code}`](#{entry.code.lower()}) | {entry.severity} | {what} | {to_do} |"
        yield ""
    yield "## All of them, with examples\n"
    yield "The first text of each shows the finding, the second does not.\n"
    for entry in catalogue().values():
        yield from _section(entry)


def _section(entry: CatalogueEntry) -> Iterator[str]:
    # A page shows these texts as they are; whether they show what they should is tested elsewhere.
    yield f"### {entry.code}\n\n{_cell(entry.message)[:1].upper()}{_cell(entry.message)[1:]}.\n"
    yield f"{entry.explanation.replace('. ', '.' + chr(10))}\n"
    for name, text in entry.files.items():
        yield f"Next to the text there is a file `{name}`:\n\n```text\n{text.rstrip()}\n```\n"
    yield f"```text\n{entry.bad}\n```\n"
    yield f"```text\n{entry.good}\n```\n"


def _cell(text: str) -> str:
    """Return a text for a table: what is no code must be no HTML."""
    quoted = text.replace("|", "\\|")
    return quoted.replace("<…>", "`<…>`").replace("[^…]", "`[^…]`").replace("`` ", "`")


if __name__ == "__main__":  # pragma: no cover
    print(page(), end="")
