"""What was done: candidates proposed, decided, and given their sides, status and speakers."""
