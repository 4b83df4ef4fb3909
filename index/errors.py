"""The errors of the index.

ArendeError
└── IndexFault
    ├── NoIndex           there is no index in the data folder
    ├── IndexBroken       an index is there but cannot be used
    ├── IndexLocked       another process is writing
    ├── ModelFault        the embedding model cannot be loaded or does not fit the index
    └── SettingsFault     a setting is wrong; names key, value and expected type
"""

from ingest.errors import ArendeError


class IndexFault(ArendeError):
    """Something is wrong with the index as a whole."""


class NoIndex(IndexFault):
    """There is no index in the data folder yet."""


class IndexBroken(IndexFault):
    """An index is there but fails its checks."""


class IndexLocked(IndexFault):
    """Another process holds the writer's lock."""


class ModelFault(IndexFault):
    """The embedding model cannot be loaded, or is not the one the index was built with."""


class SettingsFault(IndexFault):
    """A setting has a wrong key or value."""
