"""What the questions of the documentation select in the longest example, read as one reads code.

`pytest tests/selectors --update-golden` writes it anew.
"""

import re
from pathlib import Path

import pytest

import argmap

_ROOT = Path(__file__).parents[2]
_GOLDEN = Path(__file__).with_name("thirty_questions.txt")
_ROW = re.compile(r"^\| `(?P<selector>[^|]+)` \|", re.MULTILINE)


def test_the_questions_of_the_documentation_are_answered(request: pytest.FixtureRequest) -> None:
    page = (_ROOT / "docs/how-to/ask-your-map.md").read_text("utf-8")
    questions = _ROW.findall(page.split("## Thirty questions")[1].split("\n## ")[0])
    document = argmap.load(_ROOT / "examples/us-russia-policy.argdown")
    answers = [
        f"{selector}\n" + "".join(f"    {ref}\n" for ref in argmap.select(document, selector))
        for selector in questions
    ]
    said = "\n".join(answers)
    if request.config.getoption("--update-golden"):
        _GOLDEN.write_text(said, "utf-8")
    assert len(questions) >= 30
    assert _GOLDEN.read_text("utf-8") == said
