"""What is selected around a place, larger and larger."""

from tests.lsp.marked_texts import marked

from argmap.lsp.features.shape.selection_ranges import selections


def _selected(text: str) -> list[str]:
    document, offset = marked(text)
    return [document.text[span.start : span.end] for span in selections(document, offset)]


def test_from_a_word_in_a_title_to_the_whole() -> None:
    assert _selected("# H\n\n[The s|un]: It shines.\n  + <B>: b\n\n[C]") == [
        "sun",
        "The sun",
        "[The sun]",
        "[The sun]: It shines.",
        "[The sun]: It shines.\n  + <B>: b",
        "# H\n\n[The sun]: It shines.\n  + <B>: b\n\n[C]",
    ]


def test_from_a_word_of_a_text_over_the_text() -> None:
    assert _selected("[A]: It sh|ines here. {b: c}")[:3] == [
        "shines",
        "It shines here.",
        "[A]: It shines here. {b: c}",
    ]


def test_from_a_step_to_its_structure() -> None:
    assert _selected("<B>\n\n(1) a|\n----\n(2) c\n\n[D]")[-2] == "<B>\n\n(1) a\n----\n(2) c"


def test_from_a_key_of_frontmatter_to_all_of_it() -> None:
    assert _selected("===\ntit|le: Weather\n===\n\n[A]")[:2] == ["title", "title: Weather"]


def test_an_empty_text_is_selected_as_it_is() -> None:
    assert _selected("|") == [""]
