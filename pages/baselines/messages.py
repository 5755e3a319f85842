"""What the upload of a workbook is sent, and what it asks for."""

from typing import Literal

from pages.visit.messages import Answering, ReadFile


class UploadMessage(Answering):
    """What the upload says. largest: bytes of a workbook. said: what came of the one that was read last.

    visit: another one means a server that has started anew, which is given the workbook again whose stamp is ``stamp``.
    """

    visit: str
    label: str
    open: str
    reading: str
    said: str
    largest: int
    stamp: str


class ReadWorkbook(ReadFile):
    """A workbook."""

    do: Literal["read"]
