"""How high the text of a drawing is where it is shown."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from statistics import median_low

_NAMESPACE = "{http://www.w3.org/2000/svg}"
_PIXELS = 4 / 3


def text_height(svg: str, *, width: float, size: tuple[float, float]) -> float:
    """Return how high a line of body text is in pixels, 0 if there is none, in a picture that is so wide.

    That is the median of the sizes of texts in nodes; `size` is that of the picture in points. No picture is
    shown larger than it is.
    """
    heights = sorted(_text_sizes(ET.fromstring(svg)))
    if not heights:
        return 0.0
    return median_low(heights) * _PIXELS * min(1.0, width / (size[0] * _PIXELS))


def _text_sizes(root: ET.Element) -> Iterator[float]:
    for group in root.iter(f"{_NAMESPACE}g"):
        if group.get("class", "").startswith("node"):
            for text in group.iter(f"{_NAMESPACE}text"):
                sizes = (part.get("font-size") for part in text.iter())
                yield from (float(size) for size in list(sizes)[:2] if size is not None)
