"""The regularised incomplete beta function, the one special function that the engine stands on.

Source: the continued fraction of the incomplete beta function (NIST DLMF 8.17.22), evaluated forwards.
"""

from __future__ import annotations

import math

from porchlight.progress.rules.errors import BadInput

_CLOSE_ENOUGH = 1e-15
_MOST_TERMS = 10_000
_MOST_TURNS = 200
_WIDEST_LOG_ODDS = 740.0


def regularised_beta(x: float, *, a: float, b: float) -> float:
    """Chance that a Beta(a, b) value is at most `x`.

    `a` and `b` are above 0; `x` at or below 0 gives 0, at or above 1 gives 1. Relative error below 1e-10 for
    `a` and `b` up to some thousands. Raises `BadInput` where they are too large to work with, from about 1e8.
    """
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    return _beta_at(x, 1 - x, a, b)


def odds_quantile(chance: float, *, a: float, b: float) -> float:
    """Odds v / (1 - v) of the Beta(a, b) value v that is not exceeded with this chance.

    `chance` lies strictly between 0 and 1. Solved in log-odds, so values next to 0 or 1 keep their digits.
    """
    low, high = -_WIDEST_LOG_ODDS, _WIDEST_LOG_ODDS
    log_odds = math.log(a / b)
    turns = 0
    while True:
        turns += 1
        x, rest = _from_log_odds(log_odds)
        error = _beta_at(x, rest, a, b) - chance
        if error > 0:
            high = log_odds
        else:
            low = log_odds
        slope = math.exp(_log_front(x, rest, a, b))
        step = error / slope if slope > 0 else math.inf
        following = log_odds - step
        if not low < following < high:
            following = (low + high) / 2
        if turns == _MOST_TURNS or abs(following - log_odds) <= 1e-11 * max(1.0, abs(log_odds)):
            return math.exp(following)
        log_odds = following


def _from_log_odds(log_odds: float) -> tuple[float, float]:
    if log_odds < 0:
        odds = math.exp(log_odds)
        return odds / (1 + odds), 1 / (1 + odds)
    odds = math.exp(-log_odds)
    return 1 / (1 + odds), odds / (1 + odds)


def _log_front(x: float, rest: float, a: float, b: float) -> float:
    return math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log(rest)


def _beta_at(x: float, rest: float, a: float, b: float) -> float:
    """The same chance, told both `x` and 1 - x so that neither loses digits."""
    front = math.exp(_log_front(x, rest, a, b))
    if x * (a + b + 2) < a + 1:
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(rest, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction, two terms a turn; converges fast where x < (a + 1) / (a + b + 2)."""
    both = a + b
    c = 1.0
    d = 1 / (1 - both * x / (a + 1))
    value = d
    for m in range(1, _MOST_TERMS):
        twice = a + 2 * m
        even = m * (b - m) * x / ((twice - 1) * twice)
        d = 1 / (1 + even * d)
        c = 1 + even / c
        value *= c * d
        odd = -(a + m) * (both + m) * x / (twice * (twice + 1))
        d = 1 / (1 + odd * d)
        c = 1 + odd / c
        change = c * d
        value *= change
        if -_CLOSE_ENOUGH < change - 1 < _CLOSE_ENOUGH:
            return value
    raise BadInput("These numbers are too large to work with.")
