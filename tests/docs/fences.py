"""The fenced blocks of the README and the pages."""

from __future__ import annotations

import re
from pathlib import Path

from attrs import frozen

ROOT = Path(__file__).resolve().parents[2]
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "examples").glob("*.md")),
]
_FENCE = re.compile(
    r"^(?P<marks>`{3,}|:{3,})(?P<language>[\w{}:-]*)(?P<rest>[^\n`]*)\n(?P<content>.*?)^(?P=marks)[ ]*$",
    re.MULTILINE | re.DOTALL,
)


@frozen
class Fence:
    """A fenced block of a page; `line` is where its content begins."""

    page: Path
    line: int
    language: str
    words: tuple[str, ...]
    content: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"

    @property
    def file(self) -> str | None:
        """The name under which the reader saves it."""
        return next((one.removeprefix("file=") for one in self.words if one.startswith("file=")), None)


def fences(page: Path) -> list[Fence]:
    """Return the fences of a page from top to bottom; what stands within a fence is none."""
    text = page.read_text(encoding="utf-8")
    return [
        Fence(
            page,
            text[: one.start("content")].count("\n") + 1,
            one["language"],
            tuple(one["rest"].split()),
            one["content"],
        )
        for one in _FENCE.finditer(text)
    ]
