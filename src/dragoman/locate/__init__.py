"""When and where an event was: times and places found, and the one that belongs to an event chosen."""
