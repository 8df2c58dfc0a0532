"""Somebody who visits pages with a browser: looks, points, types, and waits until all is still."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from selenium.webdriver import ActionChains, Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

_ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_PATIENCE = 10
_NODE = "[...document.querySelectorAll('svg [data-key]')].find(n => n.dataset.key === arguments[0])"
# Two frames after a change everything has been drawn, and so much later its real size is set.
_STILL = """
const done = arguments[0];
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 160)));
"""


class Visitor:
    """A visitor of pages, with one browser."""

    def __init__(self, driver: Chrome) -> None:
        self.driver = driver

    @classmethod
    def start(cls, chromium: str, driver: str, profile: str) -> Visitor:
        options = ChromeOptions()
        options.binary_location = chromium
        for argument in (*_ARGUMENTS, f"--user-data-dir={profile}"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        chrome = Chrome(options=options, service=Service(driver))
        chrome.set_script_timeout(120)
        return cls(chrome)

    def quit(self) -> None:
        self.driver.quit()

    def visit(
        self, place: Path | str, name: str = "", *, width: int = 1280, height: int = 800, dark: bool = False
    ) -> None:
        """Go to a page as new, at the place that its address names."""
        self.resize(width, height)
        self.media(dark=dark)
        self.driver.get("about:blank")
        for kind in ("browser", "performance"):
            self.driver.get_log(kind)
        self.driver.get((place.as_uri() if isinstance(place, Path) else place) + name)
        self.rest()

    def visit_still(self, place: Path) -> None:
        """Go to a page on which no script runs."""
        self.resize(1280, 800)
        self.driver.get(place.as_uri())

    def resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.command("Emulation.setDeviceMetricsOverride", size)

    def media(self, *, dark: bool) -> None:
        feature = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.command("Emulation.setEmulatedMedia", {"features": [feature]})

    def command(self, name: str, values: dict[str, Any]) -> dict[str, Any]:
        return dict(self.driver.execute_cdp_cmd(name, values) or {})

    def run(self, script: str, *arguments: object) -> Any:
        return self.driver.execute_script(script, *arguments)

    def rest(self) -> None:
        self.driver.execute_async_script(_STILL)

    def wait(self, script: str, *arguments: object) -> Any:
        """Wait until a script returns something true, and return that."""
        return WebDriverWait(self.driver, _PATIENCE, 0.05).until(lambda driver: self.run(script, *arguments))

    def press(self, *keys: str) -> None:
        for key in keys:
            ActionChains(self.driver).send_keys(key).perform()
        self.rest()

    def click(self, selector: str) -> None:
        self.driver.find_element(By.CSS_SELECTOR, selector).click()
        self.rest()

    def open_menu(self, number: int) -> None:
        self.driver.find_elements(By.CSS_SELECTOR, ".menu>summary")[number].click()

    def tick(self, label: str) -> None:
        """Change a box of the filter, by its label."""
        labels = "[...document.querySelectorAll('#filters label')]"
        self.run(f"{labels}.find(label => label.textContent === arguments[0]).click()", label)

    def search(self, words: str) -> None:
        field = self.driver.find_element(By.ID, "find")
        field.clear()
        field.send_keys(words)
        self.wait("return document.querySelector('#count').textContent")

    def mouse(self, kind: str, x: float, y: float, **more: object) -> None:
        self.command("Input.dispatchMouseEvent", {"type": f"mouse{kind}", "x": x, "y": y, **more})

    def touch(self, kind: str, *points: tuple[float, float]) -> None:
        touched = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self.command("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": touched})

    def drag(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.mouse("Pressed", *start, button="left", clickCount=1)
        for step in range(1, 6):
            x, y = (a + (b - a) * step / 5 for a, b in zip(start, end, strict=True))
            self.mouse("Moved", x, y, button="left", buttons=1)
        self.mouse("Released", *end, button="left", clickCount=1)
        self.rest()

    def click_node(self, key: str) -> None:
        box = self.box(key)
        x, y = box["x"] + box["width"] / 2, box["y"] + min(box["height"] / 2, 12)
        self.mouse("Pressed", x, y, button="left", clickCount=1)
        self.mouse("Released", x, y, button="left", clickCount=1)
        self.rest()

    def box(self, key: str) -> dict[str, float]:
        """Where a node is on the screen: x, y, width and height."""
        return dict(self.run(f"return {_NODE}.getBoundingClientRect().toJSON()", key))

    @property
    def place(self) -> tuple[float, float, float]:
        """Where the map is on the screen, and how wide it is."""
        box = self.run("return document.querySelector('#layer svg').getBoundingClientRect().toJSON()")
        return box["x"], box["y"], box["width"]

    @property
    def shown(self) -> set[str]:
        return set(
            self.run(
                "return [...document.querySelectorAll('svg [data-key]')]"
                ".filter(n => !n.classList.contains('gone')).map(n => n.dataset.key)"
            )
        )

    @property
    def bright(self) -> set[str]:
        """What is shown and not faded."""
        return set(
            self.run(
                "return [...document.querySelectorAll('svg [data-key]')]"
                ".filter(n => !n.matches('.gone,.far')).map(n => n.dataset.key)"
            )
        )

    @property
    def chosen(self) -> str | None:
        """The title in the panel, None if nothing is chosen."""
        return self.run(
            "const panel = document.querySelector('#panel');"
            "return panel.hidden ? null : panel.querySelector('h2').textContent"
        )

    @property
    def focus(self) -> str:
        """What has the focus: the key of a node, or the id or name of an element."""
        return str(self.run("const a = document.activeElement; return a.dataset.key || a.id || a.localName"))

    @property
    def announced(self) -> str:
        return str(self.run("return document.querySelector('#live').textContent"))

    @property
    def hash(self) -> str:
        return str(self.run("return location.hash"))

    def told(self) -> list[str]:
        """Return what the console has reported since the visit began."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> Iterator[str]:
        """Yield the addresses that have been asked for since the visit began."""
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                yield message["params"]["request"]["url"]

    def pdf(self) -> bytes:
        return base64.b64decode(self.command("Page.printToPDF", {"printBackground": True})["data"])


def name_of(key: str, *folds: str) -> str:
    """Return the part of an address that names what is chosen and what is folded."""
    fold = ",".join(quote(fold, safe="") for fold in folds)
    return f"#{quote(key, safe='')}" + (f"&fold={fold}" if fold else "")


ENTER, ESCAPE, TAB = Keys.ENTER, Keys.ESCAPE, Keys.TAB
DOWN, UP = Keys.ARROW_DOWN, Keys.ARROW_UP
