"""Reports in Markdown."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

import argmap
from argmap import Debate, strategies
from argmap.interop.debate_reports import ReportParts, report_text

TEXT = """
===
title: Sunday
abstract: It is about hours. And *Sundays*.
sources: {meier: {author: A. Meier, title: Survey, date: 2020, url: "https://a.example/<b>"}}
===

# Hours

[Yes]: It should be open.
  - <Staff>: Nobody should have to work.
    _ [Volunteers]: Some would like to.

<Reason>: Time is scarce.

(1) [^Scarce]: Time is scarce. {source: meier, kind: statistic, quote: "No time", locator: 12}
-- argument from sign {qualifier: presumably} --
(2) [Yes]
"""
EXAMPLES = Path(__file__).parents[3] / "examples"
_MADE = {"p", "ul", "ol", "li", "strong", "em", "blockquote", "table", "thead", "tbody", "tr", "th", "td"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


def rendered(markdown: str) -> ET.Element:
    html = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(markdown)
    return ET.fromstring(f"<div>{html}</div>")


@settings(max_examples=40, deadline=None)
@given(strategies.debates())
def test_a_report_has_no_markup_but_its_own(debate: Debate) -> None:
    root = rendered(argmap.report(debate))
    assert {part.tag for part in root.iter()} <= _MADE | _HEADINGS | {"div", "a", "br"}
    assert all(set(part.keys()) <= {"href", "id", "start"} for part in root.iter() if part.tag == "a")


@settings(max_examples=20, deadline=None)
@given(strategies.debates())
def test_the_same_debate_gives_the_same_report(debate: Debate) -> None:
    assert argmap.report(debate) == argmap.report(debate)


def test_it_begins_with_title_abstract_and_numbers() -> None:
    assert argmap.report(argmap.parse(TEXT)).startswith(
        "# Sunday\n\nIt is about hours.\nAnd \\*Sundays\\*.\n\n"
        "This debate has 2 claims, 1 piece of evidence and 2 arguments.\n\n## Contents\n\n- [Hours](#s1)\n"
    )


def test_reasons_are_in_a_table_with_what_undercuts_them() -> None:
    assert (
        "| for | against |\n| --- | --- |\n"
        "| **Reason**: Time is scarce. | **Staff**: Nobody should have to work. |\n"
        "|  | ↳ undercut by **Volunteers**: Some would like to. |\n"
    ) in argmap.report(argmap.parse(TEXT))


def test_arguments_are_numbered_steps_with_their_rule() -> None:
    assert (
        "1. **Scarce**: Time is scarce. [\\[1, p. 12\\]](#source-1)\\\n"
        "   *therefore, by argument from sign, presumably:*\n"
        "2. **Yes**: It should be open.\n"
    ) in argmap.report(argmap.parse(TEXT))


def test_evidence_has_its_quote_and_facts() -> None:
    written = argmap.report(argmap.parse(TEXT))
    assert "\n> No time\n\nstatistic; [\\[1, p. 12\\]](#source-1)\n" in written


def test_sources_are_numbered_and_linked() -> None:
    written = argmap.report(argmap.parse(TEXT))
    assert '1. <a id="source-1"></a>A. Meier: Survey, 2020 ([link](<https://a.example/%3Cb%3E>))' in written


def test_the_appendix_has_verdicts_questions_and_findings() -> None:
    document = argmap.parse(f"{TEXT}\n[^Loose]: Nobody knows where it is from.\n")
    written = argmap.report(document, evaluation=argmap.evaluate(document))
    headings = [line for line in written.splitlines() if line.startswith("#")][-4:]
    assert headings == ["## Appendix", "### Verdicts", "### Open questions", "### Findings"]


def test_the_appendix_can_be_left_out() -> None:
    assert "Appendix" not in argmap.report(argmap.parse(TEXT), appendix=False)


def test_only_what_is_selected_is_reported() -> None:
    written = argmap.report(argmap.parse(TEXT), select="[Volunteers]")
    assert ("Volunteers" in written, "Staff" in written) == (True, False)


def test_a_map_is_one_block_of_html() -> None:
    svg = '<?xml version="1.0"?>\n<!-- made -->\n<svg>\n\n<text>a</text>\n</svg>'
    assert "<div>\n<svg>\n<text>a</text>\n</svg>\n</div>\n" in report_text(Debate(), ReportParts(svg))


def test_nothing_gives_a_report_of_nothing() -> None:
    assert argmap.report(Debate()).startswith("# A debate\n\nThis debate has 0 claims")


def test_five_thousand_levels_are_reported() -> None:
    text = "[0]: a\n" + "".join(f"{' ' * level}+ [{level}]: a\n" for level in range(1, 5000))
    written = argmap.report(argmap.parse(text))
    assert written.count("*claim* **") == 5000
    assert len(written) < 200 * 5000


def test_the_flagship_is_reported_as_it_was_read(request: pytest.FixtureRequest) -> None:
    golden = Path(__file__).with_name("us-russia-policy.md")
    document = argmap.load(EXAMPLES / "us-russia-policy.argdown")
    written = argmap.report(document, evaluation=argmap.evaluate(document))
    if request.config.getoption("--update-golden"):
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")
