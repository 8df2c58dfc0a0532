"""`python -m argmap.cli`, where the script is not on the path."""

from argmap.cli.command import main

main(prog_name="argmap")
