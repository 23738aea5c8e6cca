"""A mention by itself, without an article and without a parser: how `dragoman.Actors` reads it."""
