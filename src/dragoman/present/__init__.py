"""Shows and writes what the library returns: the only part that prints and exits."""
