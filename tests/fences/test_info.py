"""What stands behind the marks of a fence."""

import pytest

from argmap.fences.info import Info, read_info


@pytest.mark.parametrize(
    ("words", "info"),
    [
        ("argdown", Info("argdown")),
        ("Argdown-Map", Info("argdown-map")),
        ("{.argdown-map}", Info("argdown-map")),
        ('{.argdown-map #fig-map caption="The dispute"}', Info("argdown-map", "fig-map", "The dispute")),
        ("{#one .argdown .wide}", Info("argdown", "one")),
        ("{id=one caption='It\\'s' .argdown}", Info("argdown", "one", "It's")),
        ("argdown {#one caption=short}", Info("argdown", "one", "short")),
        ("argdown show=map error", Info("argdown", words=("show=map", "error"))),
        ("{argmap}", Info("argmap", is_directive=True)),
        ("{argdown}", Info("argdown", is_directive=True)),
    ],
)
def test_the_language_and_the_attributes_are_read(words: str, info: Info) -> None:
    assert read_info(words) == info


@pytest.mark.parametrize(
    "words",
    [
        "",
        "python",
        "argdown-json",
        "xargdown",
        "argmap",
        "{argmap} debate.argdown",
        "{code-block} argdown",
        "{.python .argdown}",
        "{.argdown",
        "{#argdown}",
        "{}",
    ],
)
def test_other_fences_are_none_of_ours(words: str) -> None:
    assert read_info(words) is None
