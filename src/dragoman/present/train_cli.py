"""The command `train`: a model of one's own, which knows the types that a codebook adds."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from dragoman.errors import InputError
from dragoman.present.screen import complaints, screen

if TYPE_CHECKING:
    from dragoman.learn.course import Sources
    from dragoman.learn.vectors import Watch


def train(
    *,
    codebook: Annotated[Path, typer.Option(help="A codebook that adds types to plover.yaml.", exists=True, dir_okay=False)],
    examples: Annotated[Path, typer.Option(help="JSON Lines with twenty or more events of each new type.", exists=True, dir_okay=False)],
    corpus: Annotated[Path, typer.Option(help="The folder training/corpus of the repository.", file_okay=False)],
    out: Annotated[Path, typer.Option(help="The folder for the new model; what is encoded is kept in it for the next time.", file_okay=False)],
    base: Annotated[Path | None, typer.Option(help="The model to start from, if not the package's own.", exists=True, file_okay=False)] = None,
) -> None:
    """Teach the classifier the types that a codebook adds, and report what that gains and loses."""
    if find_spec("sklearn") is None:
        raise InputError("dragoman train needs scikit-learn: pip install 'dragoman[train]'")
    from dragoman.learn.course import check
    from dragoman.learn.session import teach
    from dragoman.present.train_tables import show_report

    with as_file(files("dragoman") / "data" / "model") as shipped, _progress() as watch:
        sources = _sources(codebook, examples, corpus, base or shipped)
        check(sources)
        report = teach(sources, base or shipped, out, watch)
    show_report(report, screen())
    screen().print(
        f'Written to {out}. Code with it: codebook = "{codebook}" and model = "{out}" in a file of settings.', markup=False, soft_wrap=True
    )


def _sources(codebook: Path, examples: Path, corpus: Path, base: Path) -> "Sources":
    from dragoman.config import Settings
    from dragoman.events.classify import Classifier
    from dragoman.learn.course import Sources
    from dragoman.learn.instances import read_corpus
    from dragoman.learn.items import read_own_items
    from dragoman.pipeline import load_tools

    tools = load_tools(Settings(codebook=codebook, classifier=False))
    own = read_own_items(examples, tools.codebook)
    return Sources(read_corpus(corpus), own, tools, load_tools(Settings(classifier=False)), Classifier(base))


@contextmanager
def _progress() -> Iterator["Watch"]:
    """Lines on standard error that tell what is being done, a bar where there is a terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=complaints(), transient=False) as bar:
        tasks: dict[str, TaskID] = {}

        def watch(what: str, done: int, of: int) -> None:
            if what not in tasks or bar.tasks[tasks[what]].finished:
                tasks[what] = bar.add_task(what, total=of)
            bar.update(tasks[what], completed=done)

        yield watch
