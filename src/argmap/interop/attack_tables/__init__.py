"""Frameworks of arguments that attack and support each other, as solvers read and write them."""
