"""Bytes into text, and a stream into lines, with clear words for what is neither."""

from collections.abc import Iterator
from io import BufferedReader

from dragoman.read.limits import BINARY_SHARE, FILE_BYTES, LINE_BYTES, PEEK_BYTES, megabytes

_SPACED = frozenset(b"\t\n\r\x0b\x0c")


def decode(content: bytes) -> str | ValueError:
    """The text of UTF-8 bytes without a byte order mark, line breaks as they are; else the error to report."""
    try:
        return content.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        byte = f"0x{content[error.start]:02x}" if error.start < len(content) else "the end"
        return ValueError(f"byte {byte} at {error.start} is not UTF-8; save it as UTF-8 (iconv -f WINDOWS-1252 -t UTF-8)")


def is_binary(head: bytes) -> bool:
    """Whether the first bytes of a file are no text: one in ten of them is a control character."""
    controls = sum(byte < 32 and byte not in _SPACED for byte in head)
    return bool(head) and controls / len(head) > BINARY_SHARE


def read_whole(stream: BufferedReader) -> bytes | ValueError:
    """All bytes of a stream, or the error to report when there are too many."""
    content = stream.read(FILE_BYTES + 1)
    if len(content) > FILE_BYTES:
        return ValueError(f"a file of more than {megabytes(FILE_BYTES)}; split it, or write one article a line into a .jsonl file")
    return content


def read_lines(stream: BufferedReader) -> Iterator[tuple[int, bytes | None]]:
    """The lines of a stream, numbered from 1; None stands for a line longer than LINE_BYTES."""
    number = 0
    while line := stream.readline(LINE_BYTES + 1):
        number += 1
        if len(line) <= LINE_BYTES:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(LINE_BYTES)
        yield number, None


def peek(stream: BufferedReader) -> bytes:
    """The first bytes of a stream, which stay to be read."""
    return stream.peek(PEEK_BYTES)[:PEEK_BYTES]
