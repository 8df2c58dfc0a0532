"""A language server: what editors ask about texts, answered over standard input and output."""
