"""Write the whole sample municipality to a folder."""

import json
from pathlib import Path

from eval.sample.content import Look, Paper
from eval.sample.papers import PAPERS, SIDECARS
from eval.sample.write_office import write_docx, write_odt, write_text
from eval.sample.write_pdf import write_pdf
from eval.sample.write_scan import write_scan

_WRITERS = {".pdf": write_pdf, ".docx": write_docx, ".odt": write_odt, ".txt": write_text}


def write_sample(folder: Path) -> tuple[Path, ...]:
    """Write every document and sidecar below ``folder`` and return the paths written."""
    return (*(_write(folder, paper) for paper in PAPERS), *(_write_sidecar(folder, name) for name in SIDECARS))


def _write(folder: Path, paper: Paper) -> Path:
    target = folder / paper.path
    target.parent.mkdir(parents=True, exist_ok=True)
    writer = write_scan if paper.look is Look.SCAN else _WRITERS[target.suffix]
    writer(paper, target)
    return target


def _write_sidecar(folder: Path, name: str) -> Path:
    target = folder / f"{name}.json"
    target.write_text(json.dumps(SIDECARS[name], ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return target
