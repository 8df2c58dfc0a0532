"""Maps that follow their texts: a server for the person at this machine, and nobody else."""
