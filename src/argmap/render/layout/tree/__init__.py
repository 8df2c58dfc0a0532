"""Maps as trees: from the sizes of nodes to the places of all that is drawn, without an engine."""
