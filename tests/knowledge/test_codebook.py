"""The codebook is checked whole: every mistake at once, each with its line, its path and the nearest right word."""

from pathlib import Path

import pytest

from dragoman.errors import CodebookError
from dragoman.knowledge.codebook import load_codebook

SMALL = """\
version: 'test'
light_verbs: [hold]
classes:
  talks: [talk, meeting]
  all_talks: ["{talks}", parley]
types:
  CONSULT:
    quad: VC
    score: 2.5
    recipient: optional
    definition: They talk.
    frames:
    - meet R
    - "n: {talks} with R ; both"
    modes:
      visit:
        score: 4
        definition: One goes.
        frames:
        - visit R
  REJECT:
    quad: VX
    score: -2
    recipient: usual
    definition: No.
    frames:
    - refuse R
complements: {}
instruments: {}
operators:
  say:
    meaning: Says.
    frames:
    - say that
contexts:
  diplomatic:
    definition: Envoys.
    words: [Envoy]
    types: [CONSULT]
crosswalk:
  from_cameo:
    '04': {type: CONSULT, mode: null}
    '042': {type: CONSULT, mode: visit}
    '01': {type: null, mode: null}
  to_cameo:
    CONSULT: '040'
  aliases:
    TALK: CONSULT
    YIELD: [CONSULT, REJECT]
"""


def written(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    """The small codebook in a file, with some of its words changed."""
    text = SMALL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(path: Path) -> list[str]:
    """What is wrong with the file, a line each."""
    with pytest.raises(CodebookError) as error:
        load_codebook(path)
    return str(error.value).splitlines()


def test_a_codebook_of_ones_own_is_read(tmp_path: Path) -> None:
    """Types, modes, frames and operators are those of the file."""
    book = load_codebook(written(tmp_path))
    assert list(book.types) == ["CONSULT", "REJECT"]
    assert [(frame.event, frame.mode) for frame in book.frames] == [("CONSULT", None)] * 2 + [("CONSULT", "visit"), ("REJECT", None)]
    assert [frame.event for frame in book.operators] == ["@say"]


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("quad: VC", "quad: VD", "line 8: types.CONSULT.quad: 'VD' is none of VC, MC, VX, MX"),
        ("recipient: usual", "recipient: non", ("line 24: types.REJECT.recipient: 'non' is none of required, optional, usual, none. "
             "Did you mean 'none'?")),
        ("score: -2", "score: -20", "line 23: types.REJECT.score: a number from -10 to 10 is needed, not -20"),
        ("score: -2", "score: low", "line 23: types.REJECT.score: a number from -10 to 10 is needed, not 'low'"),
        ("definition: They", "definitoin: They", "line 11: types.CONSULT.definitoin: unknown key 'definitoin'. Did you mean 'definition'?"),
        ("- meet R", '- "meet R ; bth"', "line 13: types.CONSULT.frames[0]: unknown option 'bth'. Did you mean 'both'?"),
        ("{talks} with", "{tals} with", "line 14: types.CONSULT.frames[1]: unknown class {tals}. Did you mean 'talks'?"),
        ("- visit R", "- ''", "line 20: types.CONSULT.modes.visit.frames[0]: frame '' has no head"),
        ("- meet R", "- meet R ; mode=vist", "line 13: types.CONSULT.frames: frame 'meet R ; mode=vist': unknown mode 'vist'. Did you mean 'visit'?"),
        ("- say that", "- '{sey} that'", "line 34: operators.say.frames[0]: unknown class {sey}"),
        ("words: [Envoy]", "word: [Envoy]", "line 38: contexts.diplomatic.word: unknown key 'word'. Did you mean 'words'?"),
        ("light_verbs:", "light_verb:", "line 1: top: missing 'light_verbs'"),
    ],
    ids=["quad", "recipient", "score", "no number", "key", "option", "class", "head", "mode", "operator", "context", "missing"],
)  # fmt: skip
def test_a_mistake_is_told_with_line_path_and_fix(tmp_path: Path, old: str, new: str, mistake: str) -> None:
    """File, line, path, what is wrong, and the nearest right word."""
    assert mistakes(written(tmp_path, (old, new))) == [f"mine.yaml: {mistake}"]


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    """Three mistakes in three places are three lines, in the order of the file."""
    path = written(tmp_path, ("quad: VC", "quad: XX"), ("score: 4", "score: 40"), ("refuse R", "'{no} R'"))
    assert [line.split(": ")[1] for line in mistakes(path)] == ["line 8", "line 17", "line 27"]


@pytest.mark.parametrize(("text", "words"), [("a: [", "not YAML"), ("- a", "a mapping with 'types'")], ids=["not YAML", "a list"])
def test_what_is_no_codebook_at_all_is_told(tmp_path: Path, text: str, words: str) -> None:
    """A file of another form is named."""
    path = tmp_path / "mine.yaml"
    path.write_text(text)
    assert words in "\n".join(mistakes(path))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("talks: [talk, meeting]", "talks: 3"),
        ("light_verbs: [hold]", "light_verbs: 3"),
        ("'04': {type: CONSULT, mode: null}", "'04': 3"),
        ("    - refuse R", "      3"),
    ],
    ids=["class", "light verbs", "code", "frames"],
)
def test_a_value_of_another_shape_is_told(tmp_path: Path, old: str, new: str) -> None:
    """A number where a list is needed is a mistake like others."""
    assert len(mistakes(written(tmp_path, (old, new)))) == 1


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    """A codebook in another encoding is named."""
    (tmp_path / "mine.yaml").write_bytes(b"version: '\xff'")
    assert "UTF-8" in mistakes(tmp_path / "mine.yaml")[0]


def test_a_change_changes_the_digest(tmp_path: Path) -> None:
    """One character more is another codebook."""
    (tmp_path / "other").mkdir()
    assert load_codebook(written(tmp_path)).digest != load_codebook(written(tmp_path / "other", ("They", "They all"))).digest


@pytest.mark.parametrize(
    ("label", "types"),
    [
        ("CONSULT", ("CONSULT",)),
        (" consult ", ("CONSULT",)),
        ("TALK", ("CONSULT",)),
        ("yield", ("CONSULT", "REJECT")),
        ("0421", ("CONSULT",)),
        ("04", ("CONSULT",)),
        ("010", ()),
        ("99", ()),
        ("CONSUL", ()),
    ],
    ids=["type", "case", "older name", "two types", "longer code", "root", "no type", "no code", "misspelt"],
)  # fmt: skip
def test_a_label_stands_for_its_types(tmp_path: Path, label: str, types: tuple[str, ...]) -> None:
    """A type is itself, an older name its types, a CAMEO code that of its longest known beginning."""
    assert load_codebook(written(tmp_path)).canonical(label) == types


@pytest.mark.parametrize(("modes", "score"), [((), 2.5), (("visit",), 4), (("call",), 2.5)], ids=["type", "mode", "unknown mode"])
def test_a_modes_score_replaces_the_types(tmp_path: Path, modes: tuple[str, ...], score: float) -> None:
    """The strongest mode's score, else the type's."""
    assert load_codebook(written(tmp_path)).score("CONSULT", modes) == score


class TestShipped:
    """The codebook in the package."""

    def test_it_has_the_sixteen_types(self) -> None:
        """Four quads of types, as the ontology has them."""
        types = load_codebook().types
        assert [sum(entry.quad == quad for entry in types.values()) for quad in ("VC", "MC", "VX", "MX")] == [4, 3, 4, 5]

    def test_it_has_the_thirty_seven_contexts(self) -> None:
        """Every setting of the ontology."""
        assert len(load_codebook().contexts) == 37

    def test_every_type_and_mode_is_explained_and_has_frames(self) -> None:
        """A definition, and at least one frame that proposes it."""
        book = load_codebook()
        proposed = {(frame.event, frame.mode) for frame in book.frames}
        wrong = [name for name, entry in book.types.items() if not entry.definition or not any(event == name for event, _ in proposed)]
        wrong += [f"{name}/{mode.name}" for name, entry in book.types.items() for mode in entry.modes.values() if not mode.definition]
        assert wrong == []

    def test_the_crosswalk_leads_to_types_and_modes(self) -> None:
        """Every CAMEO code and older name ends at something that is there."""
        book = load_codebook()
        modes = {(name, mode) for name, entry in book.types.items() for mode in (None, *entry.modes)}
        wrong = [code for code, (name, mode) in book.from_cameo.items() if name is not None and (name, mode) not in modes]
        wrong += [name for name, types in book.aliases.items() if not set(types) <= set(book.types)]
        wrong += [name for name in book.to_cameo if (name.partition("/")[0], name.partition("/")[2] or None) not in modes]
        assert wrong == []

    def test_contexts_are_implied_by_types_that_are_there(self) -> None:
        """A context's types and TYPE/modes exist."""
        book = load_codebook()
        known = {*book.types, *(f"{name}/{mode}" for name, entry in book.types.items() for mode in entry.modes)}
        assert [(context.name, name) for context in book.contexts.values() for name in context.types - known] == []
