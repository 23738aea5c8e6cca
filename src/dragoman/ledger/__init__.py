"""Keeping the ledger: articles in, incidents joined, corrections by hand, and what differs between runs."""
