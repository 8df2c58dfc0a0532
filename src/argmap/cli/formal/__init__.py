"""Commands about formulas."""
