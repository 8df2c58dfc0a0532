"""What would change a verdict: small sets of things to reject or accept."""
