"""Debates as most formats have them: things with words, and relations between two of them."""
