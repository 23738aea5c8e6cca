"""Every mark of page matter, in the order they are tried. What a mark must never do is take a sentence of the story.

A keyword therefore needs its colon, its capitals or its place on the page. Every row carries an
example, and the examples are tests.
"""

from dragoman.read.appeals import ASKS, TEASERS
from dragoman.read.imprint import PICTURES, WRITERS
from dragoman.read.mark import Mark
from dragoman.read.page import PAGE

MARKS: tuple[Mark, ...] = (*TEASERS, *PICTURES, *ASKS, *WRITERS, *PAGE)
