"""What tests that load the parser share: one coder for the whole session."""

import pytest

from dragoman.batch import Coder
from dragoman.pipeline import Tools


@pytest.fixture(scope="session")
def coder() -> Coder:
    """A coder of one process with the package's own codebook."""
    return Coder()


@pytest.fixture(scope="session")
def tools(coder: Coder) -> Tools:
    """The coder's codebook, tables and stages, loaded once."""
    return coder.tools
