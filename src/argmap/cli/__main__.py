"""`python -m argmap.cli`, where the script is not on the path."""

from argmap.cli import main

main()
