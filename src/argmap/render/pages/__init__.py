"""Maps on paper: divided into pages that can be read, with references from page to page."""
