"""What stands beside the payment: other members' prices, what is outside the regulation, compensation, unit costs."""

from collections.abc import Sequence
from dataclasses import replace

from model.answers.answer import answer
from model.baseline.axes import NOK_PER_MNOK, OTHER_MEMBERS, PHARMACIES
from model.baseline.printed import COST_LEVEL, HISTORY_COST
from model.explaining.asked import Asked, Makers, address, year_of
from model.explaining.beside import prefixed
from model.explaining.cells import printed_cell
from model.explaining.node import Node, Source
from model.explaining.operations import (
    COUNT,
    MNOK,
    NOK,
    SHARE,
    cell,
    constant,
    definition,
    given,
    product,
    quotient,
    total,
)
from model.explaining.payments import LAW_AMOUNT, PAYMENT, PER_INHABITANT, SUM, in_kroner, parts_of
from model.explaining.shares import digits, inhabitants_of, law_cell
from model.payers import Memo, compensations, outside_regulation, price_categories, volumes
from model.payers.figures import dated_file
from model.payers.other_members import MONTHS, price_document
from model.payers.unit_costs import Volume
from model.reading.errors import ModelError, shown
