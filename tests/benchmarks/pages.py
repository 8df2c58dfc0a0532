"""Pages of maps, measured in a browser: `python -m tests.benchmarks.pages [--nodes 1000 3000]`.

It prints for each map how large its page is, how long it loads, and the time between frames in milliseconds,
median and 95th percentile, while the whole map is moved, while it is moved at its real size, and how long a
choice and a search take.
"""

from __future__ import annotations

import argparse
import gzip
import random
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from tests.browser.visitor import Visitor

import argmap

_FLAGSHIP = Path(__file__).parents[2] / "examples" / "us-russia-policy.argdown"
_FRAMES = """
const [kind, done] = arguments, map = document.querySelector('#map'), times = [];
let last = performance.now(), n = 0;
const said = {pointerId: 1, bubbles: true, cancelable: true};
const at = (type, x, y) => map.dispatchEvent(new PointerEvent(type, {...said, clientX: x, clientY: y}));
const wheel = deltaY => map.dispatchEvent(new WheelEvent(
  'wheel', {...said, deltaY, clientX: 640, clientY: 400}
));
const step = now => {
  times.push(now - last); last = now; n++;
  if (kind === 'zoom') wheel(n % 40 < 20 ? -30 : 30);
  else at('pointermove', 640 + 200 * Math.sin(n / 15), 400 + 150 * Math.cos(n / 15));
  if (n < 90) { requestAnimationFrame(step); return; }
  at('pointerup', 640, 400); done(times.slice(2));
};
// What is no pointer of the browser cannot be captured.
map.setPointerCapture = () => {};
if (kind === 'drag') at('pointerdown', 640, 400);
requestAnimationFrame(step);
"""
_CHOICES = """
const [done] = arguments, nodes = [...document.querySelectorAll('svg [data-key]')], times = [];
let n = 0;
const next = () => {
  const before = performance.now(), node = nodes[Math.floor(n * nodes.length / 20)];
  node.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}));
  times.push(performance.now() - before);
  if (++n < 20) setTimeout(next, 200); else done(times);
};
next();
"""
_CHOOSE_FIRST = """
location.hash = '#' + encodeURIComponent(document.querySelector('svg [data-key]').dataset.key);
"""


def main(arguments: list[str]) -> int:
    """Measure pages and print the figures; return 2 if there is no browser."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, nargs="*", default=[1000, 3000])
    sizes = parser.parse_args(arguments).nodes
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        print("there is no browser: `apt-get install chromium chromium-driver` installs one")
        return 2
    with TemporaryDirectory() as folder:
        visitor = Visitor.start(chromium, driver, folder)
        try:
            documents = {"flagship": argmap.load(_FLAGSHIP), **{str(size): _large(size) for size in sizes}}
            for name, document in documents.items():
                for figure in _figures(document, Path(folder) / "page.html", visitor):
                    print(f"{name:>9}  {figure}")
        finally:
            visitor.quit()
    return 0


def _figures(document: argmap.Document, path: Path, visitor: Visitor) -> Iterator[str]:
    begin = time.perf_counter()
    argmap.draw(document).save(path)
    yield f"written in {time.perf_counter() - begin:.1f} s"
    content = path.read_bytes()
    yield f"{len(content) / 1000:.0f} kB, packed {len(gzip.compress(content)) / 1000:.0f} kB"
    visitor.visit(path, width=1400, height=860)
    loaded = visitor.run("const t = performance.getEntriesByType('navigation')[0]; return t.loadEventEnd")
    paint = visitor.run("return (performance.getEntriesByName('first-contentful-paint')[0] || {}).startTime")
    elements = visitor.run("return document.querySelectorAll('*').length")
    yield f"{elements} elements"
    yield f"loaded in {loaded:.0f} ms, first frame after {paint:.0f} ms"
    visitor.press("0")
    time.sleep(1)
    for where in ("whole map", "real size"):
        for kind in ("drag", "zoom"):
            yield f"{where}, {kind}: {_spread(visitor.driver.execute_async_script(_FRAMES, kind))}"
            visitor.rest()
        visitor.run(
            "location.hash = '#' + encodeURIComponent(document.querySelector('svg [data-key]').dataset.key)"
        )
        visitor.rest()
    yield f"choice: {_spread(visitor.driver.execute_async_script(_CHOICES))}"


def _spread(times: list[float]) -> str:
    return (
        f"median {median(times):.1f} ms, p95 {quantiles(times, n=20)[-1]:.1f} ms, worst {max(times):.1f} ms"
    )


def _large(size: int) -> argmap.Document:
    """Return a debate of so many claims, four reasons below each, in sections of fifty."""
    chance = random.Random(1)
    lines = ["# Part 1", "", "[C0]: What everything below bears on, in a sentence."]
    for number in range(1, size):
        if number % 50 == 0:
            lines += ["", f"# Part {number // 50 + 1}"]
        arrow = chance.choice(("+>", "+>", "->"))
        lines += [
            "",
            f"[C{number}]: Claim {number} says something of ordinary length about that. #t{number % 5}",
        ]
        lines.append(f"  {arrow} [C{(number - 1) // 4}]")
    return argmap.parse("\n".join(lines))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
