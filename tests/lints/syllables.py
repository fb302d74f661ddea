"""Syllables in one word: Spanish by its spelling, English by rules and a list of words they miss.

Spanish spelling says where a syllable begins, so `spanish_syllables` is exact for native words.
English spelling does not: `english_syllables` is a rule of thumb, wrong by one for a few unlisted words in
a hundred. Both take one word of letters and apostrophes; the answer is never below 1.
"""

from __future__ import annotations

import re

_LISTED_BY_COUNT = {
    1: """
        eyes friend friends prayer real
    """,
    2: """
        business chaos coerce coerced create creates cruel evening every fluid friendly fuel
        giant hatred household hundred lion lions maybe naked people persuade poem poet priest
        react reacts realize really rhythm ruin sacred science triage wednesday whereas wicked
    """,
    3: """
        area areas beloved businesses coercion coercive created creation creative creator
        element elements everyone everything everywhere familiar fluent genuine heroin idea
        ideas influence museum poetry reacted reaction reactions reassure recipe recreate
        reenter reopen reopened reopens suicide theater whatever whenever wherever
    """,
    4: """
        apostrophe appreciate associate associates california cooperate coordinate diabetes
        entirety everybody geography reality suicidal
    """,
    5: """
        associated association coordinator
    """,
}
_LISTED = {word: count for count, words in _LISTED_BY_COUNT.items() for word in words.split()}
_SPELLED = frozenset({"OK", "ID", "IDs", "STI", "HIV", "TV", "PM", "AM", "CSE", "EC", "IUD", "PEP", "LGBTQ", "ER"})

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_INSIDE = re.compile(
    r"(?:(?<=[aeiouy][bcdfghjklmnpqrstvwxz])|(?<=[cgsv]))e"  # safe-ty, care-giv-er, else-where
    r"(?=(?:ful|fully|less|ly|ments?|ness|some|ty|teen|thing|times?|one|body|how|what|where|day|place|fore|wide|wise|ways?"
    r"|works?|workers?|givers?|giving|lines?|tables?|holders?|frames?|stamps?|style|mail|word|land|books?|guards?)$)"
)
_SILENT_END = re.compile(r"(?<=[^aeiouy])e$|(?<=[^aeiouysxzcg])(?<!sh)(?<!ch)es$|(?<=[^aeiouytd])ed$")
_SOUNDED_END = re.compile(r"[^aeiouyl]l(?:e|es|ed)$")
_TWO_NOT_ONE = (
    re.compile(r"(?<![cstgxq])i(?:a(?!ge)|u)"),  # me-di-a, sta-di-um; but so-cial
    re.compile(r"(?<![cstgxln])io"),  # ra-di-o, se-ri-ous; but na-tion, mil-lion
    re.compile(r"ie(?:ty|t$|ts$)|(?<![ct])ien[ct]"),  # so-ci-e-ty, qui-et, cli-ent; but pa-tient
    re.compile(r"i(?:er|ers|est)$"),  # eas-i-er
    re.compile(r"(?<![qg])ua"),  # ac-tu-al; but lan-guage
    re.compile(r"(?<![g])eo"),  # vi-de-o; but sur-geon
    re.compile(r"(?:[aeiou]|[^aeiou]y)ing"),  # go-ing, try-ing
    re.compile(r"[aeiou]y[aeiou]"),  # play-er
    re.compile(r"^any[aeiou]"),  # an-y-one
    re.compile(r"isms?$"),  # rac-is-m
)
_FULL = frozenset("aeoáéóíú")  # the vowels that always carry a syllable of their own


def english_syllables(word: str) -> int:
    """Syllables of one English word; letters said one by one (OK, HIV) count one each."""
    if word in _SPELLED:
        return len(word.rstrip("s"))
    plain = word.lower().replace("\u2019", "'")
    if plain in _LISTED:
        return _LISTED[plain]
    extra = 1 if re.search(r"[ds]n't$", plain) else 0
    plain = re.sub(r"(?:n't|'[a-z]*)$", "", plain).replace("'", "")
    return max(1, _english_groups(plain) + extra)


def _english_groups(plain: str) -> int:
    if plain in _LISTED:
        return _LISTED[plain]
    trimmed = _SILENT_INSIDE.sub("", plain)
    count = len(_VOWELS.findall(trimmed))
    count += sum(len(pattern.findall(trimmed)) for pattern in _TWO_NOT_ONE)
    if _SILENT_END.search(trimmed) and not _SOUNDED_END.search(trimmed):
        count -= 1
    return count


def spanish_syllables(word: str) -> int:
    """Syllables of one Spanish word, by the written rules of diphthong and hiatus.

    Two strong vowels are two syllables; a weak one joins its neighbour unless it carries the accent;
    an h between vowels changes nothing (Ortografía de la lengua española, RAE 2010).
    """
    plain = re.sub(r"qu(?=[eéií])", "q", word.lower())
    plain = re.sub(r"gu(?=[eéií])", "g", plain)
    plain = re.sub(r"(?<=[aeiouáéíóúü])h(?=[aeiouáéíóúü])", "", plain)
    plain = re.sub(r"y(?![aeiouáéíóú])", "i", plain)
    return max(1, sum(_spanish_nuclei(group) for group in re.findall(r"[aeiouáéíóúü]+", plain)))


def _spanish_nuclei(group: str) -> int:
    """Syllables in one run of vowels: one per strong or accented vowel, one for weak vowels alone."""
    return max(1, sum(1 for vowel in group if vowel in _FULL))
