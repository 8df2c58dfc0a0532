"""How large the boxes of a tree are, and with them the whole tree."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial

from argmap.maps import ArgumentMap, MapGroup, MapNode
from argmap.render.boxes.box import Boxes
from argmap.render.boxes.box_frames import Box
from argmap.render.boxes.text_sizes import text_sizes
from argmap.render.captions import NO_CAPTIONS, Caption, Captions
from argmap.render.images.placement import NO_IMAGES, Images
from argmap.render.layout.tree.frames import MOST_READ, PAD, Extent
from argmap.render.layout.tree.plots import Size
from argmap.render.layout.tree.tree_layout import WIDTHS, Measures, TreeLayout, lay_out
from argmap.render.map_check import check_map
from argmap.render.styles.theme import Theme
from argmap.render.tree_labels import TreeLabels
from argmap.settings import Settings

# Arguments in full are wider than others.
_FULL = 1.25
# How wide texts are in the theme `default`: where they are wider or narrower boxes are.
_TEXT_WIDTH = 216


def box_widths(argument_map: ArgumentMap, theme: Theme, settings: Settings, images: Images) -> dict[str, int]:
    """Return how wide the boxes of a map are where it is laid out in layers, in points."""
    boxes = Boxes(theme, settings, images)
    widths = {node.id: boxes.node(node).width for node in argument_map.nodes}
    closed = (group for group in argument_map.groups if group.is_closed)
    return {**widths, **{group.id: boxes.group(group).width for group in closed}}


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


class MeasuredTree:
    """A map with its boxes and labels, which are made once however often it is laid out as trees.

    Raises:
        ValueError: an edge has an end, or a node or group is in a group, that the map does not have.
    """

    def __init__(
        self, argument_map: ArgumentMap, theme: Theme, settings: Settings, images: Images = NO_IMAGES
    ) -> None:
        check_map(argument_map)
        self.map = argument_map
        self.theme = theme
        self.settings = settings
        self.boxes = SizedBoxes(argument_map, Boxes(theme, settings, images))
        self.labels = TreeLabels(argument_map, theme)

    def layout(self, captions: Captions = NO_CAPTIONS, *, sheet: Extent | None = None) -> TreeLayout:
        """Return where everything is, below and above captions, on a sheet if one is given."""
        return self._bare if captions == NO_CAPTIONS and sheet is None else self._laid_out(captions, sheet)

    @cached_property
    def _bare(self) -> TreeLayout:
        return self._laid_out(NO_CAPTIONS, None)

    def _laid_out(self, captions: Captions, sheet: Extent | None) -> TreeLayout:
        return sized_layout(
            self.map, self.theme, self.settings, self.boxes, self.labels, captions, sheet=sheet
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
