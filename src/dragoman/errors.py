"""The errors that dragoman raises.

    DragomanError
    ├── CodebookError      the codebook or a table under data/ is wrong: every mistake, each with its place
    ├── InputError         what the user gave cannot be read: names the file, the place and the fix
    ├── SettingsError      a setting is unknown or has an impossible value
    ├── LedgerError        the ledger cannot be opened: it is missing, from another program, or kept open by one
    └── EvidenceError      quoted words do not stand at their offsets: the event is not built

Libraries raise; only `present` prints and exits. A single article that fails becomes a
`dragoman.model.trace.Failure` and the run goes on.
"""


class DragomanError(Exception):
    """Whatever dragoman raises on purpose is one of these."""


class CodebookError(DragomanError):
    """The codebook or a table is wrong; the message lists every mistake with its path."""


class InputError(DragomanError):
    """Input cannot be read; the message names the file, the place and the fix."""


class SettingsError(DragomanError):
    """A setting is unknown or impossible."""


class EvidenceError(DragomanError):
    """Quoted words do not stand at their offsets in the stored text."""


class LedgerError(DragomanError):
    """The ledger's file cannot be used; the message names it and the fix."""
