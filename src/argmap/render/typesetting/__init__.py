"""Texts in boxes: measured, broken into lines and put into rows."""
