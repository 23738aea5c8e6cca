"""One happening, one record."""
