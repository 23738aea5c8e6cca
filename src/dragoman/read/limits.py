"""The sizes that reading stops at, so that no single file can take the memory of a run."""

LINE_BYTES = 4_000_000  # of a JSON line or a row: about 600,000 words, far more than an article
FILE_BYTES = 64_000_000  # of a file that is read whole: text, Markdown, HTML, JSON
PEEK_BYTES = 4_096  # looked at to tell text from binary, and one format from another
BINARY_SHARE = 0.1  # of control characters among them; text holds next to none, UTF-16 and pictures more


def megabytes(size: int) -> str:
    """The size as a message says it."""
    return f"{size / 1_000_000:.0f} MB"
