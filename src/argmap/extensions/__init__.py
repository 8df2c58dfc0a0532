"""argmap inside other programs: notebooks, Sphinx, Python-Markdown, Pygments; one program a module."""
