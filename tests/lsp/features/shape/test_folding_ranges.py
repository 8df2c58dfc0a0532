"""What can be folded."""

import argmap
from argmap.lsp.features.shape.folding_ranges import folds

_TEXT = """===
title: Weather
===

# Sky

[Sun]: It shines.
  + <Forecast>: They said so.
    - [Clouds]
  - <Rain> {
      color: red
    }

<Forecast>

(1) a
----
(2) b

## Clouds

/* of
   wool */

// one
// two

[Grey]: It is grey.
"""


def test_sections_structures_relations_data_frontmatter_and_comments_are_folded() -> None:
    lines = [
        (fold.kind.value, _TEXT[fold.span.start : fold.span.end].splitlines())
        for fold in folds(argmap.parse(_TEXT))
    ]
    assert [(kind, found[0], found[-1]) for kind, found in lines] == [
        ("frontmatter", "===", "==="),
        ("section", "# Sky", "[Grey]: It is grey."),
        ("below", "[Sun]: It shines.", "    }"),
        ("below", "+ <Forecast>: They said so.", "    - [Clouds]"),
        ("data", "{", "    }"),
        ("structure", "<Forecast>", "(2) b"),
        ("section", "## Clouds", "[Grey]: It is grey."),
        ("comment", "/* of", "   wool */"),
        ("comment", "// one", "// two"),
    ]


def test_what_is_on_one_line_cannot_be_folded() -> None:
    assert folds(argmap.parse("[A]: a {b: c} /* d */\n\n[B]: b")) == ()
