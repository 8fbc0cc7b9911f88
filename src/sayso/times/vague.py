"""Words that point at no day: "now", "recently", "soon"."""

from __future__ import annotations

from sayso.model import TimeType
from sayso.times.rule import Place, Rule, Value, rule
from sayso.times.vocabulary import VAGUE, any_of


def _vague(place: Place) -> Value | None:
    words = place["words"]
    if words == "soon" and place.after.lower().startswith((" as", " after")):
        return None
    if words == "soon" and place.before.lower().endswith(("as ", "too ")):
        return None
    value = VAGUE[words]
    return Value(TimeType.DATE if value.endswith("_REF") else TimeType.DURATION, value)


RULES: tuple[Rule, ...] = (rule(VAGUE, rf"(?P<words>{any_of(VAGUE)})\b", _vague),)
