"""How maps look: themes, layout engines, drawings. Only this package knows Graphviz."""

from argmap.render.draw import draw_map
from argmap.render.draw_options import DrawOptions
from argmap.render.drawing import Drawing
from argmap.render.engines.engine import EngineError
from argmap.render.styles.theme import Theme, load_theme
from argmap.render.styles.theme_files import ThemeError, theme_names

__all__ = [
    "DrawOptions",
    "Drawing",
    "EngineError",
    "Theme",
    "ThemeError",
    "draw_map",
    "load_theme",
    "theme_names",
]
