"""Maps as flowcharts of Mermaid."""

from __future__ import annotations

import re

from hypothesis import given, settings

import argmap
from argmap import strategies
from argmap.model import Debate

LABEL = r'"(?:[\w ,.\'()?!–—’“”„…·→]|#[0-9]+;|</?[bi]>|<br>)*"'
ID = r"[\w.-]+"
LINE = re.compile(
    rf"flowchart (TB|BT|LR|RL)| *end| *subgraph {ID}\[{LABEL}\]"
    rf"| *{ID}(\[{LABEL}\]|\({LABEL}\)|\(\[{LABEL}\]\)|\{{\{{{LABEL}\}}\}})"
    rf"|  {ID} (-->|-\.->|<-->)\|{LABEL}\| {ID}"
    r"|  classDef look\d+ [\w#:, -]+|  class [\w.,-]+ look\d+|  linkStyle [\d,]+ stroke:#\w{6},color:#\w{6}"
    r'|---|title: "(?:[\w ,.\'()?!]|\\u\w{4}|\\U\w{8})*"'
)

HOSTILE = """===
title: 'A "hostile" %%{init: {}}%% title #35;'
===

[A"]B]: "] --> n9["x"]; click n1 call alert(1) %% `end` <script>alert(1)</script> #quot; $$x$$
  + <C">
    - [^D]: 1. list
"""


def mermaid(text: str) -> str:
    return argmap.draw(argmap.parse(text)).mermaid


def test_a_map_is_a_flowchart() -> None:
    text = "# Sky\n\n[Sun]: It shines.\n  - <Clouds>: It is grey.\n    + [^Photo]\n"
    assert mermaid(text).splitlines()[:8] == [
        "flowchart BT",
        '  subgraph s1["Sky"]',
        '    n0["<b>Sun</b><br>It shines."]',
        '    n1(["<b>Photo</b>"])',
        '    n2("<b>Clouds</b><br>It is grey.")',
        "  end",
        '  n1 -->|"supports"| n2',
        '  n2 -->|"attacks"| n0',
    ]


def test_inside_arguments_are_their_steps() -> None:
    text = "<A>\n\n(1) p\n-- modus ponens --\n(2) [C]: c\n"
    assert "(1) p<br>— modus ponens —<br>(2) c" in mermaid(text)


def test_contradictions_have_two_heads_and_undercuts_are_dotted() -> None:
    drawn = mermaid("[A]: a\n  >< [B]: b\n  + <C>\n    _ [D]: d\n")
    assert '<-->|"contradicts"|' in drawn
    assert '-.->|"undercuts"|' in drawn


def test_what_authors_write_is_no_markup() -> None:
    assert [line for line in mermaid(HOSTILE).splitlines() if not LINE.fullmatch(line)] == []


def test_the_title_of_the_map_is_that_of_the_diagram() -> None:
    assert mermaid("===\ntitle: 'Tea: yes'\n===\n\n[A]: a\n").splitlines()[:3] == [
        "---",
        'title: "Tea\\u003a yes"',
        "---",
    ]


def test_of_large_diagrams_it_is_said_that_pages_do_not_draw_them() -> None:
    text = "[A]: a\n" + "".join(f"  + [B{number}]: {'b' * 90}\n" for number in range(501))
    about_edges, about_size = argmap.draw(argmap.parse(text)).messages_for("mermaid")
    assert "no more than 500 relations, and this has 501" in about_edges
    assert "50,000 characters" in about_size


@settings(max_examples=30)
@given(strategies.debates())
def test_every_map_is_lines_of_known_forms(debate: Debate) -> None:
    lines = argmap.draw(debate).mermaid.splitlines()
    assert [line for line in lines if not LINE.fullmatch(line)] == []
