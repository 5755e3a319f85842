"""Bytes to a file or to standard output: a file is there whole or not at all."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path


def write_bytes(file: str | None, parts: Iterable[bytes]) -> None:
    """Writes the parts to a file, or to standard output for None. Raises OSError where that cannot be done.

    A file appears when it is complete; until then, and after an error, what was there before stays. Devices and
    pipes cannot be replaced and are written to directly.
    """
    if file is None:
        _to_standard_output(parts)
        return
    path = Path(file).resolve()
    if path.exists() and not path.is_file() and not path.is_dir():
        with path.open("wb") as device:
            device.writelines(parts)
        return
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        with unfinished.open("xb") as target:
            target.writelines(parts)
        unfinished.replace(path)
    except OSError as error:
        raise OSError(f"{file} cannot be written: {error.strerror}.") from error
    finally:
        unfinished.unlink(missing_ok=True)


def _to_standard_output(parts: Iterable[bytes]) -> None:
    try:
        sys.stdout.buffer.writelines(parts)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OSError(f"standard output cannot be written: {error.strerror}.") from error
