"""An audit of accessibility by axe-core: `python -m tests.browser.audit axe.min.js [TEXT ...]`.

It opens the pages of texts, the largest example if none is named, on a screen and on a phone, light and dark,
as they begin, with a choice, with a folded section, with open menus, and as text. It prints what axe-core
calls a violation.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import argmap

from .visitor import Visitor

_FLAGSHIP = Path(__file__).parents[2] / "examples" / "us-russia-policy.argdown"
_SCREENS = {"screen": (1280, 800), "phone": (390, 844)}
_STATES = {
    "as it begins": "",
    "with a choice": "const {key} = document.querySelector('svg [data-key]').dataset;"
    "location.hash = '#' + encodeURIComponent(key)",
    "folded": "document.querySelector('#sections button')?.click()",
    "with open menus": "for (const part of document.querySelectorAll('#tools,.menu')) part.open = true",
    "as text": "for (const menu of document.querySelectorAll('.menu')) menu.open = false;"
    "document.querySelector('#as-text').click()",
}
_AUDIT = """
const done = arguments[0];
const words = ({id, nodes}) => nodes.map(node => `${id}: ${node.html.slice(0, 150)}`);
axe.run().then(({violations}) => done(violations.flatMap(words)));
"""


def main(arguments: list[str]) -> int:
    """Audit pages, and return 1 if there are violations, 2 if there is no browser."""
    axe = Path(arguments[0]).read_text(encoding="utf-8")
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        print("there is no browser: `apt-get install chromium chromium-driver` installs one")
        return 2
    violations = 0
    with TemporaryDirectory() as folder:
        visitor = Visitor.start(chromium, driver, folder)
        try:
            for text in arguments[1:] or [str(_FLAGSHIP)]:
                page = Path(folder) / "page.html"
                argmap.draw(argmap.load(text), verdicts=True).save(page)
                for where, places in _violations(visitor, page, axe):
                    violations += len(places)
                    print(f"{Path(text).name}, {where}: {len(places)}", *places, sep="\n  ")
        finally:
            visitor.quit()
    return min(violations, 1)


def _violations(visitor: Visitor, page: Path, axe: str) -> Iterator[tuple[str, list[str]]]:
    for screen, (width, height) in _SCREENS.items():
        for dark in (False, True):
            visitor.visit(page, width=width, height=height, dark=dark)
            visitor.run(axe)
            for state, script in _STATES.items():
                visitor.run(script)
                visitor.rest()
                look = "dark" if dark else "light"
                yield f"{screen}, {look}, {state}", visitor.driver.execute_async_script(_AUDIT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
