"""Build the two binary documents of the sample corpus from their texts in ``benchmarks/sample_sources``.

Run ``python benchmarks/build_sample.py`` from the project's root. In the source of the Word file ``#``, ``##`` and
``###`` open an automatically numbered paragraph of level 1, 2 or 3; the PDF is set from its plain text. All other
documents of ``corpus/`` are their own source.
"""

from pathlib import Path

import sample_docx
import sample_pdf

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "benchmarks" / "sample_sources"
DOCX = "2024-市财政局"
PDF = "2024-青澜经开区管委会"


def main() -> None:
    """Write both files into ``corpus/``."""
    for name, suffix, build in ((DOCX, ".docx", sample_docx.build), (PDF, ".pdf", sample_pdf.build)):
        text = (SOURCES / f"{name}.txt").read_text(encoding="utf-8")
        target = ROOT / "corpus" / f"{name}{suffix}"
        target.write_bytes(build(text))
        print(f"{target.relative_to(ROOT)}: {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
