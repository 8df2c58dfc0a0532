"""Commands that say what holds, why, and what would change it."""
