"""What lays out and converts: Graphviz, and the formats that it cannot write."""
