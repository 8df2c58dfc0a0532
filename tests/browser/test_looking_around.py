"""Looking around in a map: by pointer, wheel, fingers and keys."""

from collections.abc import Callable

import pytest

from .visitor import DOWN, ENTER, ESCAPE, TAB, UP, Visitor, name_of


def test_the_map_follows_the_pointer(page: Visitor) -> None:
    x, y, width = page.place
    page.drag((900, 700), (850, 640))
    assert page.place == (pytest.approx(x - 50, abs=1), pytest.approx(y - 60, abs=1), width)


def test_a_move_writes_one_style_a_frame_and_touches_no_node(page: Visitor) -> None:
    page.run(
        "window.changed = []; window.frames_seen = 0;"
        "new MutationObserver(changes => "
        "changed.push(...changes.map(c => `${c.target.id} ${c.attributeName}`)))"
        ".observe(document.body, {attributes: true, childList: true, subtree: true});"
        "const count = () => { frames_seen++; requestAnimationFrame(count); }; count();"
    )
    page.drag((900, 700), (850, 640))
    changed, frames = page.run("return [changed, frames_seen]")
    assert set(changed) == {"layer style"}
    assert len(changed) <= frames


def test_who_drags_chooses_nothing(page: Visitor) -> None:
    box = page.box("[Wet]")
    page.drag((box["x"] + 20, box["y"] + 20), (box["x"] + 90, box["y"] + 60))
    assert page.chosen is None


def test_the_wheel_zooms_at_the_pointer(page: Visitor) -> None:
    before = page.box("[Wet]")
    page.mouse("Wheel", before["x"], before["y"], deltaX=0, deltaY=-200)
    page.rest()
    after = page.box("[Wet]")
    assert after["width"] > before["width"] * 1.2
    assert (after["x"], after["y"]) == (pytest.approx(before["x"], abs=2), pytest.approx(before["y"], abs=2))


def test_two_fingers_zoom(page: Visitor) -> None:
    width = page.place[2]
    page.touch("Start", (500, 400))
    page.touch("Start", (500, 400), (600, 400))
    page.touch("Move", (450, 400), (650, 400))
    page.touch("End")
    page.rest()
    assert page.place[2] == pytest.approx(2 * width, rel=0.02)


@pytest.mark.parametrize(("key", "grows"), [("+", True), ("-", False)])
def test_keys_zoom(page: Visitor, key: str, grows: bool) -> None:
    width = page.place[2]
    page.press(key)
    assert (page.place[2] > width) is grows


def test_zero_shows_the_whole_map(page: Visitor) -> None:
    page.press("+", "+", "+", "+", "+", "0")
    x, _, width = page.place
    assert x >= 0
    assert x + width <= 1280


def test_buttons_do_what_keys_do(page: Visitor) -> None:
    width = page.place[2]
    page.click("#in")
    grown = page.place[2]
    page.click("#out")
    assert grown > width
    assert page.place[2] == pytest.approx(width)


def test_the_map_never_leaves_the_screen(page: Visitor) -> None:
    for _ in range(12):
        page.drag((1000, 700), (100, 100))
    x, _, width = page.place
    assert x + width > 0


def test_a_double_click_does_not_zoom(page: Visitor) -> None:
    place = page.place
    for count in (1, 2):
        page.mouse("Pressed", 1100, 700, button="left", clickCount=count)
        page.mouse("Released", 1100, 700, button="left", clickCount=count)
    page.rest()
    assert page.place == place


def test_the_map_is_one_stop_for_the_tabulator(page: Visitor) -> None:
    assert page.run("return document.querySelectorAll('svg [tabindex=\"0\"]').length") == 1


def test_all_can_be_done_by_keys(page: Visitor) -> None:
    page.run("document.querySelector('#dark').focus()")
    page.press(TAB)
    assert page.focus == "[Wet]"
    page.press(DOWN)
    assert page.focus != "[Wet]"
    page.press(UP, ENTER)
    assert (page.chosen, page.focus) == ("Wet", "panel-title")
    page.press(ESCAPE)
    assert (page.chosen, page.focus) == (None, "[Wet]")


def test_a_choice_goes_along_with_who_goes_on_by_arrows(page: Visitor) -> None:
    page.click_node("[Wet]")
    before = page.run("return history.length")
    page.run("document.activeElement.blur(); document.querySelector('svg [tabindex=\"0\"]').focus()")
    page.press(DOWN)
    assert (page.chosen, page.focus) == ("Photo", "[^Photo]")
    assert page.hash == name_of("[^Photo]")
    assert page.run("return history.length") == before


def test_what_a_node_is_called_begins_with_its_title(page: Visitor) -> None:
    tree = page.command("Accessibility.getFullAXTree", {})["nodes"]
    names = [part["name"]["value"] for part in tree if part.get("role", {}).get("value") == "button"]
    assert {"? Wet", "× Clouds", "○ Radar"} <= {" ".join(name.split()[:2]) for name in names}


def test_the_tabulator_goes_from_the_tools_to_the_map_and_its_buttons(page: Visitor) -> None:
    stops = []
    for _ in range(12):
        page.press(TAB)
        stops.append(page.focus)
    assert stops == [
        *("a", "find", "summary", "summary", "summary", "as-text", "dark"),
        *("[Wet]", "in", "out", "fit", "body"),
    ]


def test_no_text_leaves_its_box_where_the_font_is_another(page_of: Callable[[str], Visitor]) -> None:
    words = "Wide maximum movement among many women and men was confirmed by memorable measurements. " * 4
    page = page_of(
        f"<A>\n\n(1) {words}\n-- argument to the best explanation --\n(2) [Why]: {words}\n  + {words}"
    )
    outside = page.run(
        "document.querySelector('#layer svg').style.fontFamily = 'DejaVu Sans';"
        "return [...document.querySelectorAll('.node')].flatMap(n => {"
        "  const sides = [...n.querySelectorAll('rect')].map(r => r.getBoundingClientRect().right);"
        "  return [...n.querySelectorAll('text')].filter("
        "    t => t.getBoundingClientRect().right > Math.max(...sides)).map(t => t.textContent);"
        "})"
    )
    assert outside == []


def test_arrows_move_the_map_where_no_node_has_the_focus(page: Visitor) -> None:
    y = page.place[1]
    page.press(DOWN)
    assert page.place[1] == pytest.approx(y - 60)


def test_a_phone_shows_the_map_and_a_sheet(visitor: Visitor, rain) -> None:
    visitor.visit(rain, width=390, height=844)
    assert visitor.run("return document.documentElement.scrollWidth") <= 390
    assert visitor.run("return document.querySelector('header').offsetHeight") < 844 / 6
    visitor.click_node("[Wet]")
    panel = visitor.run("return document.querySelector('#panel').getBoundingClientRect().toJSON()")
    assert (panel["x"], panel["width"], panel["bottom"]) == (0, 390, 844)
    assert panel["height"] <= 844 / 2


def test_what_can_be_touched_is_large_enough(page: Visitor) -> None:
    sizes = page.run(
        "return [...document.querySelectorAll('button,summary,#find,.menu label')]"
        ".map(e => e.getBoundingClientRect()).filter(r => r.width).map(r => Math.min(r.width, r.height))"
    )
    assert min(sizes) >= 24


def test_a_page_without_scripts_shows_text_and_map(visitor: Visitor, rain) -> None:
    visitor.command("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        visitor.visit_still(rain)
        shown = visitor.command("Page.captureScreenshot", {})["data"]
        visitor.command("Emulation.setScriptExecutionDisabled", {"value": False})
        boxes = visitor.run(
            "return ['#map', '#text', '#tools'].map(s => document.querySelector(s).offsetHeight > 0)"
        )
    finally:
        visitor.command("Emulation.setScriptExecutionDisabled", {"value": False})
    assert len(shown) > 10_000
    assert boxes == [True, True, False]


def test_what_is_in_the_middle_stays_there_when_the_window_becomes_narrower(page: Visitor) -> None:
    before = page.box("[Wet]")
    page.resize(1080, 800)
    page.rest()
    after = page.box("[Wet]")
    assert after["x"] == pytest.approx(before["x"] - 100, abs=2)
