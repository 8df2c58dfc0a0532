"""Nothing of a document runs, and nothing is loaded."""

from collections.abc import Callable
from pathlib import Path

from .visitor import Visitor, name_of

HOSTILE = """
===
title: "</title><script>window.ran = 1</script>"
===
# </h2><script>window.ran = 2</script>

[<img src=x onerror=ran=3>]: <svg onload=ran=4> "><script>window.ran = 5</script> #(" onclick="ran=6)
  + [^</article><script>window.ran = 7//]: ' onmouseover='ran=8'
    {source: {title: "<b>", url: "javascript:ran=9"}}
"""


def test_the_console_stays_empty(page: Visitor) -> None:
    page.click_node("[Wet]")
    page.search("sky")
    page.press("f", "F")
    assert page.told() == []


def test_nothing_is_asked_of_the_network(page: Visitor, rain: Path) -> None:
    assert set(page.requests()) == {rain.as_uri()}


def test_the_policy_refuses_a_script_that_is_added(page: Visitor) -> None:
    page.run(
        "const script = document.createElement('script'); script.textContent = 'window.ran = true';"
        "document.body.append(script)"
    )
    assert page.run("return window.ran") is None
    assert any("Content Security Policy" in message for message in page.told())


def test_the_policy_refuses_to_fetch(page: Visitor) -> None:
    answer = page.driver.execute_async_script(
        "const done = arguments[0];"
        "fetch('https://example.org/').then(() => done('came'), () => done('refused'))"
    )
    assert answer == "refused"


def test_a_hostile_document_runs_nothing(page_of: Callable[[str], Visitor]) -> None:
    visitor = page_of(HOSTILE)
    for key in visitor.shown:
        visitor.run("location.hash = arguments[0]", name_of(key))
        visitor.rest()
    assert visitor.run("return [window.ran, document.scripts.length]") == [None, 1]
    assert visitor.told() == []


def test_a_page_works_in_a_frame_that_is_shut_off(visitor: Visitor, rain: Path, tmp_path: Path) -> None:
    outer = tmp_path / "outer.html"
    outer.write_text(
        f'<iframe sandbox="allow-scripts" width="900" height="600" src="{rain.as_uri()}"></iframe>'
    )
    visitor.visit(outer)
    visitor.driver.switch_to.frame(0)
    try:
        visitor.run("document.querySelector('.node').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
        assert visitor.chosen is not None
    finally:
        visitor.driver.switch_to.default_content()
