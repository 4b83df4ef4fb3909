"""The errors of the index.

ArendeError
└── IndexFault
    ├── NoIndex           there is no index in the data folder
    ├── IndexBroken       an index is there but cannot be used
    ├── IndexLocked       another process is writing
    ├── SourceGone        the source folder is not there, or suddenly empty
    ├── BadFolder         the data folder cannot be used as one
    ├── NoEarlier         there is no earlier generation to go back to
    ├── ModelFault        the embedding model cannot be loaded or does not fit the index
    └── SettingsFault     a setting is wrong; names key, value and expected type
"""

from pathlib import Path

from ingest.errors import ArendeError


class IndexFault(ArendeError):
    """Something is wrong with the index as a whole."""


class NoIndex(IndexFault):
    """There is no index in the data folder yet."""


class IndexBroken(IndexFault):
    """An index is there but fails its checks."""


class _OfFolder(IndexFault):
    """Something is wrong with the folder ``path``."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path = path


class SourceGone(_OfFolder):
    """The source folder is no folder, or holds nothing readable any more."""


class BadFolder(_OfFolder):
    """The data folder lies inside the source folder or cannot be written."""


class NoEarlier(IndexFault):
    """There is no earlier generation to go back to."""


class IndexLocked(IndexFault):
    """Another process holds the writer's lock."""


class ModelFault(IndexFault):
    """The embedding model cannot be loaded, or is not the one the index was built with."""


class SettingsFault(IndexFault):
    """A setting has a wrong key or value."""
