"""Reads many odd texts and looks whether what always holds does hold: `python -m tests.fuzz --help`."""
