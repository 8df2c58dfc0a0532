"""Who says what in scheme graphs, as a layer on top of the debate."""
