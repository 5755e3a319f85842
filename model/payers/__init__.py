"""Who pays: payer groups, the four RHF and the municipalities; and what their payments are held against.

Keys, payments in kroner and øre, the regulation's amounts, unit costs, users' own files, and the search for payers.
It may know ``equations`` and everything below.
"""

from model.baseline.keys import KeySource
from model.payers.deflators import Deflator, deflator, price_series, vintages
from model.payers.file_cells import KeyFileError, file_content
from model.payers.file_table import FileNote
from model.payers.finding import found_municipalities, found_payers
from model.payers.history import (
    PaymentHistory,
    organisation_history,
    past_documents,
    payment_history,
)
from model.payers.key_file import municipal_key_from, read_municipal_key, read_vkp_users, vkp_users_from
from model.payers.keys import PayerKeys
from model.payers.member_keys import QUALITIES, MemberKey, municipal_keys, rhf_keys
from model.payers.municipalities import Municipality, municipalities
from model.payers.organisation import (
    KeyAlternative,
    OrganisationPayment,
    PaymentChange,
    key_alternatives,
    organisation,
    organisation_payment,
    payer_shares,
)
from model.payers.other_members import PriceCategory, past_prices, price_categories, price_factor
from model.payers.outside import Compensation, Memo, compensations, moved_outside, net_payment, outside_regulation
from model.payers.past import breaks
from model.payers.payments import Payer, Payments, group_payments, organisations, payers, payments, shared
from model.payers.regulation import (
    RegulationCell,
    member_law_amounts,
    organisation_regulation_cells,
    regulation_cells,
)
from model.payers.rounding import OrePayments, in_ore, whole_ore
from model.payers.set_by_law import with_law_amounts
from model.payers.unit_costs import (
    UnitCost,
    Volume,
    pharmacy_cost,
    pharmacy_share,
    published_unit_costs,
    unit_cost,
    volumes,
)
from model.payers.vkp import VkpUsers, users_without

__all__ = [
    "QUALITIES",
    "Compensation",
    "Deflator",
    "FileNote",
    "KeyAlternative",
    "KeyFileError",
    "KeySource",
    "MemberKey",
    "Memo",
    "Municipality",
    "OrePayments",
    "OrganisationPayment",
    "Payer",
    "PayerKeys",
    "PaymentChange",
    "PaymentHistory",
    "Payments",
    "PriceCategory",
    "RegulationCell",
    "UnitCost",
    "VkpUsers",
    "Volume",
    "breaks",
    "compensations",
    "deflator",
    "file_content",
    "found_municipalities",
    "found_payers",
    "group_payments",
    "in_ore",
    "key_alternatives",
    "member_law_amounts",
    "moved_outside",
    "municipal_key_from",
    "municipal_keys",
    "municipalities",
    "net_payment",
    "organisation",
    "organisation_history",
    "organisation_payment",
    "organisation_regulation_cells",
    "organisations",
    "outside_regulation",
    "past_documents",
    "past_prices",
    "payer_shares",
    "payers",
    "payment_history",
    "payments",
    "pharmacy_cost",
    "pharmacy_share",
    "price_categories",
    "price_factor",
    "price_series",
    "published_unit_costs",
    "read_municipal_key",
    "read_vkp_users",
    "regulation_cells",
    "rhf_keys",
    "shared",
    "unit_cost",
    "users_without",
    "vintages",
    "vkp_users_from",
    "volumes",
    "whole_ore",
    "with_law_amounts",
]
