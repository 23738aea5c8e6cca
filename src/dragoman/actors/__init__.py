"""Who is meant: names found and phrases resolved to actors."""
