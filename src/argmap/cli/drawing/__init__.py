"""What `argmap render` draws: its options, jobs and files."""
