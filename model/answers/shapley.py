"""Shapley values: a difference divided between players by what each of them adds, the mean over all orders."""

from math import comb

import numpy as np
import numpy.typing as npt

from model.baseline.axes import Array


def subsets(players: int) -> npt.NDArray[np.bool_]:
    """(subset, player): who is in each of the 2^players subsets; the first is empty and the last holds everybody."""
    numbers = np.arange(2**players)[:, np.newaxis]
    found: npt.NDArray[np.bool_] = numbers >> np.arange(players) & 1 == 1
    return found


def shares_of_orders(players: int) -> Array:
    """(size,): how often just a certain subset of that size stands before one of ``players``, a share of all orders.

    size!·(players − size − 1)!/players!, for sizes from 0 to players − 1.
    """
    return np.array([1 / (players * comb(players - 1, size)) for size in range(players)])


def shapley_values(worth: Array) -> Array:
    """(…, player): each player's part of what everybody's worth exceeds nobody's by; the parts add up to it.

    worth: (…, subset), in the order of ``subsets``. A player who adds nothing to any subset gets exactly 0.
    """
    players = worth.shape[-1].bit_length() - 1
    members = subsets(players)
    values = np.empty((*worth.shape[:-1], players))
    for player in range(players):
        without = np.flatnonzero(~members[:, player])
        added = worth[..., without | 1 << player] - worth[..., without]
        values[..., player] = added @ shares_of_orders(players)[members[without].sum(axis=1)]
    return values
