"""A type that the classifier has never learnt is left to the rules, and a model's folder is named when it is none."""

from pathlib import Path

import pytest
from tests.builders import tree
from tests.learn.lessons import base_model

from dragoman.config import Settings, read_settings
from dragoman.errors import SettingsError
from dragoman.events.classify import load_classifier
from dragoman.events.decide import decide
from dragoman.model.candidate import Candidate


def test_an_unknown_type_stands_by_the_rules_alone(tmp_path: Path) -> None:
    """The classifier of three types neither drops LEASE nor gives it another type or a probability."""
    parsed = tree([("Norway", "NNP", "PROPN", "nsubj", 1), ("leased", "VBD", "VERB", "ROOT", 1), ("ports", "NNS", "NOUN", "dobj", 1)])
    leased = parsed.doc[1]
    candidate = Candidate("LEASE", None, leased, leased, "lease", 1.0)
    decide(candidate, parsed, base_model(tmp_path))
    assert (candidate.event, candidate.kept, candidate.chance, candidate.reasons) == ("LEASE", True, None, [])


def test_a_file_may_name_a_model(tmp_path: Path) -> None:
    """The folder of a model is a setting like others."""
    (tmp_path / "run.toml").write_text('model = "own"\n')
    assert read_settings(tmp_path / "run.toml") == Settings(model=Path("own"))


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    """The message says which folder, and what writes one."""
    with pytest.raises(SettingsError, match=r"no card\.json there; give a folder that `dragoman train` has written"):
        load_classifier(tmp_path / "none")
