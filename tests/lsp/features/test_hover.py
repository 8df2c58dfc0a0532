"""What is shown under the pointer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.lsp.marked_texts import marked

import argmap
from argmap import strategies
from argmap.lsp.features.element_card import element_card
from argmap.lsp.features.hover import hover


def _shown(text: str) -> str | None:
    card = hover(*marked(text))
    return card and card.markdown


def test_a_claim_is_shown_with_what_bears_on_it() -> None:
    shown = _shown("[S|un]: It shines. #today\n  + <Forecast>\n  - [^Count]: It is grey.")
    assert shown == (
        "**claim** `[Sun]`\n\nIt shines\\. \\#today\n\n`#today`\n\n"
        "supported by `<Forecast>`\n\nattacked by `[^Count]`"
    )


def test_a_mention_shows_what_it_mentions() -> None:
    assert "**claim** `[Sun]`" in (_shown("[Sun]: It shines.\n\n<F>: See @[Su|n].") or "")


def test_of_many_supporters_five_are_shown() -> None:
    shown = _shown("[S|un]" + "".join(f"\n  + <B{number}>" for number in range(8))) or ""
    assert "`<B4>` and 3 more" in shown


def test_words_alone_show_nothing() -> None:
    assert _shown("[Sun]: It sh|ines.") is None


def test_a_verdict_is_shown_if_there_is_one() -> None:
    card = hover(*marked("[S|un]: x"), verdict=lambda ref: f"{ref} holds")
    assert card is not None
    assert card.markdown.endswith("\n\nverdict: \\[Sun\\] holds")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[A]\n  |- <B>", "**`-`** attacks the line above: `<B>` attacks `[A]`"),
        ("[A]\n  +|> [B]", "is supported by the line above: `[A]` supports `[B]`"),
        ("<A>\n\n(1) a\n-- si|gn --\n(2) b", "**scheme** Argument from sign"),
        ("<A>\n\n(1) a\n-- si|gn --\n(2) b", "\n\nopen:\n\n- `observation`"),
        ("<A>\n\n(1) a\n--|--\n(2) b", "**inference** `<A>#1` from"),
        ("[^E]: x {allow: [C3|01]}", "**C301** "),
        (
            "===\nmodel:\n  mo|de: strict\n===\n\n[A]",
            "**`model.mode`** `loose`, `strict`; `loose` by default",
        ),
        ("[A]: x #ta|g\n\n[B]: y #tag", "**tag** `#tag` of 2 elements"),
        (
            "===\nsources: {mill: {title: On Liberty, url: 'https://example.org/mill'}}\n===\n\n"
            "[^E]: x {source: m|ill}",
            "**source** [On Liberty](https://example.org/mill)",
        ),
        ("[^E|]: x {quote: so it is, kind: law}", "law\n\n> so it is"),
    ],
)
def test_what_has_a_meaning_is_explained(text: str, words: str) -> None:
    assert words in (_shown(text) or "")


@given(strategies.markup(max_blocks=3, frontmatter=True), st.integers(0, 300))
def test_no_place_is_too_odd(text: str, place: int) -> None:
    document = argmap.parse(text)
    offset = min(place, len(text))
    card = hover(document, offset)
    assert card is None or card.span.start <= offset <= card.span.end


def test_what_has_no_title_is_called_by_its_words() -> None:
    document = argmap.parse("[A]: a\n  + It rains.\n\n<B>\n\n(1) It pours.\n----\n(2) [C]: c\n")
    cards = [element_card(document.debate, element) for element in document.debate]
    assert not [card for card in cards if "Untitled" in card]
    assert "supported by “It rains\\.”" in cards[0]
