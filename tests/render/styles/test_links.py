"""Links and colours."""

import pytest

from argmap.render.styles.color_math import mix, to_hex
from argmap.render.styles.links import safe_link


@pytest.mark.parametrize(
    ("url", "link"),
    [
        (None, None),
        ("", None),
        ("https://example.org/ä?b=1#c", "https://example.org/ä?b=1#c"),
        ("HTTP://EXAMPLE.ORG", "HTTP://EXAMPLE.ORG"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("doi: 10.1000/182", "https://doi.org/10.1000/182"),
        ("https://example.org/a b\\N", "https://example.org/a%20b%5CN"),
        ("java\nscript:alert(1)", None),
        ("\x01javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//example.org", None),
        ("https://", None),
        ("https://example.org/" + "x" * 3000, None),
    ],
)
def test_only_web_and_mail_are_linked_to(url: str | None, link: str | None) -> None:
    assert safe_link(url) == link


def test_colours_are_those_of_css() -> None:
    assert (to_hex("Green"), to_hex("#ABC"), to_hex("#ABCDEF"), to_hex(None)) == (
        "#008000",
        "#aabbcc",
        "#abcdef",
        None,
    )


def test_a_mixture_lies_between() -> None:
    assert mix("#ff0000", "#0000ff", share=0.25) == "#bf0040"
