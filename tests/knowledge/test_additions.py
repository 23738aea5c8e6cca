"""A codebook that extends the package's holds only what is new."""

from pathlib import Path

import pytest

from dragoman.errors import CodebookError
from dragoman.knowledge.codebook import load_codebook

LEASE = """\
extends: plover.yaml
version: 'lease'
classes:
  l_land: [island, port]
types:
  LEASE:
    quad: MC
    score: 3
    recipient: required
    definition: Land is let.
    frames:
    - "lease {l_land} to R ; mode=long"
    - "offer {aid} for {l_land}"
    modes:
      long:
        score: 4
        definition: For a century.
contexts:
  harbours:
    definition: Ports.
    words: [quay]
    types: [LEASE]
"""


def written(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    """The small file, with some of its words changed."""
    text = LEASE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "lease.yaml"
    path.write_text(text)
    return path


def test_what_is_new_is_added_and_the_rest_is_the_packages(tmp_path: Path) -> None:
    """One type and one context more, the old ones first; frames may use the package's classes."""
    book, base = load_codebook(written(tmp_path)), load_codebook()
    assert tuple(book.types) == (*base.types, "LEASE")
    assert tuple(book.contexts) == (*base.contexts, "harbours")
    assert [frame.text for frame in book.frames[len(base.frames) :]] == ["lease {l_land} to R ; mode=long", "offer {aid} for {l_land}"]
    assert book.frames[: len(base.frames)] == base.frames
    assert (book.version, book.operators) == ("lease", base.operators)


def test_the_digest_is_that_of_both_files(tmp_path: Path) -> None:
    """One character more is another codebook, and the short file alone is not the name."""
    (tmp_path / "other").mkdir()
    changed = written(tmp_path / "other", ("let.", "let out."))
    assert len({load_codebook(path).digest for path in (None, changed, written(tmp_path))}) == 3


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("plover.yaml", "mine.yaml", "line 1: extends: 'mine.yaml' cannot be extended; write plover.yaml"),
        ("version: 'lease'\n", "", "line 1: top: missing 'version'"),
        ("LEASE:", "SANCTION:", "line 7: types.SANCTION: 'SANCTION' is in plover.yaml; to change what is there, take a whole copy"),
        ("contexts:", "context:", "line 19: context: a file that extends adds to version, classes, types, contexts alone. Did you mean 'contexts'?"),
        ("  l_land: [island, port]\n", "  3\n", "line 4: classes: a mapping is needed, not 3"),
        ("quad: MC", "quad: XC", "line 7: types.LEASE.quad: 'XC' is none of VC, MC, VX, MX"),
    ],
    ids=["base", "version", "taken", "key", "shape", "type"],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_in_the_short_file(tmp_path: Path, old: str, new: str, mistake: str) -> None:
    """File, line, path and fix, as in a whole codebook."""
    with pytest.raises(CodebookError) as error:
        load_codebook(written(tmp_path, (old, new)))
    assert str(error.value).splitlines()[0] == f"lease.yaml: {mistake}"
