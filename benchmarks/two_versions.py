"""Two versions of the project run beside each other, each with its own modules, on the command line."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

ROOT: Final = Path(__file__).parents[1]
REFUSED: Final = 2


class CannotCompare(Exception):
    """Versions that cannot be held against each other, in a sentence."""


@dataclass(frozen=True, slots=True)
class Versions:
    """The folders of the old and the new version, and one for what they write."""

    old: Path
    new: Path
    folder: Path

    def both(self, module: str, arguments: Sequence[str], ending: str) -> tuple[bytes | str, bytes | str]:
        """What the two versions write, side by side on two cores; a text where one refuses."""
        files = [self.folder / f"{side}.{ending}" for side in ("old", "new")]
        running = [
            subprocess.Popen(
                [sys.executable, "-m", module, *arguments, "--output", str(file)],
                cwd=version,
                env={**os.environ, "PYTHONPATH": str(version)},
                stderr=subprocess.PIPE,
                text=True,
            )
            for version, file in zip((self.old, self.new), files, strict=True)
        ]
        said = [each.communicate()[1] for each in running]
        return tuple(  # type: ignore[return-value]
            content(each.returncode, words, file) for each, words, file in zip(running, said, files, strict=True)
        )


def content(code: int, words: str, file: Path) -> bytes | str:
    """What a command wrote, or the words of its refusal. Raises CannotCompare where it broke."""
    if code == REFUSED:
        return words.strip()
    if code:
        raise CannotCompare(f"A command ended with code {code}: {words.strip()}")
    return file.read_bytes()


@contextmanager
def worktree(revision: str) -> Iterator[Path]:
    """A folder with the files of a revision, while it is needed. Raises CannotCompare."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / "old"
        added = git("worktree", "add", "--detach", str(place), revision)
        if added.returncode:
            raise CannotCompare(f"{revision!r} is no revision that git can lay out: {added.stderr.strip()}")
        try:
            yield place
        finally:
            git("worktree", "remove", "--force", str(place))


def git(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """Runs git in this repository."""
    return subprocess.run(["git", *arguments], check=False, cwd=ROOT, capture_output=True, text=True)
