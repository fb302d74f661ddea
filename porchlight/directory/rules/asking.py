"""What a service asks of a young person before it helps, in short sentences. What is not known is not guessed."""

from __future__ import annotations

from porchlight.directory.rules.choices import Choice
from porchlight.directory.rules.service import Answer
from porchlight.directory.rules.words import Words

NO_VISIT = Words("Call before you go.", "Llama antes de ir.")
POLICE_UNKNOWN = Words(
    "We don't know if they call the police. Ask them first.",
    "No sabemos si llaman a la policía. Pregúntales antes.",
)
_SAID = (
    ("walk_in", Words("You can just walk in.", "Puedes llegar sin cita."), NO_VISIT),
    (
        "no_id",
        Words("They ask for no ID.", "No te piden identificación."),
        Words("They ask for ID.", "Piden identificación."),
    ),
    (
        "no_parent",
        Words("No parent has to say yes.", "Nadie de tu familia tiene que dar permiso."),
        Words("A parent has to say yes first.", "Tu madre o padre tiene que dar permiso antes."),
    ),
    (
        "ok_while_still_with_them",
        Words("It's OK if you can't leave where you are.", "Está bien si no puedes irte de donde estás."),
        Words("They help once you have left.", "Te ayudan cuando ya te fuiste."),
    ),
    (
        "no_police_call",
        Words("They don't call the police on you.", "No llaman a la policía por ti."),
        Words("They may call the police.", "Pueden llamar a la policía."),
    ),
)


def what_they_ask(choice: Choice) -> tuple[Words, ...]:
    """One sentence for each attribute that is known, the easiest thing first; police also when it is not known."""
    known = {Answer.YES: 0, Answer.NO: 1}
    said = [
        sentences[known[answer]]
        for name, *sentences in _SAID
        if (answer := getattr(choice, name)) is not Answer.UNKNOWN
    ]
    return (*said, POLICE_UNKNOWN) if choice.no_police_call is Answer.UNKNOWN else tuple(said)
