"""The validator catches each kind of mistake, and the corpus has none."""

import json
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from dragoman.knowledge.codebook import load_codebook

alike, item, validate = import_module("alike"), import_module("item"), import_module("validate")

EVENT: dict[str, Any] = {
    "type": "CONSULT",
    "modes": ["visit"],
    "status": "actual",
    "actor": ["Niger's premier"],
    "recipient": ["the king of Tonga"],
    "trigger": "called on",
    "said_by": ["an aide"],
    "when": "on Monday",
    "where": "Lome",
}
SOUND: dict[str, Any] = {
    "id": "xx-0001",
    "text": "Niger's premier called on the king of Tonga in Lome on Monday, an aide in Nigeria told reporters.",
    "style": "wire",
    "actors": ["Niger's premier", "the king of Tonga", "an aide", "reporters"],
    "events": [EVENT],
}
OTHER: dict[str, Any] = {
    "id": "xx-0002",
    "text": "Rain is expected over most of Fiji until the weekend.",
    "style": "brief",
    "actors": [],
    "events": [],
}


def changed(**fields: object) -> dict[str, Any]:
    """The sound item with other fields."""
    return {**SOUND, **fields}


def event(**fields: object) -> dict[str, Any]:
    """The sound item, its event with other fields."""
    return changed(events=[{**EVENT, **fields}])


def lacking(row: Mapping[str, Any], field: str) -> dict[str, Any]:
    """The item or event without a field."""
    return {name: value for name, value in row.items() if name != field}


def write(path: Path, *rows: Mapping[str, Any] | str) -> None:
    """A file of the corpus, one row a line; text is written as it stands."""
    path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows), encoding="utf-8")


def checked(folder: Path, *rows: Mapping[str, Any] | str, gold: Mapping[str, str] | None = None) -> Any:
    """The report on a corpus of one file."""
    write(folder / "a.jsonl", *rows)
    return validate.validate(folder, gold or {}, load_codebook())


def rules(findings: Any) -> set[str]:
    """The names of the rules that found something."""
    return {finding.rule for finding in findings}


def test_a_sound_corpus_passes(tmp_path: Path) -> None:
    """Nothing is found where nothing is wrong."""
    report = checked(tmp_path, SOUND, "", OTHER)
    assert (report.mistakes, report.doubts) == ((), ())
    assert report.share_among_actors() == 1.0


MISTAKES: dict[str, tuple[Mapping[str, Any] | str, str, str]] = {
    "broken JSON": ('{"id": "xx-0001",', "is_an_item", "a.jsonl:1"),
    "no object": ("[]", "is_an_item", "Expected `object`"),
    "field gone": (lacking(SOUND, "style"), "is_an_item", "missing required field `style`"),
    "field gone in event": (changed(events=[lacking(EVENT, "said_by")]), "is_an_item", "missing required field `said_by`"),
    "field unknown": (changed(author="me"), "is_an_item", "unknown field `author`"),
    "field of another kind": (event(actor="Niger's premier"), "is_an_item", "Expected `array`"),
    "id of another form": (changed(id="first"), "is_an_item", "$.id"),
    "unknown style": (changed(style="blog"), "is_an_item", "'blog'"),
    "unknown status": (event(status="planned"), "is_an_item", "'planned'"),
    "unknown type": (event(type="CONSULTT"), "labels_are_known", "Did you mean 'CONSULT'?"),
    "unknown mode": (event(modes=["vist"]), "labels_are_known", "Did you mean 'visit'?"),
    "mode of another type": (event(modes=["strike"]), "labels_are_known", "CONSULT has no mode 'strike'"),
    "trigger not in the text": (event(trigger="visited"), "quotes_are_verbatim", "events[0].trigger: 'visited'"),
    "trigger empty": (event(trigger=""), "quotes_are_verbatim", "is empty"),
    "day in other letters": (event(when="On Monday"), "quotes_are_verbatim", "events[0].when"),
    "place not in the text": (event(where="Accra"), "quotes_are_verbatim", "events[0].where"),
    "blank around a phrase": (event(where="Lome "), "quotes_are_verbatim", "has blanks around it"),
    "part of a word": (event(where="Lom"), "quotes_are_verbatim", "only inside longer words"),
    "actors not in the text": (changed(actors=[*SOUND["actors"], "the queen"]), "quotes_are_verbatim", "actors: 'the queen'"),
    "speaker not in the text": (event(said_by=["a guard"]), "quotes_are_verbatim", "events[0].said_by"),
    "named twice": (changed(actors=[*SOUND["actors"], "an aide"]), "lists_name_once", "'an aide' stands there 2 times"),
    "mode twice": (event(modes=["visit", "visit"]), "lists_name_once", "events[0].modes"),
    "nobody acts": (event(actor=[]), "somebody_acts", "events[0].actor"),
    "party not among actors": (event(recipient=["king of Tonga"]), "sides_are_actors", "events[0].recipient: 'king of Tonga'"),
    "speaker not among actors": (event(said_by=["Nigeria"]), "sides_are_actors", "events[0].said_by"),
    "both sides": (event(recipient=["Niger's premier"]), "sides_are_apart", "is on both sides"),
    "joint talks with a recipient": (event(modes=["third-party"]), "sides_are_apart", "all parties are actors"),
    "no recipient": (event(type="SANCTION", modes=[], recipient=[]), "recipient_is_told", "SANCTION needs one"),
    "too short": (changed(text="Rain again", actors=[], events=[]), "has_its_length", "2 words"),
    "too long": (changed(text="rain " * 71, actors=[], events=[]), "has_its_length", "a passage has 3 to 70"),
    "article too short": (changed(article=True), "has_its_length", "an article has 90 to 160"),
    "id again": ({**OTHER, "id": "xx-0000"}, "id_is_new", "a.jsonl:2: xx-0000: the same as in a.jsonl:1: xx-0000"),
    "text again": ({**SOUND, "id": "xx-0009", "text": OTHER["text"].upper(), "actors": [], "events": []}, "text_is_new", "the same as in"),
}


@pytest.mark.parametrize(("row", "rule", "words"), MISTAKES.values(), ids=MISTAKES)
def test_each_kind_of_mistake_is_caught(row: Mapping[str, Any] | str, rule: str, words: str, tmp_path: Path) -> None:
    """The rule that is broken is named, with the place and what stands there."""
    report = checked(tmp_path, row, {**OTHER, "id": "xx-0000"})
    assert rule in rules(report.mistakes)
    assert any(words in str(finding) for finding in report.mistakes if finding.rule == rule)


DOUBTS: dict[str, tuple[Mapping[str, Any], str]] = {
    "one party alone": (event(recipient=[]), "party_is_alone"),
    "cooperation one way": (event(type="COOPERATE", modes=[]), "recipient_is_odd"),
    "mobilized against somebody": (event(type="MOBILIZE", modes=[]), "recipient_is_odd"),
    "first inside a word": (changed(text="Nigerians said " + SOUND["text"], actors=[*SOUND["actors"], "Niger"]), "place_is_unsure"),
    "trigger in two places": (changed(text=SOUND["text"] + " Nobody else called on him."), "place_is_unsure"),
    "long trigger": (event(trigger="called on the king of Tonga in Lome"), "trigger_is_long"),
}


@pytest.mark.parametrize(("row", "rule"), DOUBTS.values(), ids=DOUBTS)
def test_what_may_be_right_is_a_doubt(row: Mapping[str, Any], rule: str, tmp_path: Path) -> None:
    """It is told and is no mistake."""
    report = checked(tmp_path, row)
    assert rules(report.doubts) == {rule}
    assert not report.mistakes


def test_several_mistakes_of_an_item_are_all_told(tmp_path: Path) -> None:
    """One reading shows everything."""
    report = checked(tmp_path, event(type="TALK", trigger="met", actor=[]))
    assert rules(report.mistakes) == {"labels_are_known", "quotes_are_verbatim", "somebody_acts"}


@pytest.mark.parametrize(("name", "kind"), [("b.jsonl", "mistakes"), ("minimal.jsonl", "doubts")], ids=["elsewhere", "minimal pairs"])
def test_near_duplicates_are_meant_only_among_minimal_pairs(name: str, kind: str, tmp_path: Path) -> None:
    """Texts that differ by a word are told: as a doubt where they are minimal pairs, else as a mistake."""
    near = changed(id="xx-0003", text=SOUND["text"].replace("reporters", "readers"), actors=SOUND["actors"][:3])
    write(tmp_path / name, SOUND, near)
    report = validate.validate(tmp_path, {}, load_codebook())
    assert rules(getattr(report, kind)) == {"text_is_its_own"}
    assert len(report.mistakes) + len(report.doubts) == 1


def test_a_near_duplicate_of_a_minimal_pair_is_a_mistake_elsewhere(tmp_path: Path) -> None:
    """Only within the file of minimal pairs may texts be alike."""
    write(tmp_path / "minimal.jsonl", SOUND)
    report = checked(tmp_path, changed(id="xx-0003", text=SOUND["text"].replace("reporters", "readers"), actors=SOUND["actors"][:3]))
    assert [finding.place for finding in report.mistakes] == ["a.jsonl:1: xx-0003"]


def test_a_sentence_of_gold_is_a_mistake(tmp_path: Path) -> None:
    """Half of a sentence's word sequences in one of gold are too many."""
    gold = {"gold.jsonl:A1:1": "On Sunday Niger's premier called on the king of Tonga in Lome."}
    report = checked(tmp_path, SOUND, OTHER, gold=gold)
    assert [(finding.rule, finding.place) for finding in report.mistakes] == [("not_in_gold", "a.jsonl:1: xx-0001")]


def test_an_empty_folder_is_a_mistake(tmp_path: Path) -> None:
    """A wrong path does not pass for a clean corpus."""
    assert rules(validate.validate(tmp_path, {}, load_codebook()).mistakes) == {"is_an_item"}


@pytest.mark.parametrize(("row", "status"), [(SOUND, 0), (event(type="TALK"), 1)], ids=["clean", "mistake"])
def test_the_exit_status_tells(row: Mapping[str, Any], status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """1 where there are mistakes; tables and findings are printed in both cases."""
    write(tmp_path / "a.jsonl", row)
    assert validate.main(["--corpus", str(tmp_path), "--gold"]) == status
    shown = capsys.readouterr().out
    assert "| `a.jsonl` | 1 | 0 | 0 | 1 | 1 |" in shown
    assert shown.endswith(f"1 items, {status} mistakes\n")


def test_doubts_are_listed_on_demand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the option only their number is told."""
    write(tmp_path / "a.jsonl", event(recipient=[]))
    validate.main(["--corpus", str(tmp_path), "--gold"])
    assert "CONSULT of" not in capsys.readouterr().out
    validate.main(["--corpus", str(tmp_path), "--gold", "--doubts"])
    assert "CONSULT of" in capsys.readouterr().out


def test_the_corpus_passes() -> None:
    """The corpus of the repository breaks no rule and shares no sentence with gold."""
    report = validate.validate(item.CORPUS, alike.read_gold(), load_codebook())
    assert [str(finding) for finding in report.mistakes] == []
    assert len(report.entries) > 5000
