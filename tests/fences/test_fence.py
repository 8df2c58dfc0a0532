"""Fences that are documents."""

import pytest

from argmap.fences.fence import fences_in


def fence(words: str, text: str = "[A]: One.\n", marks: str = "```") -> str:
    return f"{marks}{words}\n{text}{marks}\n"


def test_a_fence_knows_its_place() -> None:
    page = f"Text.\n\n{fence('argdown')}\nMore."
    (one,) = fences_in(page)
    assert page[slice(*one.span[:2])] == fence("argdown")
    assert page[slice(*one.inside[:2])] == one.text == "[A]: One.\n"


def test_the_indentation_of_a_list_is_no_part_of_a_text() -> None:
    page = "1. A:\n\n   > ```argdown\n   > [A]: One.\n   >   + <B>\n   >\n   > ```\n"
    assert [one.text for one in fences_in(page)] == ["[A]: One.\n  + <B>\n\n"]


def test_tabs_indent_as_blanks_do() -> None:
    page = "-\tA:\n\n\t```argdown\n\t[A]: One.\n\t\t+ <B>\n\t```\n"
    assert [one.text for one in fences_in(page)] == ["[A]: One.\n\t+ <B>\n"]


def test_a_part_of_a_tab_is_blanks() -> None:
    (one,) = fences_in("- ```argdown\n\t[A]\n  ```\n")
    assert one.text == "  [A]\n"
    assert [one.places.offset(place) for place in range(4)] == [13, 13, 14, 15]


@pytest.mark.parametrize(
    ("ids", "names"),
    [
        (["", ""], ["1", "2"]),
        (["{#map}", "{#map}"], ["map", "map-2"]),
        (["{#Map}", "{#map}"], ["Map", "map-2"]),
        (["{#2}", ""], ["2-1", "2"]),
        (["{#../../etc/passwd}"], ["etc-passwd"]),
        (["{#..}"], ["1"]),
        (["{#fig:a/b}"], ["fig-a-b"]),
    ],
)
def test_names_are_unique_and_fit_for_files(ids: list[str], names: list[str]) -> None:
    page = "\n".join(fence(f"argdown {id}") for id in ids)
    assert [one.name for one in fences_in(page)] == names


@pytest.mark.parametrize(
    "options",
    [
        ":caption: The map\n:name: fig-map\n",
        "---\ncaption: 'The map'\nname: fig-map\n---\n",
        "#| label: fig-map\n#| fig-cap: The map\n",
    ],
)
def test_options_of_directives_are_no_part_of_the_text(options: str) -> None:
    (one,) = fences_in(fence("{argmap}", f"{options}\n[A]: One.\n"))
    assert (one.caption, one.id, one.text) == ("The map", "fig-map", "\n[A]: One.\n")


def test_frontmatter_by_hyphens_is_the_text_of_a_fence_that_is_no_directive() -> None:
    text = "---\ntitle: A\n---\n\n[A]: One.\n"
    assert [one.text for one in fences_in(fence("argdown", text))] == [text]


def test_a_fence_without_lines_is_empty() -> None:
    assert [one.text for one in fences_in("```argdown\n```\n\n- ```argdown")] == ["", ""]
