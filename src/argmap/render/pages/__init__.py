"""Maps on paper: divided into readable pages, with references from page to page."""
