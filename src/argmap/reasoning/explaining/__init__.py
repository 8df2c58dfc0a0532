"""Why something has its verdict: what it rests on, and what speaks against it."""
