"""The upload of a workbook: wherever it stands, what is read is checked, and a link that waits for it is opened."""

from typing import Final

from charts.baselines.faults import allowed, found
from charts.words.foreign import short
from model.baseline.workbook import LARGEST_WORKBOOK
from pages.baselines.messages import ReadWorkbook, UploadMessage
from pages.visit import address, asking, baselines, clocks, uploaded
from pages.visit.components import component
from pages.visit.missing import missing
from pages.visit.uploaded import Uploaded
from texts import Texts

KEY: Final = "upload"


def upload(texts: Texts, is_said: bool = True) -> None:
    """Draws it. is_said: whether it says what came of the file, where the page does not."""
    component(UploadMessage, "upload", "baselines/upload")(
        key=KEY,
        data={
            "visit": clocks.clocks().visit,
            "label": texts("upload.label", high=LARGEST_WORKBOOK // 1_000_000),
            "open": texts("upload.open"),
            "reading": texts("upload.reading"),
            "said": sentence(uploaded.uploaded(), texts) if is_said else "",
            "largest": LARGEST_WORKBOOK,
            "stamp": uploaded.uploaded().stamp,
            **asking.listen(KEY, DEEDS, place=asking.GENERAL),
        },
        on_asked_change=apply,
    )


def sentence(file: Uploaded, texts: Texts) -> str:
    """What came of a workbook: what it is, that it cannot be used yet, or what is wrong with the file as a whole."""
    name = short(file.name)
    if file.baseline is not None:
        made, wanted = file.baseline, missing().baseline
        if wanted:
            return texts("upload.other", name=name, id=made.id, wanted=short(wanted))
        years = {"first": made.first_year, "last": made.plan_years[-1]}
        return texts("upload.read", name=name, title=made.title[texts.language], id=made.id, **years)
    if file.refused is not None:
        return texts(
            "upload.refused", name=name, found=found(file.refused, texts), allowed=allowed(file.refused, texts)
        )
    return texts("upload.faulty", name=name, count=len(file.faults)) if file.faults else texts("upload.none")


def apply() -> None:
    """Reads what was sent; nothing that is shown changes, but where a link waited for just this."""
    asking.serve(KEY, DEEDS, place=asking.GENERAL)


def _read(asked: ReadWorkbook) -> None:
    uploaded.read(asked)
    made = uploaded.uploaded().baseline
    if made is not None and made.id == missing().baseline:
        baselines.OWN.put(made)
        address.open_again()


DEEDS: Final[dict[str, asking.Deed]] = {"read": _read}
