"""Commands that compare and merge debates."""
