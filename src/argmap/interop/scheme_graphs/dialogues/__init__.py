"""Who says what in scheme graphs, as a layer over the debate."""
