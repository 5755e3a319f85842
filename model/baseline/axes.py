"""The axes that every baseline shares: what the components and payer groups are and in which order they stand."""

from typing import Final

import numpy as np
import numpy.typing as npt

NOK_PER_MNOK: Final = 1e6

Array = npt.NDArray[np.float64]

PUBLISHED_STEPS: Final = ("investment", "changed_financing", "volume_preparedness", "efficiency")
"""The steps that the tables print; the others come from measures and levers."""

ADDED: Final = "added_measures"
"""The step of the measures that no printed cell holds."""

STATE_FUNDING: Final = "state_funding"
"""What the state pays of optional measures: a component that is shown only where it is not zero."""

STEPS: Final = (*PUBLISHED_STEPS, ADDED, "risk_margin")
COMPONENTS: Final = (
    "previous_level",
    "indexation",
    *STEPS,
    "cost_level",
    "returned_funds",
    STATE_FUNDING,
    "financing_need",
)

PAYER_GROUPS: Final = ("rhf", "kommuner", "apotek_bandasjister", "ovrige_medlemmer")
"""Who pays by the regulation; everything that is by payer group is in this order."""

RHF, MUNICIPALITIES, PHARMACIES, OTHER_MEMBERS = PAYER_GROUPS
