"""What projects cost whom, and when: investment and operation together, after the report of 2017 (004, 2.2).

It may know ``payers`` and everything below.
"""

from model.investment.burden import STATE, Burden, divided, invest, paid_by_sector, paid_for_projects, share_of
from model.investment.schedule import PARTS, Schedule, schedule

__all__ = [
    "PARTS",
    "STATE",
    "Burden",
    "Schedule",
    "divided",
    "invest",
    "paid_by_sector",
    "paid_for_projects",
    "schedule",
    "share_of",
]
