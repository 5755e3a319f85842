"""How fast every payer's payment is, against the plain matrix product: python -m benchmarks.payers [--rounds 5]."""

from collections.abc import Callable

import numpy as np

from benchmarks.model_speed import CLOSE, columns, seconds
from benchmarks.rounds import arguments, interleaved, table
from model import Baseline, Scenario, run
from model.baseline.axes import MUNICIPALITIES, PAYER_GROUPS, Array
from model.payers import PayerKeys, municipalities, payments, users_without

THOUSANDS = 10
MUNICIPAL = PAYER_GROUPS.index(MUNICIPALITIES)


def scenarios(size: int) -> list[Scenario]:
    """Scenarios that differ in the main levers, the key between the groups and the keys inside them."""
    levers = columns(size)
    sets, inside = list(Scenario().figures.key_sets), (("kommunehelse", "basic_grant"), ("population", "population"))
    return [
        Scenario(
            **{name: float(column[at]) for name, column in levers.items()},
            keys=sets[at % len(sets)],
            municipal_key=inside[at // 2 % 2][0],
            rhf_key=inside[at // 2 % 2][1],
        )
        for at in range(size)
    ]


def weights(keys: PayerKeys, baseline: Baseline) -> Array:
    """(municipality, solution): what each pays of a solution's financing need."""
    inside, group = keys.members[MUNICIPALITIES], keys.groups[:, MUNICIPAL, 0]
    return np.array([group * inside.of_member(at, baseline)[:, 0] for at in range(len(municipalities()))])


def measure(rounds: int, thousands: int = THOUSANDS) -> str:
    """The table: the matrix product of need and weights, and ours with one key and with each scenario's own."""
    size = 1000 * thousands
    asked = scenarios(size)
    result = run(asked, bridges=False)
    users = users_without("0301")
    one = PayerKeys.of(Scenario(), vkp_users=users)
    plain, need = weights(one, result.baseline), result.financing_need
    np.testing.assert_allclose(payments(result, one).members[MUNICIPALITIES], np.matmul(plain, need), **CLOSE)  # type: ignore[arg-type]
    turns: dict[str, Callable[[], float]] = {
        "np.matmul(weights, need)": lambda: 1000 * seconds(lambda: np.matmul(plain, need)),
        "ours, one key, every payer": lambda: 1000 * seconds(lambda: payments(result, PayerKeys.of(Scenario()))),
        "ours, each scenario's own keys, VKP users": lambda: (
            1000 * seconds(lambda: payments(result, PayerKeys.of(asked, vkp_users=users)))
        ),
    }
    title = f"{size:,} scenarios × {len(result.years)} years × {len(plain)} municipalities"
    return table(title, interleaved(turns, rounds), base=next(iter(turns)))


if __name__ == "__main__":
    asked = arguments(__doc__, thousands=THOUSANDS)
    print(measure(asked.rounds, asked.thousands))
