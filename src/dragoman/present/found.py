"""What a search found: articles, and events whose evidence has the words."""

from rich.console import Console
from rich.text import Text

from dragoman.present.api import Ledger
from dragoman.present.timeline import show_timeline


def show_found(ledger: Ledger, words: str, limit: int, console: Console) -> None:
    """Prints the articles that hold the words, and the incidents whose evidence does."""
    articles, entries = ledger.search(words, limit=limit)
    for row in articles:
        head = Text(row["title"] or row["id"], style="bold")
        about = ", ".join(str(part) for part in (row["publisher"], row["published"], row["id"], f"{row['events']} events") if part)
        console.print(head.append(f"  {about}", style="not bold dim"))
        console.print(Text(f"    ...{row['words']}...", style="italic"))
    console.print(Text(f"{len(articles)} articles; {len(entries)} incidents whose evidence has it", style="dim"))
    show_timeline(entries, console)
