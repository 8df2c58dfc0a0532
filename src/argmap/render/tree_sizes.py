"""How large the boxes of a tree are, and with them the whole tree."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from argmap.maps import ArgumentMap, MapGroup, MapNode
from argmap.render.boxes.box import Boxes
from argmap.render.boxes.box_frames import Box
from argmap.render.boxes.text_sizes import text_sizes
from argmap.render.captions import NO_CAPTIONS, Caption, Captions
from argmap.render.images.placement import Images
from argmap.render.layout.tree.frames import MOST_READ, PAD, Extent
from argmap.render.layout.tree.plots import Size
from argmap.render.layout.tree.tree_layout import WIDTHS, Measures, TreeLayout, lay_out
from argmap.render.styles.theme import Theme
from argmap.render.tree_labels import TreeLabels
from argmap.settings import Settings

# Arguments in full are wider than others.
_FULL = 1.25
# How wide texts are in the theme `default`: where they are wider or narrower boxes are.
_TEXT_WIDTH = 216


def count_chips(argument_map: ArgumentMap, theme: Theme, settings: Settings, images: Images) -> int:
    """Return how many relations of a map would be no lines if it were laid out as trees."""
    boxes = SizedBoxes(argument_map, Boxes(theme, settings, images))
    layout = sized_layout(argument_map, theme, settings, boxes, TreeLabels(argument_map, theme), NO_CAPTIONS)
    return len(layout.places.chips)


def box_widths(argument_map: ArgumentMap, theme: Theme, settings: Settings, images: Images) -> dict[str, int]:
    """Return how wide the boxes of a map are where it is laid out in layers, in points."""
    boxes = Boxes(theme, settings, images)
    widths = {node.id: boxes.node(node).width for node in argument_map.nodes}
    closed = (group for group in argument_map.groups if group.is_closed)
    return {**widths, **{group.id: boxes.group(group).width for group in closed}}


def tree_width(argument_map: ArgumentMap, theme: Theme, settings: Settings, images: Images) -> int:
    """Return how wide a map is that is laid out as trees, in points, without what is above and below it."""
    boxes = SizedBoxes(argument_map, Boxes(theme, settings, images))
    labels = TreeLabels(argument_map, theme)
    return sized_layout(argument_map, theme, settings, boxes, labels, NO_CAPTIONS).extent.width


def tree_extent(
    argument_map: ArgumentMap,
    theme: Theme,
    settings: Settings,
    captions: Captions,
    boxes: Boxes,
    sheet: Extent,
    *,
    is_final: bool = False,
) -> Extent:
    """Return how large the drawing of a map is in points that is to have room on a sheet.

    If that is not final, only boxes of one width are tried.
    """
    sized, labels = SizedBoxes(argument_map, boxes), TreeLabels(argument_map, theme)
    widths = WIDTHS if is_final else WIDTHS[len(WIDTHS) // 2 :][:1]
    layout = sized_layout(argument_map, theme, settings, sized, labels, captions, sheet=sheet, widths=widths)
    return Extent(layout.extent.width + 2 * PAD, layout.extent.height + 2 * PAD)


def tree_box(part: MapNode | MapGroup, theme: Theme, boxes: Boxes) -> Extent:
    """Return how large the box of a node or closed group is in a tree, in points."""
    alone = ArgumentMap(groups=(part,)) if isinstance(part, MapGroup) else ArgumentMap((part,))
    size = SizedBoxes(alone, boxes).size(part.id, _width_of(WIDTHS[len(WIDTHS) // 2], theme))
    return Extent(size.width, size.height)


def sized_layout(
    argument_map: ArgumentMap,
    theme: Theme,
    settings: Settings,
    boxes: SizedBoxes,
    labels: TreeLabels,
    captions: Captions,
    *,
    sheet: Extent | None = None,
    widths: Sequence[int] = WIDTHS,
) -> TreeLayout:
    """Return where everything is, on a sheet or in the frame of the settings, in boxes of the best width."""
    wraps = [_width_of(width, theme) for width in widths]
    return lay_out(
        argument_map,
        Measures(boxes.size, labels.chip_width, labels.heading_width),
        fit=_fit_of(sheet) if sheet else settings.map.fit,
        sheet=sheet,
        order=settings.map.order,
        widths=wraps,
        head=_extent(captions.head),
        foot=_extent(captions.foot),
        text=partial(_text_size, argument_map, theme, boxes, wraps[len(wraps) // 2]),
    )


class SizedBoxes:
    """The boxes of nodes and closed groups in any width, each made once."""

    def __init__(self, argument_map: ArgumentMap, boxes: Boxes) -> None:
        self._boxes = boxes
        self._nodes = {node.id: node for node in argument_map.nodes}
        self._groups = {group.id: group for group in argument_map.groups if group.is_closed}
        self._known: dict[tuple[str, int], Box] = {}
        self._sizes: dict[tuple[str, int], Size] = {}

    def of(self, id: str, wrap: int) -> Box:
        """Return the box of a node or closed group, as wide as others or as it has to be."""
        known = self._known.get((id, wrap))
        if known is None:
            known = self._known[id, wrap] = self._made(id, wrap)
        return known

    def size(self, id: str, wrap: int) -> Size:
        """Return how large that box is, and between which heights each of its rows is."""
        known = self._sizes.get((id, wrap))
        if known is None:
            box = self.of(id, wrap)
            around = box.outline
            rows = {step: (around + at.top, around + at.bottom) for step, at in box.places.items()}
            size = Size(box.width + 2 * around, box.height + 2 * around, rows)
            known = self._sizes[id, wrap] = size
        return known

    def _made(self, id: str, wrap: int) -> Box:
        node = self._nodes.get(id)
        if node is None:
            return self._boxes.group(self._groups[id], wrap=wrap, least=wrap)
        wide = wrap * _FULL if node.steps else wrap
        return self._boxes.node(node, wrap=wide, least=wide)


def _text_size(argument_map: ArgumentMap, theme: Theme, boxes: SizedBoxes, wrap: int, captions: int) -> float:
    """Return the median size of the texts of a map in and above its boxes, in points.

    Of maps that are too large to be read at once it is that of most boxes.
    """
    usual = theme.text_style("text").size
    closed = [group.id for group in argument_map.groups if group.is_closed]
    ids = [*(node.id for node in argument_map.nodes), *closed]
    if len(ids) > MOST_READ:
        return usual
    sizes = [float(theme.text_style("source").size)] * captions
    for id in ids:
        sizes += text_sizes(boxes.of(id, wrap).label, usual=usual)
    # Not of `statistics`, which takes longer to load than to draw a small map.
    return sorted(sizes)[(len(sizes) - 1) // 2] if sizes else usual


def _fit_of(sheet: Extent) -> str:
    return "slide" if sheet.width > sheet.height else "page"


def _width_of(width: int, theme: Theme) -> int:
    return _even(width * theme.text_width / _TEXT_WIDTH)


def _even(size: float) -> int:
    return 2 * round(size / 2)


def _extent(caption: Caption | None) -> Extent:
    return Extent(caption.width, caption.height + caption.height % 2) if caption else Extent(0, 0)
