"""Where labels go, so that none lies on another: the same data always give the same places."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

GAP = 3.0  # pixels between two labels that are still read as two


class Box(Struct, frozen=True):
    """A rectangle in pixels; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float


class Flag(Struct, frozen=True):
    """A label on a pole: its box, the pole's x, and whether the words stand to the left of the pole."""

    box: Box
    pole: float
    leftward: bool


def overlap(one: Box, other: Box, gap: float = 0.0) -> bool:
    """Whether two boxes share ground, or stand nearer than the gap."""
    return one.left < other.right + gap and other.left < one.right + gap and one.top < other.bottom + gap and other.top < one.bottom + gap


def box_around(x: float, y: float, radius: float) -> Box:
    """The box of a disc."""
    return Box(x - radius, y - radius, x + radius, y + radius)


def place_flags(
    poles: Sequence[float], sizes: Sequence[tuple[float, float]], width: float, height: float, *, leftward: bool = True
) -> list[Flag | None]:
    """A flag for each pole in a strip of that width and height, as low as it goes; None where there is no room.

    `sizes` are the widths and heights of the words. No flag lies on another, and no pole runs through a flag. Without
    `leftward` a flag flies to the left only where the strip ends too soon on the right.
    """
    flags: list[Flag | None] = [None] * len(poles)
    order = _flag_order(poles, sizes, width)
    for turn, number in enumerate(order):
        standing = [flag for flag in flags if flag is not None]
        waiting = [poles[later] for later in order[turn + 1 :]] if leftward else [poles[number]]
        tries = _flag_tries(poles[number], sizes[number], width, height, waiting)
        flags[number] = next((flag for flag in tries if _stands_free(flag, standing, height)), None)
    return flags


def _flag_order(poles: Sequence[float], sizes: Sequence[tuple[float, float]], width: float) -> list[int]:
    """From right to left, then from left to right those that must fly leftward: each goes above those that its words would bar."""
    numbers = sorted(range(len(poles)), key=lambda i: (poles[i], i))
    fits = {i: poles[i] + GAP + sizes[i][0] <= width for i in numbers}
    return [i for i in reversed(numbers) if fits[i]] + [i for i in numbers if not fits[i]]


def _flag_tries(pole: float, size: tuple[float, float], width: float, height: float, waiting: Sequence[float]) -> Iterator[Flag]:
    """The flag to the right and to the left, from the ground up; not to the left over the poles that wait, where it fits to the right."""
    wide, tall = size
    rightward = pole + GAP + wide <= width
    leftward = pole - GAP - wide >= 0 and not (rightward and any(pole - 2 * GAP - wide < other <= pole for other in waiting))
    for lift in range(0, max(0, int(height - tall)) + 1, 4):
        top = height - tall - lift
        if rightward:
            yield Flag(Box(pole + GAP, top, pole + GAP + wide, top + tall), pole, leftward=False)
        if leftward:
            yield Flag(Box(pole - GAP - wide, top, pole - GAP, top + tall), pole, leftward=True)


def _stands_free(flag: Flag, standing: list[Flag], height: float) -> bool:
    pole = _pole_box(flag, height)
    return not any(
        overlap(flag.box, other.box, GAP) or overlap(flag.box, _pole_box(other, height), GAP / 2) or overlap(pole, other.box, GAP / 2)
        for other in standing
    )


def _pole_box(flag: Flag, height: float) -> Box:
    return Box(flag.pole - 0.5, flag.box.top, flag.pole + 0.5, height)


def place_around(
    points: Sequence[tuple[float, float, float]], sizes: Sequence[tuple[float, float]], bounds: Box, taken: Sequence[Box] = ()
) -> list[Box | None]:
    """A box beside each point (x, y, radius), the first points first; None where all places around it are taken.

    No box lies on another, on a point's disc, on what is `taken`, or outside the bounds.
    """
    obstacles = [*taken, *(box_around(*point) for point in points)]
    placed: list[Box | None] = []
    for point, size in zip(points, sizes, strict=True):
        box = next((box for box in _around(point, size) if _within(box, bounds) and not any(overlap(box, other) for other in obstacles)), None)
        placed.append(box)
        obstacles += [box] if box else []
    return placed


def _around(point: tuple[float, float, float], size: tuple[float, float]) -> Iterator[Box]:
    """Right, left, above, below, then the corners; then all of them a little farther off."""
    x, y, radius = point
    wide, tall = size
    for off in (radius + GAP, radius + 3 * GAP):
        slant = off * 0.75
        for left, top in (
            (x + off, y - tall / 2),
            (x - off - wide, y - tall / 2),
            (x - wide / 2, y - off - tall),
            (x - wide / 2, y + off),
            (x + slant, y - slant - tall),
            (x + slant, y + slant),
            (x - slant - wide, y - slant - tall),
            (x - slant - wide, y + slant),
        ):
            yield Box(left, top, left + wide, top + tall)


def _within(box: Box, bounds: Box) -> bool:
    return box.left >= bounds.left and box.right <= bounds.right and box.top >= bounds.top and box.bottom <= bounds.bottom
