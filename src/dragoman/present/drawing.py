"""The curve of precision and recall over the confidence asked for, drawn as SVG."""

from collections.abc import Sequence

from dragoman.evaluate.measures import Step

WIDTH, HEIGHT, MARGIN = 560, 320, 44
LINES = (("precision", "#0b6e4f", "p"), ("recall", "#b3541e", "r"), ("F1", "#33415c", "f1"))


def draw_curve(steps: Sequence[Step], title: str) -> str:
    """An SVG picture of the steps: confidence from 0 to 1 to the right, the measures from 0 to 1 upwards."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12" fill="#222">',
        f"<title>{title}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        *_axes(),
        *(_line(steps, number, *line) for number, line in enumerate(LINES)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _axes() -> list[str]:
    marks = []
    for tenth in range(0, 11, 2):
        across, up = _place(tenth / 10, tenth / 10)
        marks.append(f'<line x1="{MARGIN}" y1="{up}" x2="{WIDTH - MARGIN}" y2="{up}" stroke="#ddd"/>')
        marks.append(f'<text x="{MARGIN - 8}" y="{up + 4}" text-anchor="end">{tenth / 10:.1f}</text>')
        marks.append(f'<text x="{across}" y="{HEIGHT - MARGIN + 18}" text-anchor="middle">{tenth / 10:.1f}</text>')
    return [*marks, f'<text x="{WIDTH / 2}" y="{HEIGHT - 8}" text-anchor="middle">lowest confidence kept</text>']


def _line(steps: Sequence[Step], number: int, name: str, colour: str, measure: str) -> str:
    kept = [step for step in steps if step.records]
    points = " ".join("{},{}".format(*_place(step.confidence, getattr(step.found, measure))) for step in kept)
    key = f'<text x="{WIDTH - MARGIN - 200 + 80 * number}" y="{MARGIN - 20}" fill="{colour}">{name}</text>'
    return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>{key}'


def _place(across: float, up: float) -> tuple[float, float]:
    width, height = WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN
    return round(MARGIN + across * width, 1), round(HEIGHT - MARGIN - up * height, 1)
