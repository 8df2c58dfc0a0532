"""The language server in real editors: a script opens the largest example in each that is installed."""
