"""What is shown under the pointer."""

from tests.lsp.marked_texts import marked

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
