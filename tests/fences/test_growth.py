"""A page that is four times as long takes four times the work."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.fuzz.counting import calls

import argmap

PAGES: dict[str, Callable[[int], str]] = {
    "fences": lambda n: "```argdown\n[A]: a\n```\n\n" * n,
    "fences with an identifier": lambda n: "```argdown {#a}\n[A]: a\n```\n\n" * n,
    "openings": lambda n: "```argdown\n" * n,
    "marks in a row": lambda n: "~" * n + "argdown\n" + "~" * n,
    "lines in a fence": lambda n: "- ```argdown\n" + "  [A]: a\n\n" * n,
    "tabs in a fence": lambda n: "- ```argdown\n" + "\t[A]: a\n\n" * n,
    "quotations in a row": lambda n: ">" * n + "\n" + "\n" * n,
    "lists in a row": lambda n: "- " * n + "\n" + "\n" * n,
    "tabs": lambda n: "-\t" * n + "```argdown\n" + "\t" * n,
    "comments": lambda n: "<!-- \n" * n,
    "attributes of a tag": lambda n: "<a " + "b=c " * n + "\n",
    "quotes in a tag": lambda n: "<a b='" * n + "\n",
    "attributes of a fence": lambda n: "``` {.argdown " + 'a="' * n + "\n```\n",
    "backslashes in a caption": lambda n: '``` argdown caption="' + "\\" * n + "\n```\n",
    "front matter": lambda n: "---\n" + "a\n" * n,
    "breaks": lambda n: "* " * n + "a\n",
    "marks in the text": lambda n: "~~~~~argdown\n" + "~~~\n" * n + "~~~~~\n",
    "options": lambda n: "```{argmap}\n" + ":a: b\n" * n + "```\n",
    "unclosed options": lambda n: "```{argmap}\n---\n" + "a: b\n" * n + "```\n",
}


def _work(page: str) -> int:
    def work() -> None:
        argmap.check(argmap.parse(page, path="page.md"))
        argmap.format_text(page, path="page.md")

    return calls(work)


@pytest.mark.parametrize("name", PAGES)
def test_work_grows_with_the_page(name: str) -> None:
    made = PAGES[name]
    _work(made(2))
    assert _work(made(1200)) <= 4.6 * _work(made(300)) + 2000
