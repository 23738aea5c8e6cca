"""The public names are few, and pinned."""

from importlib import import_module

import pytest

import dragoman


def test_the_public_names_are_these() -> None:
    """A name added or taken away is a decision, made here."""
    assert dragoman.__all__ == [
        "Actors",
        "Article",
        "Coder",
        "Event",
        "Ledger",
        "Outcome",
        "Settings",
        "__version__",
        "read_articles",
        "to_pandas",
        "to_polars",
    ]


@pytest.mark.parametrize("name", dragoman.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    """Each has a docstring, and each is loaded from the package itself."""
    assert getattr(dragoman, name).__doc__


def test_an_unknown_name_is_told_with_the_known_ones() -> None:
    """The error lists what there is."""
    with pytest.raises(AttributeError, match=r"no attribute 'Codr'; it has Actors, Article, Coder"):
        _ = dragoman.Codr


def test_the_version_has_three_numbers() -> None:
    """It is a version that packagers accept."""
    assert all(part.isdigit() for part in dragoman.__version__.split("."))
    assert dragoman.__version__.count(".") == 2


def test_every_error_is_a_dragoman_error() -> None:
    """Whoever catches the base class catches all."""
    errors = import_module("dragoman.errors")
    kinds = [value for value in vars(errors).values() if isinstance(value, type)]
    assert len(kinds) == 6
    assert all(issubclass(kind, errors.DragomanError) for kind in kinds)
