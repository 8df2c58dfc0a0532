"""The requests of the protocol, turned into questions of `features`, and the answers turned back.

Each module has a tuple `HANDLERS`, and some have `COMMANDS`; `handler_table` puts them together.
"""
