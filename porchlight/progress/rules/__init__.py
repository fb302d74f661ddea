"""The pure functions of the progress engine, by the names of its reference: no clock, no store, no chance."""

from __future__ import annotations

from porchlight.progress.rules.charts import run_chart, u_chart, xmr_limits
from porchlight.progress.rules.dispersion import dispersion
from porchlight.progress.rules.errors import BadInput, UnreadableCases
from porchlight.progress.rules.exposure import exposure_days
from porchlight.progress.rules.facts import fewer_fact, fewer_fact_with_time_away, longest_stay
from porchlight.progress.rules.gaps import g_chart, t_chart, western_electric
from porchlight.progress.rules.ranks import rank_sum_exact
from porchlight.progress.rules.rates import (
    chance_rate_lower,
    prob_rate_lower,
    rate_ratio_exact,
    tipping_count,
)
from porchlight.progress.rules.recognition import recognition_combined, recognition_series
from porchlight.progress.rules.recurrent import andersen_gill, gap_time, mcf
from porchlight.progress.rules.scales import gas_t, scale_shift
from porchlight.progress.rules.shares import chance_share_higher, prob_share_higher
from porchlight.progress.rules.survival import km_curve, return_times

__all__ = [
    "BadInput",
    "UnreadableCases",
    "andersen_gill",
    "chance_rate_lower",
    "chance_share_higher",
    "dispersion",
    "exposure_days",
    "fewer_fact",
    "fewer_fact_with_time_away",
    "g_chart",
    "gap_time",
    "gas_t",
    "km_curve",
    "longest_stay",
    "mcf",
    "prob_rate_lower",
    "prob_share_higher",
    "rank_sum_exact",
    "rate_ratio_exact",
    "recognition_combined",
    "recognition_series",
    "return_times",
    "run_chart",
    "scale_shift",
    "t_chart",
    "tipping_count",
    "u_chart",
    "western_electric",
    "xmr_limits",
]
