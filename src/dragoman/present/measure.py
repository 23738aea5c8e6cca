"""The commands that measure: `dragoman evaluate gold` and `dragoman evaluate pairs`."""

from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer
from typer.core import TyperGroup

from dragoman.present.screen import screen


class GoldFirst(TyperGroup):
    """`dragoman evaluate GOLD.jsonl` is short for `dragoman evaluate gold GOLD.jsonl`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The named command, or `gold` where the first word is a file."""
        named = args[0] in self.commands or args[0].startswith("-")
        return super().resolve_command(ctx, args if named else ["gold", *args])


evaluate_app = typer.Typer(no_args_is_help=True, cls=GoldFirst, help="Measure the coder on articles or sentences whose events are known.")
AsJson = Annotated[bool, typer.Option("--json", help="Print the measures as JSON.")]
OwnCodebook = Annotated[Path | None, typer.Option(help="A codebook of your own.", exists=True, dir_okay=False)]


@evaluate_app.command("gold")
def evaluate_gold(
    gold: Annotated[Path, typer.Argument(help="JSON Lines of articles with their events.")],
    *,
    misses: Annotated[int, typer.Option(min=0, help="Print this many misses and extras.")] = 0,
    as_json: AsJson = False,
    curve: Annotated[Path | None, typer.Option(help="Draw precision and recall over confidence into this SVG file.", dir_okay=False)] = None,
    codebook: OwnCodebook = None,
) -> None:
    """Measure the coder on gold articles: spotted, found, exact, each field, and how far confidence can be trusted."""
    from dragoman.batch import Coder
    from dragoman.evaluate.gold import evaluate_articles, report
    from dragoman.present.drawing import draw_curve

    measures, rows = evaluate_articles(gold, Coder(codebook=codebook))
    _print(_json(measures) if as_json else report(measures, rows[:misses]))
    if curve is not None:
        curve.write_text(draw_curve(measures.curve, f"Found events of {gold.name} by the confidence asked for"), encoding="utf-8")


@evaluate_app.command("pairs")
def evaluate_pairs(
    file: Annotated[Path, typer.Argument(help="TSV with the columns type and marked_sentence.")],
    *,
    as_json: AsJson = False,
    codebook: OwnCodebook = None,
) -> None:
    """Measure the types given to sentences whose actor and recipient are marked."""
    from dragoman.batch import Coder
    from dragoman.evaluate.pairs import measure_pairs, report

    measures = measure_pairs(file, Coder(codebook=codebook))
    _print(_json(measures) if as_json else report(measures))


def _json(measures: msgspec.Struct) -> str:
    return msgspec.json.format(msgspec.json.encode(measures), indent=1).decode()


def _print(text: str) -> None:
    screen().print(text, markup=False, soft_wrap=True)
