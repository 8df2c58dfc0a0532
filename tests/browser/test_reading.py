"""Reading a map: choosing, addresses, searching, folding, filtering, text, dark and print."""

import shutil
import subprocess
from pathlib import Path

import pytest

from .visitor import ENTER, ESCAPE, Visitor, name_of

EVERYTHING = {
    *("[Wet]", "<Clouds>", "[^Radar]", "[Dark sky]", "[^Photo]", "<Sprinkler>", "[Garden party]"),
    *("[Sunny]", "[Cloudy]", "[Forecast]"),
}


def test_all_is_shown_at_first(page: Visitor) -> None:
    assert page.bright == EVERYTHING


def test_what_bears_on_a_choice_stays_and_the_rest_fades(page: Visitor) -> None:
    page.click_node("<Sprinkler>")
    assert page.bright == {"<Sprinkler>", "[Garden party]", "[Wet]"}
    assert page.chosen == "Sprinkler"


def test_the_panel_tells_the_verdict_and_why(page: Visitor) -> None:
    page.click_node("[Wet]")
    words = page.run("return document.querySelector('#panel').textContent")
    assert "undecided" in words
    assert "[Wet] (line 6) is undecided" in words


def test_a_click_beside_ends_a_choice(page: Visitor) -> None:
    page.click_node("[Wet]")
    page.click_node("[Wet]")
    page.mouse("Pressed", 20, 600, button="left", clickCount=1)
    page.mouse("Released", 20, 600, button="left", clickCount=1)
    assert page.chosen is None


def test_a_link_in_the_panel_chooses(page: Visitor) -> None:
    page.click_node("[Wet]")
    page.click("#panel .rel a")
    assert page.chosen == "Clouds"


def test_an_address_chooses_what_it_names(visitor: Visitor, rain: Path) -> None:
    visitor.visit(rain, name_of("[^Photo]"))
    assert visitor.chosen == "Photo"


def test_an_address_comes_back_from_what_it_chose(visitor: Visitor, rain: Path) -> None:
    visitor.visit(rain, name_of("[Dark sky]", "<Clouds>"))
    visitor.visit(rain, name_of("[Wet]", "<Clouds>", "#The sky"))
    address, shown = visitor.hash, visitor.shown
    visitor.visit(rain, address)
    assert (visitor.chosen, visitor.shown, visitor.hash) == ("Wet", shown, address)
    assert shown == {"[Wet]", "<Clouds>", "[^Photo]", "<Sprinkler>", "[Garden party]"}


def test_an_address_that_names_nothing_shows_the_map(visitor: Visitor, rain: Path) -> None:
    visitor.visit(rain, "#%E0%A4%A&fold=%ZZ,nothing&&=")
    assert (visitor.chosen, visitor.shown, visitor.told()) == (None, EVERYTHING, [])


def test_back_leads_to_the_choice_before(page: Visitor) -> None:
    page.click_node("[Wet]")
    page.click_node("<Sprinkler>")
    page.driver.back()
    page.rest()
    assert page.chosen == "Wet"
    page.driver.forward()
    page.rest()
    assert page.chosen == "Sprinkler"


def test_a_search_finds_words_in_any_order_without_case_and_marks(page: Visitor) -> None:
    page.search("CAFE Party")
    assert page.run("return [...document.querySelectorAll('.hit')].map(n => n.dataset.key)") == [
        "[Garden party]"
    ]
    assert page.announced == "1 found"


def test_enter_goes_through_what_was_found(page: Visitor) -> None:
    page.press("/")
    assert page.focus == "find"
    page.search("sky")
    page.press(ENTER)
    first = page.announced
    page.press(ENTER)
    assert first.startswith("1 of 2: ")
    assert page.announced.startswith("2 of 2: ")


def test_escape_ends_a_search(page: Visitor) -> None:
    page.search("sky")
    page.press(ESCAPE)
    assert page.run("return document.querySelectorAll('.hit').length") == 0


def test_a_fold_hides_what_reaches_the_rest_only_through_it(page: Visitor) -> None:
    page.click_node("<Clouds>")
    page.press("f")
    assert page.shown == EVERYTHING - {"[Dark sky]", "[^Radar]"}
    assert page.announced == "8 of 10 shown"
    assert "fold=%3CClouds%3E" in page.hash
    assert page.run("return document.querySelector('.more').textContent") == "+2"


def test_shift_f_unfolds_all(page: Visitor) -> None:
    page.click_node("<Clouds>")
    page.press("f", "F")
    assert page.shown == EVERYTHING


def test_a_section_folds_into_its_title(page: Visitor) -> None:
    page.open_menu(1)
    page.click("#sections button[data-fold='#The sky']")
    assert page.shown.isdisjoint({"[Sunny]", "[Cloudy]", "[Forecast]"})
    assert page.run("return document.querySelector('.more').textContent") == "The sky (3)"


def test_what_is_folded_is_no_part_of_a_choice(page: Visitor) -> None:
    page.click_node("<Clouds>")
    page.press("f")
    page.click_node("[Wet]")
    assert page.bright == {"[Wet]", "<Clouds>", "[^Photo]", "<Sprinkler>", "[Garden party]"}


def test_a_section_in_which_nothing_is_left_has_no_frame(page: Visitor) -> None:
    frames = "return [...document.querySelectorAll('.cluster.gone')].map(frame => frame.id)"
    assert page.run(frames) == []
    page.tick("road")
    assert page.run(frames) == [
        page.run("return document.querySelector('#text [data-key=\"#The sky\"]').id.slice(2)")
    ]


def test_a_search_for_signs_is_a_search_for_words(page: Visitor) -> None:
    page.search("[Wet] <+")
    assert page.announced == "0 found"
    page.press(ESCAPE)
    page.search("[wet]")
    assert page.announced == "1 found"


def test_kinds_can_be_left_out(page: Visitor) -> None:
    page.open_menu(0)
    page.tick("evidence")
    assert page.shown == EVERYTHING - {"[^Photo]", "[^Radar]"}
    assert page.announced == "8 of 10 shown"


def test_only_what_has_a_tag_can_be_shown(page: Visitor) -> None:
    page.tick("road")
    assert page.shown == {"[Wet]", "[^Photo]"}


def test_relations_can_be_left_out(page: Visitor) -> None:
    page.tick("attack")
    kinds = "[...document.querySelectorAll('.edge:not(.gone)')].map(e => e.dataset.kind)"
    assert "attack" not in page.run(f"return {kinds}")


def test_the_legend_explains_what_occurs(page: Visitor) -> None:
    words = page.run("return document.querySelector('.key').textContent")
    assert all(
        word in words for word in ("Claim", "Evidence", "Argument", "supports", "attacks", "undercuts")
    )
    assert "entails" not in words


def test_the_text_can_be_read_instead(page: Visitor) -> None:
    page.click("#as-text")
    shown = page.run("return ['#map', '#text'].map(s => document.querySelector(s).offsetHeight > 0)")
    assert shown == [False, True]


def test_the_page_is_dark_where_that_is_preferred(visitor: Visitor, rain: Path) -> None:
    visitor.visit(rain, dark=True)
    assert visitor.run("return getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 29)"
    assert (
        visitor.run("return getComputedStyle(document.querySelector('.node text')).fill") != "rgb(27, 36, 48)"
    )


def test_a_button_makes_the_page_dark(page: Visitor) -> None:
    before = page.run("return getComputedStyle(document.body).backgroundColor")
    page.click("#dark")
    assert (before, page.run("return getComputedStyle(document.body).backgroundColor")) == (
        "rgb(255, 255, 255)",
        "rgb(20, 24, 29)",
    )


def test_a_print_has_the_map_and_the_text(page: Visitor, tmp_path: Path) -> None:
    page.click_node("[Wet]")
    (tmp_path / "print.pdf").write_bytes(page.pdf())
    if shutil.which("pdftotext") is None:
        pytest.skip("there is no pdftotext, which reads the print")
    command = ["pdftotext", "-layout", str(tmp_path / "print.pdf"), "-"]
    words = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    pages = words.split("\f")
    assert "Somebody watered" in pages[0]
    assert "What supports or attacks it" in words
    assert "[Wet] (line 6) is undecided" in words
    assert words.count("A photo shows puddles.") == 2
