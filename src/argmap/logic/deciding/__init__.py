"""Whether formulas can be true together, and what follows from them."""
