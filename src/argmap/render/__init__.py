"""How it looks: themes, layout engines, drawings. Graphviz is known only here."""

from argmap.render.drawing import Drawing
from argmap.render.engine import EngineError
from argmap.render.map_drawing import draw_map
from argmap.render.theme import Theme, load_theme
from argmap.render.theme_files import ThemeError, theme_names

__all__ = ["Drawing", "EngineError", "Theme", "ThemeError", "draw_map", "load_theme", "theme_names"]
