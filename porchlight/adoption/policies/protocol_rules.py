"""Protocols, pure: which sections are missing, which agency may fill a seat, what a fingerprint is taken of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from porchlight.adoption.policies.shipped import ProtocolPartner, ProtocolSection


def unwritten(texts: Mapping[str, str], *, sections: Iterable[ProtocolSection]) -> tuple[ProtocolSection, ...]:
    """The sections that the law asks for and nobody wrote yet."""
    return tuple(one for one in sections if one.kind == "law" and not texts.get(one.key, "").strip())


def missing(filled: Collection[str], *, partners: Iterable[ProtocolPartner]) -> tuple[ProtocolPartner, ...]:
    """The partners that the law names and whose seat nobody fills."""
    return tuple(one for one in partners if one.required and one.key not in filled)


def may_fill(partner: ProtocolPartner, *, kind: str) -> bool:
    """Whether an agency of that kind may sit there."""
    return kind in partner.kinds


def signed_text(
    title: str, *, texts: Sequence[tuple[str, str]], partners: Sequence[tuple[str, str]], definition: str
) -> tuple[str, ...]:
    """What a signature stands under, in one order: title, sections, partners with their agency, definition."""
    named = tuple(f"{partner}: {agency}" for partner, agency in partners)
    return (title, *(f"{section}\n{body}" for section, body in texts), *named, definition)
