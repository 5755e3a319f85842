"""Payments of the present scenario, with what the visitor has given of keys, users and rates."""

from charts.payers.paid import Paid
from model import Scenario
from model.payers import PayerKeys, deflator
from pages.parts import view
from pages.parts.given import given
from pages.parts.results import Results, solved


def paid(found: Results) -> Paid:
    """Who pays in the scenario and in the tallgrunnlag; the visitor's own key file and VKP users work in both.

    The compensation is that of the organisation that is looked at.
    """
    own = given()
    users = own.all_vkp_users
    return Paid(
        scenario=found.scenario,
        result=found.result,
        reference=found.reference,
        nominal=solved(found.scenario),
        keys=PayerKeys.of(found.scenario, own.municipal_key, users),
        law_keys=PayerKeys.of(Scenario(), own.municipal_key, users),
        deflator=deflator(found.result.years, own.deflator_rate),
        compensation=own.compensations_mnok.get(view.current().payer),
    )
