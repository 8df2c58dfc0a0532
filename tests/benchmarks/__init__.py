"""How fast argmap is, side by side with other implementations of Argdown; see README.md."""
