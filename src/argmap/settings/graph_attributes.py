"""Attributes that Graphviz has for whole graphs (https://graphviz.org/doc/info/attrs.html)."""

from __future__ import annotations

GRAPH_ATTRIBUTES = frozenset(
    """
    Damping K URL _background bb beautify bgcolor center charset class clusterrank color colorscheme
    comment compound concentrate defaultdist dim dimen diredgeconstraints dpi epsilon esep fontcolor
    fontname fontnames fontpath fontsize forcelabels gradientangle href id imagepath inputscale label
    label_scheme labeljust labelloc landscape layerlistsep layers layerselect layersep layout len levels
    levelsgap lheight linelength lp lwidth margin maxiter mclimit mindist mode model newrank nodesep
    nojustify normalize notranslate nslimit nslimit1 oneblock ordering orientation outputorder overlap
    overlap_scaling overlap_shrink pack packmode pad page pagedir quadtree quantum rankdir ranksep ratio
    remincross repulsiveforce resolution root rotate rotation scale searchsize sep showboxes size smoothing
    sortv splines start style stylesheet target truecolor viewport voro_margin xdotversion
    """.split()  # noqa: SIM905  # a list of a hundred quoted words is no easier to read
)
