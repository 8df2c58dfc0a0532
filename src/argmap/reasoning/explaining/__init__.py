"""Why something has its verdict: what it rests on, and what was said against it."""
