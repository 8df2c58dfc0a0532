"""Images in nodes: engines leave room for them, and they are put into the SVG afterwards."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from itertools import count, islice
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from argmap.data import FrozenDict, Value
from argmap.equality import equality, value_hash
from argmap.maps import ArgumentMap, MapNode
from argmap.model import ArgumentRef
from argmap.named_tuples import NamedTuple
from argmap.render.fonts.characters import clean
from argmap.representation import representation
from argmap.settings import Settings
from argmap.settings.dot_tables import NodeImagesSettings
from argmap.text.counts import counted
from argmap.text.shortening import shortened

if TYPE_CHECKING:
    from argmap.render.images.types import ImageType

# In points; no image is shown wider than text.
_MOST_HEIGHT = 160
_MOST_PADDING = 40
_GAP = 4
_POINTS_PER_PIXEL = 0.75
# Programs need four bytes of memory for each pixel.
_MOST_PIXELS = 40_000_000
_MOST_IN_NODE = 12
_SHOWN_PROBLEMS = 5
# The last chunk of a PNG and the last marker of a JPEG; if they are missing, typst draws nothing at all.
_ENDS = {"image/png": b"IEND", "image/jpeg": b"\xff\xd9"}
_NAME_LIMIT = 80
# Compiled only for maps with images.
_CELL = r'<TD ID="image(\d+)"'
_COLOR = "(?i:#[0-9a-f]{6})"
_FIRST_COLOR = 0x010203
_FIELD = r'<polygon fill="(#[0-9a-f]{6})" stroke="(?:none|transparent)" points="([^"]*)"/>'


@frozen
class Image:
    """An image to be drawn: its number in the map, its size in points, its media type and its bytes."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    number: int
    width: float
    height: float
    media: str
    content: bytes = field(repr=False)

    @property
    def id(self) -> str:
        """Its id in an SVG: images with the same id are the same, in any drawing."""
        # This loads OpenSSL, which maps without images do not need.
        from hashlib import sha256

        return f"image-{sha256(self.content).hexdigest()[:16]}-{self.width:.0f}x{self.height:.0f}"


@frozen
class Images:
    """The images of a map by the names that its nodes use for them, and why others are not drawn."""

    __repr__ = representation
    __eq__ = equality
    __hash__ = value_hash

    known: Mapping[str, Image] = field(factory=dict)
    problems: tuple[str, ...] = ()

    def of(self, node: MapNode) -> list[Image]:
        """Return the images that a node shows."""
        shown = (self.known[name] for name in node.images if name in self.known)
        return list(islice(shown, _MOST_IN_NODE))


NO_IMAGES = Images()


class ImageLine(NamedTuple):
    """The cells of images side by side, and their total width and their height, in points."""

    cells: str
    width: int
    height: int


def read_images(argument_map: ArgumentMap, settings: Settings, folder: Path | None, widest: float) -> Images:
    """Return the images of a map, read from files in a folder; none is drawn wider than `widest` points.

    None is larger than in its file, or than the settings for its width and height say.
    """
    names = dict.fromkeys(name for node in argument_map.nodes for name in node.images)
    if not names:
        return NO_IMAGES
    # Few maps have any.
    from argmap.render.images.reading import MOST_BYTES_TOGETHER, RefusedError, read_image
    from argmap.render.images.types import image_type

    entries = _entries(settings.images.files)
    known: dict[str, Image] = {}
    problems: list[str] = []
    width_left = MOST_BYTES_TOGETHER
    for name in names:
        try:
            content = read_image(name, entries.get(name), folder, width_left)
            kind = _checked(image_type(content), content)
        except RefusedError as why:
            problems.append(f"the image {shortened(clean(name), _NAME_LIMIT)!r} is not drawn: {why}")
            continue
        width_left -= len(content)
        width, height = _size(kind, entries.get(name), widest)
        known[name] = Image(len(known), width, height, kind.media, content)
    if len(problems) > _SHOWN_PROBLEMS:
        left = len(problems) - _SHOWN_PROBLEMS
        problems[_SHOWN_PROBLEMS:] = [f"{counted(left, 'more image is', 'more images are')} not drawn"]
    if any(sum(name in known for name in node.images) > _MOST_IN_NODE for node in argument_map.nodes):
        problems.append(f"a node shows its first {_MOST_IN_NODE} images only")
    return Images(known, tuple(problems))


def image_lines(images: Iterable[Image], settings: NodeImagesSettings, width_left: float) -> list[ImageLine]:
    """Return images in lines that fit into the room, in points, if possible."""
    padding = ceil(min(settings.padding, _MOST_PADDING))
    lines: list[ImageLine] = []
    for image in images:
        width, height = (max(1, ceil(side)) + 2 * padding for side in (image.width, image.height))
        # Texts are escaped, so that nothing in them looks like this.
        cell = f'<TD ID="image{image.number}" FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{height}"></TD>'
        last = lines[-1] if lines else None
        if last is None or last.width + _GAP + width > width_left:
            lines.append(ImageLine(cell, width, height))
        else:
            gap = f'<TD WIDTH="{_GAP}"></TD>'
            lines[-1] = ImageLine(
                f"{last.cells}{gap}{cell}", last.width + _GAP + width, max(last.height, height)
            )
    return lines


def image_settings(node: MapNode, settings: Settings) -> NodeImagesSettings:
    """Return the settings for the images of a node, which may be different for arguments."""
    kinds = settings.dot
    return kinds.argument.images if isinstance(node.ref, ArgumentRef) else kinds.statement.images


def color_places(dot: str, images: Images) -> str:
    """Return a DOT text in which the places of images have colours by which they can be found in the SVG."""
    colors = _colors(dot, images)
    return re.sub(_CELL, lambda found: f'<TD BGCOLOR="{colors[int(found[1])]}"', dot)


def place_images(svg: str, dot: str, images: Images) -> str:
    """Return an SVG with images in the places that `color_places` has coloured in its DOT text.

    Each image is included once, however often it is drawn.
    """
    colors = _colors(dot, images)
    by_color = {colors[image.number]: image for image in images.known.values()}
    used: dict[str, Image] = {}

    def placed(found: re.Match[str]) -> str:
        image = by_color.get(found[1])
        if image is None:
            return found[0]
        used[image.id] = image
        points = [point.split(",") for point in found[2].split()]
        left, top = (_middle(float(point[axis]) for point in points) for axis in (0, 1))
        x, y = left - image.width / 2, top - image.height / 2
        return f'<use xlink:href="#{image.id}" x="{x:.2f}" y="{y:.2f}"/>'

    whole = re.sub(_FIELD, placed, svg)
    end = whole.rindex("</svg>")
    said = "\n".join(map(_definition, used.values()))
    return f"{whole[:end]}<defs>\n{said}\n</defs>\n{whole[end:]}" if used else whole


def _definition(image: Image) -> str:
    url = f"data:{image.media};base64,{b64encode(image.content).decode()}"
    size = f'width="{image.width:.2f}" height="{image.height:.2f}"'
    return f'<image id="{image.id}" {size} preserveAspectRatio="xMidYMid meet" xlink:href="{url}"/>'


def _colors(dot: str, images: Images) -> list[str]:
    """Return a colour for each image that occurs nowhere in a DOT text."""
    taken = {color.lower() for color in re.findall(_COLOR, dot)}
    free = (color for color in (f"#{number:06x}" for number in count(_FIRST_COLOR)) if color not in taken)
    return list(islice(free, len(images.known)))


def _middle(places: Iterator[float]) -> float:
    every = list(places)
    return (min(every) + max(every)) / 2


def _entries(files: FrozenDict[str, Value]) -> dict[str, Value]:
    """Return the entries of `images.files` by what nodes call them: their paths, or else their names."""
    entries: dict[str, Value] = {}
    for name, entry in files.items():
        path = entry.get("path") if isinstance(entry, FrozenDict) else entry
        entries.setdefault(path if isinstance(path, str) and path else name, entry)
    return entries


def _checked(kind: ImageType | None, content: bytes) -> ImageType:
    from argmap.render.images.reading import RefusedError

    if kind is None:
        raise RefusedError("it is not a PNG, JPEG, GIF, WebP or SVG that gives its size")
    if kind.width * kind.height > _MOST_PIXELS and kind.media != "image/svg+xml":
        raise RefusedError(f"it has more than {_MOST_PIXELS // 1_000_000} million pixels")
    if _ENDS.get(kind.media, b"") not in content:
        raise RefusedError("its end is missing")
    return kind


def _size(kind: ImageType, entry: Value, widest: float) -> tuple[float, float]:
    width, height = (_pixels(entry, side) for side in ("width", "height"))
    ratio = kind.width / kind.height
    if width is None:
        width = kind.width if height is None else height * ratio
    height = width / ratio if height is None else height
    share = min(_POINTS_PER_PIXEL, widest / width, _MOST_HEIGHT / height)
    return max(1.0, width * share), max(1.0, height * share)


def _pixels(entry: Value, side: str) -> float | None:
    said = entry.get(side) if isinstance(entry, FrozenDict) else None
    if isinstance(said, bool) or not isinstance(said, (int, float)):
        return None
    return float(said) if 0 < said < 100_000 else None
