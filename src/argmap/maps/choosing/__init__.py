"""Which things of a debate its map shows, and why it leaves out the others."""
