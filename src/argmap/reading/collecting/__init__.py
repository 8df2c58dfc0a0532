"""One walk over a tree: what is named, related and concluded."""
