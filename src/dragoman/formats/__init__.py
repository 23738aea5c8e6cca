"""Files of the field, out and in: PLOVER JSON, POLECAT, Phoenix, ICEWS, GDELT; and releases to cite."""
