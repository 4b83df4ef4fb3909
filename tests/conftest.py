"""Settings of the whole test run: where shared data lies, and that continuous integration skips nothing."""

import os
from pathlib import Path

import hypothesis
import pytest

# A machine with other work is slow now and then; how long one example takes is no fault of the code.
hypothesis.settings.register_profile("steady", deadline=None)
hypothesis.settings.load_profile("steady")

pytest_plugins = ["tests.model_servers"]

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests that need ../shared where it is not there."""
    if SHARED.is_dir():
        return
    absent = pytest.mark.skip(reason="../shared is not part of the product and is not here")
    for item in items:
        if item.get_closest_marker("corpus"):
            item.add_marker(absent)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run on any skip in continuous integration, apart from tests that need an absent ../shared."""
    if not os.environ.get("ARENDE_NO_SKIPS"):
        return
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:
        return
    skipped = [report for report in reporter.stats.get("skipped", []) if "../shared" not in str(report.longrepr)]
    if skipped:
        reporter.write_line(
            f"{len(skipped)} skipped where nothing may be skipped: {[r.nodeid for r in skipped]}", red=True
        )
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared data; tests that use it carry the marker ``corpus``."""
    return SHARED
