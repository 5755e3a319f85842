"""The screen's components: the files of each are joined to one module, in which a name may be declared once."""

import re
from collections import Counter

import pytest

from pages.visit.components import FRONTEND, _joined

NAMES = sorted(file.stem for file in FRONTEND.glob("*.html"))
DECLARED = re.compile(r"^(?:export )?(?:async )?(?:function\*?|const|let|class) (\w+)", re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_no_name_is_declared_twice_in_a_component(name: str) -> None:
    declared = Counter(DECLARED.findall(_joined(f"{name}*.js") + "\n" + _joined("shared.js")))
    assert declared and not {found: count for found, count in declared.items() if count > 1}
