"""How git is told to compare and merge debates."""

from __future__ import annotations

SETUP = r"""# In .gitattributes of the repository:
*.argdown diff=argmap merge=argmap

# Once, for this repository (or with --global, for all):
git config diff.argmap.textconv "argmap convert --to normal"
git config diff.argmap.xfuncname "^(#+ .*|<[^>]+>.*|\\[[^]]+\\].*)$"
git config merge.argmap.name "debates, by what they say"
git config merge.argmap.driver "argmap merge %O %A %B -o %A --marker-size %L --path %P"
"""
