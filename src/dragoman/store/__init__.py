"""The ledger's file: tables, locks, and what goes in and comes out."""
