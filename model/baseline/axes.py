"""The axes of every array: what the years, solutions and components are and in which order they stand."""

from typing import Final

import numpy as np
import numpy.typing as npt

NOK_PER_MNOK: Final = 1e6

Array = npt.NDArray[np.float64]

BASE_YEAR: Final = 2025
PLAN_YEARS: Final = (2026, 2027, 2028, 2029)
LAST_POSSIBLE_YEAR: Final = 2030
"""Tabell 16–21 give the changes of column 2029, which take effect in 2030."""

SOLUTIONS: Final = (
    "helsenorge",
    "kjernejournal",
    "e_resept",
    "grunndata_helseid",
    "vkp",
    "helsenettet_eksterne",
    "helsenettet_felles",
)
CLEARING_LINE: Final = "helsenettet_felles"
"""Costs that are passed on to the users of shared services: levers on a share of the level leave it alone."""

PUBLISHED_STEPS: Final = ("investment", "changed_financing", "volume_preparedness", "efficiency")
"""The steps that the tables print; the others come from measures and levers."""

STEPS: Final = (*PUBLISHED_STEPS, "added_measures", "risk_margin")
COMPONENTS: Final = (
    "previous_level",
    "indexation",
    *STEPS,
    "cost_level",
    "returned_funds",
    "financing_need",
)

PAYER_GROUPS: Final = ("rhf", "kommuner", "apotek_bandasjister", "ovrige_medlemmer")
"""Who pays by the regulation; everything that is by payer group is in this order."""

RHF, MUNICIPALITIES, PHARMACIES, OTHER_MEMBERS = PAYER_GROUPS
