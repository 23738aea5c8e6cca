"""What the ledger says of states over time: tone, turning points, networks."""
