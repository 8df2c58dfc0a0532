"""Debates as in most formats: things with words, and relations between two of them."""
