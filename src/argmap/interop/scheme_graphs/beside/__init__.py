"""What argmap writes beside a scheme graph, and reads again as long as it is valid."""
