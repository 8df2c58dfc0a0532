"""Texts parsed by the tables of a grammar: Lark makes them once, and no first text waits for it."""
