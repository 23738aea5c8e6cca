"""The version, as records carry it."""

__version__ = "0.2.0"
