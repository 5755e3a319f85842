"""Many files as one ZIP, with a manifest of what each is and its checksum."""

import hashlib
import json
from collections.abc import Mapping
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from exports.subject import Subject

MANIFEST: Final = "manifest.json"
READABLE: Final = 0o644 << 16


def archive(files: Mapping[str, bytes], subject: Subject) -> bytes:
    """A ZIP of the files and ``manifest.json``: what every file carries, and SHA-256 and size of each file."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name, content in {MANIFEST: manifest(files, subject), **files}.items():
            entry = ZipInfo(name, subject.created.timetuple()[:6])
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, READABLE
            target.writestr(entry, content)
    return buffer.getvalue()


def manifest(files: Mapping[str, bytes], subject: Subject) -> bytes:
    """JSON: the stamps, the source, and the files in their order."""
    listed = [
        {"file": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in files.items()
    ]
    facts = {**subject.stamps, "year": subject.question.year, "source": subject.provenance, "files": listed}
    return (json.dumps(facts, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
