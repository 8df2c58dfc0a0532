"""What is shown within a text."""

import argmap
from argmap.lsp.features.inlay_hints import HintKind, hints
from argmap.text import Span

_TEXT = """[Sun]: It shines.
  + <Forecast>: They said so.
  - <Clouds>: It is grey.

[Sun]

<Forecast>

(1) a
-- expert opinion {answers: {trust: yes}} --
(2) [Sun]
"""


def _shown(kind: HintKind, span: Span | None = None) -> list[tuple[str, str]]:
    document = argmap.parse(_TEXT)
    found = hints(document, span, kinds={kind}, evaluation=argmap.evaluate(document))
    return [(_TEXT[hint.span.start : hint.span.end], hint.words) for hint in found]


def test_verdicts_are_shown_where_something_is_defined() -> None:
    verdicts = argmap.evaluate(argmap.parse(_TEXT))
    assert _shown(HintKind.VERDICTS) == [
        (name, verdicts[name].label.value) for name in ("[Sun]", "<Forecast>", "<Clouds>")
    ]


def test_numbers_of_what_bears_on_something_are_shown() -> None:
    assert _shown(HintKind.RELATIONS) == [("[Sun]", "+1 −1"), ("<Forecast>", "+1 −0")]


def test_open_questions_are_shown_at_their_inference() -> None:
    ((line, words),) = _shown(HintKind.QUESTIONS)
    assert line.startswith("-- expert opinion")
    assert words.endswith("open questions")


def test_only_what_is_in_the_stretch_is_shown() -> None:
    assert [name for name, _ in _shown(HintKind.VERDICTS, Span(20, 30))] == ["[Sun]", "<Forecast>"][1:]


def test_verdicts_alone_are_shown_unless_more_is_asked() -> None:
    document = argmap.parse(_TEXT)
    kinds = {hint.kind for hint in hints(document, evaluation=argmap.evaluate(document))}
    assert (kinds, hints(document)) == ({HintKind.VERDICTS}, ())
