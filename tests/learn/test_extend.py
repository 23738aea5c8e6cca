"""A new type is learnt, is judged only by voters that have not seen it, and is written beside what the base knows."""

import json
from pathlib import Path

import numpy as np
import pytest
from tests.learn.lessons import OLD, TYPES, FakeRunner, base_model, example, lesson, lessons

from dragoman.events.classify import Classifier
from dragoman.learn.course import Course
from dragoman.learn.extend import cross_votes, fit_all_factors, write_model
from dragoman.learn.head import Head, find_head, fit_head
from dragoman.learn.judged import Base, judge_back, judge_own
from dragoman.learn.split import deal_folds
from dragoman.learn.voters import fit_voters

pytest.importorskip("sklearn")

START = Head(np.eye(5, 4, dtype=np.float32) * (1, 1, 1, 0))  # the fake encoder's own head: it knows nothing of the fourth type


def unwatched(what: str, done: int, of: int) -> None:
    """Nobody looks on."""


@pytest.fixture
def course() -> Course:
    """Three old types in the corpus, a new one in ten items of one's own."""
    own = [*lessons(["LEASE"], "own", 10), *lessons(["LEASE"], "own", 10, "told")]
    items = [{"id": row.example.item, "events": [{"type": "LEASE"}]} for row in own[:10]]
    back = [*lessons(OLD, "back", 4), *lessons(OLD, "back", 4, "pair")]
    return Course(lessons(OLD, "learn", 12), back, own, deal_folds(items, ("LEASE",), 7), asked=[*back, *own], unseen=True)


def test_a_type_is_learnt_from_its_vectors_and_words(course: Course) -> None:
    """The head tells the new type from the old ones on items that it has not seen."""
    voters = fit_voters([*course.learn, *course.own], TYPES, START)
    votes = voters.votes([*course.back, lesson(example("LEASE", "new"))])
    assert [TYPES[place] for place in votes["encoder"].argmax(1)][-3:] == ["ASSAULT", "ASSAULT", "LEASE"]


def test_the_head_is_found_again_from_its_answers() -> None:
    """Vectors and logits are enough; the columns come in the order of the types asked for, new ones empty."""
    chance = np.random.default_rng(7)
    weights, vectors = chance.normal(size=(5, 2)).astype(np.float32), chance.normal(size=(50, 4)).astype(np.float32)
    found = find_head(vectors, Head(weights).logits(vectors), ["NONE", "CONSULT"], ["NONE", "LEASE", "CONSULT"])
    assert np.allclose(found.weights, np.stack([weights[:, 0], np.zeros(5), weights[:, 1]], 1), atol=1e-4)


def test_a_head_that_is_right_stays_where_it_is() -> None:
    """What the base model knows is not unlearnt by a few examples."""
    vectors = np.eye(4, dtype=np.float32) * 4
    start = Head(np.vstack([np.eye(4), np.zeros((1, 4))]).astype(np.float32) * 3)
    after = fit_head(vectors, np.arange(4), np.ones(4, dtype=np.float32), start)
    assert np.abs(after.weights - start.weights).max() < 0.01


def test_a_type_without_lessons_is_out_of_reach(course: Course) -> None:
    """Nothing is taken for what was never seen."""
    assert fit_voters(course.learn, TYPES, START).votes(course.own)["words"].argmax(1).max() < TYPES.index("LEASE")


def test_weight_counts(course: Course) -> None:
    """The same words told twice, differently: the weightier lesson wins."""
    text = "Norway leased and met in Chad."
    for weight, event in ((2000.0, "LEASE"), (0.1, "CONSULT")):
        doubtful = [*lessons(["LEASE"], "x", 3), lesson(example("LEASE", "y", text=text), weight), lesson(example("CONSULT", "z", text=text))]
        votes = fit_voters([*course.learn, *doubtful], TYPES, START).votes([doubtful[-1]])
        assert TYPES[int(votes["encoder"][0].argmax())] == event


def test_no_own_example_is_judged_by_voters_that_have_seen_it(course: Course) -> None:
    """With a single fold to learn the type from, there is nothing else to know it by."""
    alone = Course(course.learn, course.back, course.own, dict.fromkeys(course.folds, 0), course.asked, unseen=True)
    rows, parts = cross_votes(alone, TYPES, START, unwatched)
    assert len(rows) == len(course.own)
    assert parts["words"].argmax(1).max() < TYPES.index("LEASE")


def test_the_written_model_gives_old_types_and_new(course: Course, tmp_path: Path) -> None:
    """The folder holds what a classifier needs; encoder and tokenizer are the base's."""
    base = base_model(tmp_path / "base")
    out = tmp_path / "own"
    out.mkdir()
    voters = fit_voters([*course.learn, *course.own], TYPES, START)
    crossed = cross_votes(course, TYPES, START, unwatched)
    factors = fit_all_factors(course, voters, crossed)
    card = {"types": TYPES, "modes": ["CONSULT/visit"], "statuses": ["actual", "future"]}
    write_model(out, tmp_path / "base", voters, factors, card)
    after = Classifier(out, FakeRunner())
    assert [after.judge(lesson(example(name, "q")).example.instance).event for name in TYPES[1:]] == list(TYPES[1:])
    assert (out / "encoder.onnx").read_bytes() == b"encoder"
    assert len(json.loads((out / "card.json").read_text())["digest"]) == 12
    judged = judge_back(course, Base(course, base), after) + judge_own(crossed, TYPES, factors, Base(course, base))
    assert {(row.right, row.after) for row in judged} == {(name, name) for name in TYPES}
    assert {row.before for row in judged if row.right == "LEASE"} == {"NONE"}


def test_the_same_lessons_give_the_same_model(course: Course, tmp_path: Path) -> None:
    """Byte by byte, so that the digest names it."""
    write = []
    for name in ("a", "b"):
        base_model(tmp_path / "base")
        (tmp_path / name).mkdir()
        voters = fit_voters([*course.learn, *course.own], TYPES, START)
        factors = fit_all_factors(course, voters, cross_votes(course, TYPES, START, unwatched))
        write_model(tmp_path / name, tmp_path / "base", voters, factors, {})
        write.append((tmp_path / name / "combiner.npz").read_bytes())
    assert write[0] == write[1]


def test_what_the_base_would_not_have_been_asked_is_no_event_to_it(course: Course, tmp_path: Path) -> None:
    """A candidate that only the new rules propose was none before."""
    base = Base(course, base_model(tmp_path / "base"))
    assert base.event(course.back[4]) == "CONSULT"
    assert base.event(lesson(example("CONSULT", "elsewhere"))) == "NONE"


def test_the_new_head_stands_in_for_the_encoders(tmp_path: Path) -> None:
    """With head_weights in the combiner the vector decides, without them the encoder's own logits."""
    base = base_model(tmp_path / "base")
    instance = example("CONSULT", "a").instance
    assert base.judge(instance).event == "CONSULT"
    held = dict(np.load(tmp_path / "base" / "combiner.npz"))
    turned = np.zeros((4, 3), dtype=np.float32)
    turned[1, 2] = 1.0
    np.savez(tmp_path / "base" / "combiner.npz", head_weights=turned, head_bias=np.zeros(3, dtype=np.float32), **held)
    assert Classifier(tmp_path / "base", FakeRunner()).judge(instance).event == "ASSAULT"


def test_a_rule_of_an_unknown_type_has_no_vote(tmp_path: Path) -> None:
    """The base model judges by encoder and words what the rules call by a name that it has not learnt."""
    base = base_model(tmp_path / "base")
    assert base.judge(example("CONSULT", "a", rule="LEASE").instance).event == "CONSULT"
