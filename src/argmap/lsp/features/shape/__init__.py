"""How a text is built: what can be folded, selected, listed, coloured and laid out in it."""
