"""Pages in Markdown as documents: what stands in their fences, at the places of the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap import strategies
from argmap.interop import argdown_json

TWO = """\
---
title: [unfinished
---

Prose with [a link](x), a `{brace` and

- a list

```argdown
[A]: One. {color: [}
```

1. An item

   ~~~ {.argdown-map #second}
   [B]: Two.
     + [C]: Three.
       + [D]: Four. {x: }
   ~~~

===
(1) More
"""


def places(document: argmap.Document) -> list[tuple[str, int, int]]:
    found = (*document.diagnostics, *argmap.check(document))
    return [(one.code, *document.location(one.span.start)) for one in found]


def test_what_is_found_has_the_line_of_the_page() -> None:
    page = argmap.parse(TWO, path="page.md")
    assert places(page)[0] == ("R201", 10, 20)
    assert places(page)[1:] == []


def test_each_fence_is_a_document() -> None:
    page = argmap.parse(TWO, path="page.md")
    first, second = page.documents
    assert (list(first.debate.claims), list(second.debate.claims)) == (["A"], ["B", "C", "D"])
    assert second.fence is not None
    assert (second.fence.name, second.text, second.path) == ("second", TWO, "page.md")
    assert second.location(second.debate.claims["C"].span.start) == (17, 6)


def test_the_debate_of_a_page_is_what_all_fences_say() -> None:
    page = argmap.parse(TWO, path="page.md")
    assert list(page.debate.claims) == ["A", "B", "C", "D"]
    assert len(argmap.build_map(page).nodes) == 3


def test_a_page_of_one_fence_is_its_document() -> None:
    page = argmap.parse("~~~argdown\n[A]: One.\n~~~", path="page.md")
    assert page.documents == (page,)
    assert page.fence is not None
    assert argdown_json.loads(argdown_json.dumps(page)) == argmap.parse("[A]: One.").debate


def test_a_text_is_the_only_document_in_it() -> None:
    document = argmap.parse("[A]: One.")
    assert (document.documents, document.fence) == ((document,), None)


def test_a_page_without_fences_has_no_documents() -> None:
    page = argmap.parse("[A]: One. {", path="page.md")
    assert (page.documents, [one.code for one in page.diagnostics]) == ((), ["R280"])
    assert argmap.check(page) == ()


def test_fences_do_not_know_of_each_other_unless_they_are_joined() -> None:
    text = "```argdown\n[A]: One.\n```\n\n```argdown\n[A]: Another.\n  + [B]: Two.\n```\n"
    apart = argmap.parse(text, path="page.md")
    together = argmap.parse(text, path="page.md", join=True)
    assert places(apart) == []
    assert together.documents == (together,)
    assert {code for code, *_ in places(together)} == {
        one.code for one in argmap.parse("[A]: One.\n\n[A]: Another.\n  + [B]: Two.").diagnostics
    }
    assert together.debate.claims["A"].statements[1].span == argmap.Span(37, 50)


def test_joined_fences_share_sources_and_settings() -> None:
    text = (
        "```argdown\n[^A]: One. {source: mill}\n```\n\n"
        "```argdown\n===\nsources:\n  mill: {title: On Liberty}\nmodel: {mode: strict}\n===\n\n[B]: b\n```\n"
    )
    page = argmap.parse(text, path="page.md", join=True)
    assert page.debate.sources["mill"].title == "On Liberty"
    assert page.settings.model.mode == "strict"
    assert list(page.debate.elements) == [page.debate.claims["B"], page.debate.evidence["A"]]


def test_what_is_wrong_on_purpose_is_not_reported() -> None:
    wrong = "```argdown error\n[A]: One. {color: [}\n```\n"
    page = argmap.parse(wrong, path="page.md")
    assert (places(page), list(page.debate.claims)) == ([], ["A"])
    several = argmap.parse(f"{wrong}\n```argdown\n[B]: Two.\n```\n", path="page.md", join=True)
    assert (places(several), list(several.debate.claims)) == ([], ["B"])


def test_a_fence_that_is_never_closed_is_reported_at_its_marks() -> None:
    page = argmap.parse("Text.\n\n```argdown\n[A]: One.", path="page.md")
    assert places(page) == [("S150", 3, 1)]


def test_an_identifier_is_unique() -> None:
    fence = "```argdown {#one}\n[A]: One.\n```\n"
    assert places(argmap.parse(fence + fence, path="page.md")) == [("R281", 4, 1)]


def test_strictness_counts_lines_of_the_page() -> None:
    with pytest.raises(argmap.MarkupError, match=r"^10:20: R201"):
        argmap.parse(TWO, path="page.md", strict=True)


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "a.qmd", "a.Rmd", "a.mdx", "a.MD"])
def test_pages_are_told_by_their_names(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Prose.\n\n```argdown\n[A]: One.\n```\n", encoding="utf-8")
    assert list(argmap.load(tmp_path / name).debate.claims) == ["A"]


def test_any_text_can_be_said_to_be_a_page_or_not() -> None:
    text = "Prose.\n\n```argdown\n[A]: One.\n```\n"
    assert list(argmap.parse(text, markdown=True).debate.claims) == ["A"]
    assert len(argmap.parse(text, path="a.md", markdown=False).debate.claims) > 1


def test_fences_include_files_beside_the_page(tmp_path: Path) -> None:
    (tmp_path / "part.argdown").write_text("[B]: Two. {x: [}\n", encoding="utf-8")
    page = "Text.\n\n- ```argdown\n  @include(part.argdown)\n\n  [A]: One.\n  ```\n"
    (tmp_path / "page.md").write_text(page, encoding="utf-8")
    document = argmap.load(tmp_path / "page.md")
    assert list(document.debate.claims) == ["B", "A"]
    assert [one.span.path for one in document.diagnostics] == [str(tmp_path / "part.argdown")]


def test_settings_beside_a_page_count_and_their_mistakes_are_told_once(tmp_path: Path) -> None:
    (tmp_path / "argmap.toml").write_text('[model]\nmode = "strict"\nmod = 1\n', encoding="utf-8")
    fence = "```argdown\n[A]: One.\n```\n"
    (tmp_path / "page.md").write_text(f"{fence}\n{fence}", encoding="utf-8")
    page = argmap.load(tmp_path / "page.md")
    assert {part.settings.model.mode for part in page.documents} == {"strict"}
    assert [one.code for one in page.diagnostics] == ["R204"]


def test_of_an_included_page_only_fences_are_read(tmp_path: Path) -> None:
    chapter = tmp_path / "chapter.md"
    chapter.write_text(
        "---\ntitle: a: b\n---\n\nProse {.\n\n- ```argdown\n  [B]: Two. {x: [}\n  ```\n\n"
        "~~~argdown\n@include(part.argdown)\n\n[^C]: Three.\n~~~\n",
        encoding="utf-8",
    )
    (tmp_path / "part.argdown").write_text("[D]: Four.\n", encoding="utf-8")
    (tmp_path / "debate.argdown").write_text("[A]: One.\n\n@include(chapter.md)\n", encoding="utf-8")
    document = argmap.load(tmp_path / "debate.argdown")
    assert list(document.debate.claims) == ["A", "B", "D"]
    text = chapter.read_text(encoding="utf-8")
    (broken,) = document.diagnostics
    assert broken.span == argmap.Span(text.index("}"), text.index("}") + 1, str(chapter))
    (unsourced,) = (one.span for one in argmap.check(document) if one.code == "C301")
    assert (text[unsourced.start : unsourced.end], unsourced.path) == ("[^C]: Three.", str(chapter))


@pytest.mark.parametrize(
    ("opening", "margin"), [("", ""), ("- ", "  "), ("> ", "> "), ("1. > ", "   > "), ("-\t", "\t")]
)
def test_a_fix_of_a_finding_fits_into_the_page(opening: str, margin: str) -> None:
    lines = ["~~~argdown", "(1) One.", "-- modus ponens", "(2) Two. {a: 1,", "b: 2}", "~~~", ""]
    text = opening + f"\n{margin}".join(lines)
    page = argmap.parse(text, path="page.md")
    assert page.fence is not None
    for fixed in [one.fix for one in page.diagnostics if one.fix]:
        changed = text[: fixed.span.start] + fixed.replacement + text[fixed.span.end :]
        assert len(argmap.parse(changed, path="page.md").diagnostics) < len(page.diagnostics)
    assert [one.code for one in page.diagnostics if one.fix] != []


def test_a_page_is_read_again_after_an_edit() -> None:
    first = argmap.parse(TWO, path="page.md")
    edited = TWO.replace("Two", "2")
    assert argmap.parse(edited, path="page.md", previous=first) == argmap.parse(edited, path="page.md")


# Laws

_PROSE = st.lists(
    st.sampled_from(["", "Words.", "[A]: no claim", "===", "---", "  - item", "1. one", "{open", "/* open"]),
    max_size=4,
).map(lambda lines: "\n".join((*lines, "", "")))
_MARGINS = st.sampled_from([("", ""), ("- ", "  "), ("1. > ", "   > "), ("> ", "> "), ("-\t", "\t")])
_FENCES = st.builds(
    lambda margin, words, text: "\n".join(
        (margin[0] + words, *(margin[1] + line for line in text.split("\n")), margin[1] + "~~~~~", "", "")
    ),
    _MARGINS,
    st.sampled_from(["~~~~~argdown", "~~~~~ argdown-map", "~~~~~ {.argdown #x}"]),
    strategies.markup(max_blocks=2, frontmatter=True, comments=True).filter(
        lambda text: "\r" not in text and "~~~~" not in text
    ),
)
_PAGES = st.lists(st.tuples(_PROSE, _FENCES), min_size=1, max_size=2).map(
    lambda parts: "# Page\n\n" + "".join(one for part in parts for one in part) + "The end.\n"
)


@given(_PAGES)
def test_everything_found_is_inside_of_a_fence(text: str) -> None:
    page = argmap.parse(text, path="page.md")
    spans = [part.fence.span for part in page.documents if part.fence]
    found = [one.span for one in (*page.diagnostics, *argmap.check(page))]
    assert [one for one in found if not any(s.start <= one.start <= one.end <= s.end for s in spans)] == []


@given(_PAGES)
def test_a_fence_says_what_its_text_says(text: str) -> None:
    for part in argmap.parse(text, path="page.md").documents:
        assert part.fence is not None
        alone = argmap.parse(part.fence.text)
        assert part.debate == alone.debate
        assert len(argmap.check(part)) == len(argmap.check(alone))


@given(_PAGES)
def test_places_begin_with_what_they_are_places_of(text: str) -> None:
    for part in argmap.parse(text, path="page.md").documents:
        assert part.fence is not None
        alone = argmap.parse(part.fence.text)
        for mine, other in zip(part.debate.elements, alone.debate.elements, strict=True):
            assert mine.span is not None
            assert other.span is not None
            lines = alone.text[other.span.start : other.span.end].split("\n")
            ours = text[mine.span.start : mine.span.end].split("\n")
            assert [one.lstrip(" \t>") for one in ours] == [one.lstrip(" \t>") for one in lines]


@given(_PAGES)
def test_joined_fences_say_what_their_texts_say_one_after_the_other(text: str) -> None:
    page = argmap.parse(text, path="page.md")
    texts = [part.fence.text for part in page.documents if part.fence]
    frontmatters = [one for one in texts if argmap.parse(one).tree.frontmatter]
    if not frontmatters:
        assert page.debate == argmap.parse("\n\n".join(texts)).debate


@given(_PAGES)
def test_formatting_leaves_what_is_outside_of_fences(text: str) -> None:
    laid_out = argmap.format_text(text, path="page.md")
    assert argmap.format_text(laid_out, path="page.md") == laid_out
    assert outside(laid_out) == outside(text)
    assert [part.debate for part in argmap.parse(laid_out, markdown=True).documents] == [
        part.debate for part in argmap.parse(text, markdown=True).documents
    ]


@pytest.mark.parametrize(("opening", "margin"), [("", ""), ("- ", "  "), ("> ", "> "), ("1. > ", "   > ")])
def test_the_width_is_that_of_the_page(opening: str, margin: str) -> None:
    page = f"{opening}```argdown\n{margin}[A]: {'word ' * 20}\n{margin}```\n"
    laid_out = argmap.format_text(page, 40, path="page.md")
    lines = laid_out.splitlines()
    assert [len(line) <= 40 and line.startswith(margin) for line in lines[1:]] == [True] * (len(lines) - 1)
    assert max(map(len, lines)) > 35


def test_a_fence_far_to_the_right_keeps_room_for_text() -> None:
    page = f"{'> ' * 10}```argdown\n{'> ' * 10}[A]: {'word ' * 20}\n"
    lines = argmap.format_text(page, 30, path="page.md").splitlines()[1:]
    assert max(map(len, lines)) == 39


@given(_PAGES)
def test_fixing_leaves_what_is_outside_of_fences(text: str) -> None:
    assert outside(argmap.fix_text(text, path="page.md")) == outside(text)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_in_a_fence_that_is_never_closed_nothing_is_lost_and_nothing_is_added(
    line_end: str, end: str
) -> None:
    page = f"~~~argdown\n(1) p\n---\n(2) q{end}".replace("\n", line_end)
    repaired = page.replace("---", "----")
    assert argmap.fix_text(page, path="page.md") == argmap.format_text(page, path="page.md") == repaired
    assert (
        argmap.fix_text(repaired, path="page.md") == argmap.format_text(repaired, path="page.md") == repaired
    )


def outside(text: str) -> list[str]:
    kept: list[str] = []
    position = 0
    for part in argmap.parse(text, path="page.md").documents:
        assert part.fence is not None
        kept.append(text[position : part.fence.inside.start].rstrip(" \t>"))
        position = part.fence.inside.end
    return [*kept, text[position:]]
