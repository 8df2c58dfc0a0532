"""Formulas between dollar signs."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import argmap
from argmap.interop import argdown_json
from argmap.model import Mark, MarkKind
from argmap.syntax.inline import Inline, InlineReader
from argmap.text.plain_words import words_of

TEXTS = st.text(st.sampled_from("a1 $\\{}_*^#@[B].,\n"), max_size=30)


def _read(markup: str) -> Inline:
    return InlineReader().read(markup, 0, len(markup))


def _formulas(markup: str) -> list[str]:
    return [mark.target for mark in _read(markup).marks if mark.kind is MarkKind.FORMULA]


@pytest.mark.parametrize(
    ("markup", "formulas"),
    [
        (r"$e^{i\pi}+1=0$ holds", [r"$e^{i\pi}+1=0$"]),
        (r"by $\forall x\,Px$ and $$\exists y$$.", [r"$\forall x\,Px$", r"$$\exists y$$"]),
        (r"*by $\alpha$ it is*", [r"$\alpha$"]),
        (r"$a *b* \pi$", [r"$a *b* \pi$"]),
        (r"$\frac{1}" "\n" r"{2}$", [r"$\frac{1} {2}$"]),
        # Sums of money, spaces, escaped signs, no command.
        (r"from $5 \to $6", []),
        (r"$ \pi $", []),
        (r"\$\pi$", []),
        (r"$x\_1$", []),
        (r"$\\pi$", []),
        (r"$x^2$", []),
        # Markup that begins in them and ends elsewhere.
        (r"*a $b* \pi$", []),
        (r"@[a $b] \pi$", []),
        (r"$@[B] \pi$", []),
        (r"$\pi #tag$", []),
    ],
)
def test_formulas_have_commands_between_dollar_signs(markup: str, formulas: list[str]) -> None:
    assert _formulas(markup) == formulas


def test_a_formula_is_read_as_argdown_reads_it() -> None:
    read = _read(r"By $\forall x\,(Px \to Qx)$.")
    assert read.text == "By $forall x,(Px to Qx)$."
    assert read.marks == (Mark(MarkKind.FORMULA, 3, 24, r"$\forall x\,(Px \to Qx)$"),)
    assert read.problems == ()


def test_escaped_letters_outside_of_formulas_are_told() -> None:
    assert [problem.code for problem in _read(r"$\pi$ and \pi").problems] == ["S126"]


@given(TEXTS)
@example(r"$\a$\b$\a$")
@example(r"$\a*$ *b $\a$*")
def test_formulas_change_no_text_and_no_other_mark(markup: str) -> None:
    read = _read(markup)
    other = _read(markup.replace("$", "%"))
    assert read.text == other.text.replace("%", "$")
    kept = [mark for mark in read.marks if mark.kind is not MarkKind.FORMULA]
    assert [(mark.kind, mark.start, mark.end) for mark in kept] == [
        (mark.kind, mark.start, mark.end) for mark in other.marks
    ]


@given(TEXTS)
def test_words_show_formulas_as_they_are_written(markup: str) -> None:
    read = _read(markup)
    said, _ = words_of(read.text, read.marks)
    assert all(source in said for source in _formulas(markup))


@pytest.mark.parametrize(
    "text",
    [
        "[E]: $e^{i\\pi}+1=0$ holds.\n  + <P>: By $\\forall x\\,(Px \\to Qx)$.\n",
        "[E]: *As $\\alpha *x* \\beta$ says* it.\n",
        "# On $\\pi$\n\n[A]: $\\frac{1}{2}$ #tag\n",
    ],
)
def test_texts_keep_their_formulas(text: str) -> None:
    debate = argmap.parse(text).debate
    assert argmap.parse(argmap.to_text(debate)).debate == debate
    assert argmap.format_text(text) == text


def test_argdown_json_keeps_formulas() -> None:
    document = argmap.parse("[E]: $\\pi$ is *$\\tau$* halved.\n")
    written = argdown_json.dumps(document)
    assert argdown_json.loads(written) == document.debate


def test_drawings_show_formulas_as_they_are_written() -> None:
    svg = argmap.draw(argmap.parse("# On $\\pi$\n\n[E]: $e^{i\\pi}+1=0$ holds. #t\n")).svg()
    assert svg.count(">$e^{i\\pi}+1=0$ holds.</text>") == 1
    assert ">On $\\pi$</text>" in svg
