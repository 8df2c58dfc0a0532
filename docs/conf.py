"""How Sphinx builds these pages: `sphinx-build -W docs build/site`."""

from __future__ import annotations

from importlib.metadata import version as installed_version

project = "argmap"
author = copyright = "argmap contributors"
version = release = installed_version("argmap")

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx.ext.viewcode",
    "argmap.extensions.sphinx",
]
exclude_patterns = ["_build"]
nitpicky = False

# Every page shows maps below the text they are drawn from.
argmap_fence_shows = "both"
# Maps are dark for readers whose screens are.
argmap_theme = "auto"
# Pages show the debates in the folder examples, next to docs.
argmap_root = ".."

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
# Backticks in docstrings mean code.
default_role = "code"

html_theme = "furo"
html_title = "argmap"
html_logo = html_favicon = "_static/argmap.svg"
html_static_path = ["_static"]
html_css_files = ["argmap.css"]
html_copy_source = False
html_show_sourcelink = False
# Every colour has a contrast of at least 4.5 to 1 with what is behind it.
pygments_style = "a11y-light"
pygments_dark_style = "a11y-dark"
