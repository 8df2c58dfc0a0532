"""Finding, reading and placing images of nodes."""
