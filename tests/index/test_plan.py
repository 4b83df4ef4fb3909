"""What of a source folder is read again."""

import pytest

from index.plan import Known, make_plan
from ingest.documents import Failure, FolderScan, SourceFile
from ingest.errors import SkipReason

FILE = SourceFile("bro.pdf", 10, 0, "a1")


@pytest.mark.parametrize(
    ("reason", "again"), [(SkipReason.TIMEOUT, True), (SkipReason.BROKEN, False), (SkipReason.ENCRYPTED, False)]
)
def test_a_file_that_took_too_long_is_tried_again(reason: SkipReason, again: bool) -> None:
    failure = Failure("bro.pdf", reason.value, "…")
    plan = make_plan(FolderScan((FILE,)), {}, Known({"bro.pdf": FILE}, {}, {}, {"bro.pdf": failure}))
    assert (plan.read == (FILE,), plan.failures == (failure,)) == (again, not again)
