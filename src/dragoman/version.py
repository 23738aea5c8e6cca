"""The version, as records carry it."""

__version__ = "0.1.0"
