"""What no agreement may touch, pure: rights are not earned by coming home and not lost by having left.

Source: CG-04; Welf. & Inst. Code 16001.9. A lint of typed text in English and Spanish. It would rather ask
somebody to write a sentence anew than let one right through.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

# Any mention keeps the agreement from being saved: these have no place in one.
ALWAYS: Mapping[str, str] = {
    "food": r"food|meals?|eat(ing)?|dinner|breakfast|lunch|supper|snacks?|desserts?|fridge|hungry|comidas?|comer|cenas?"
    r"|cenar|desayunos?|desayunar|almuerzos?|almorzar|meriendas?|postres?|hambre",
    "clothing": r"cloth(es|ing)|shoes?|jackets?|coats?|pajamas|ropa|zapatos?|chamarras?|chaquetas?|abrigos?|pijamas?",
    "bed": r"mattress(es)?|sleep(s|ing)? (on|in|outside)|colchon(es)?|(dormir|duerm(e|es|en)) (en|afuera|fuera)",
    "medication": r"medications?|medicines?|meds|pills?|inhalers?|medicinas?|medicamentos?|pastillas?|inhalador(es)?",
    "calls": r"no (phones?|calls?|texts?|internet|wi fi|wifi|telefonos?|celular(es)?|llamadas?)|confiscat\w*"
    r"|(tak(e|es|en|ing)|los(e|es|ing)|hand(s|ing)? (in|over)|give(s|n)? up|without|lock(s|ed)?) (\w+ ){0,2}phones?"
    r"|phones? (is |are |gets? )?(taken|off|gone|away|locked)"
    r"|(sin|quit\w+|pierde[ns]?|perder|entreg\w+) (\w+ ){0,2}(telefonos?|celular(es)?|internet|llamadas?)",
    "searches": r"search(es|ed|ing)?|pat ?downs?|strip|go(es|ing)? through (\w+ )?(things|bags?|phone|room)"
    r"|registrar|registro de|revisar (su|sus|tu|tus|el|la) (cosas|mochila|bolsas?|bolso|telefono|cuarto)"
    r"|catear|cateos?",
    "locks": r"lock(s|ed|ing)?|alarms?|bolts?|outside (all|for the) night|grounded|confined|cerrojos?|candados?"
    r"|encerrar\w*|encerrad[ao]s?|con llave|alarmas?|afuera toda la noche|castig\w+",
    "shaming": r"sham(e|ed|ing)|embarrass\w*|apologi[sz]e (to|in front of) (everyone|the (house|group))"
    r"|writ(e|ing) lines|verguenza|avergonzar\w*|humillar\w*|disculparse (con|frente a) (todos|el grupo)"
    r"|letrero|planas",
    "allowance": r"allowances?|pocket money|spending money|mesadas?|dinero semanal",
    "celebrations": r"birthdays?|christmas|thanksgiving|holidays?|quinceaneras?|ceremon(y|ies)|powwows?|celebrations?"
    r"|cumpleanos|navidad|posadas?|ceremonias?|celebracion(es)?|dia de (los )?muertos",
    "group": r"everyone|everybody|whole (house|group)|other (kids|youth|girls|boys)|the others|all of (us|them|you)"
    r"|tod[ao]s|toda la casa|(el )?grupo entero|l[ao]s demas|otr[ao]s (jovenes|chic[ao]s|muchach[ao]s)",
}

# These may be mentioned ("plan review with the social worker"), but never be taken away or earned.
NOT_TAKEN: Mapping[str, str] = {
    "bed": r"beds?|bedrooms?|rooms?|camas?|recamaras?|cuartos?|habitacion(es)?",
    "school": r"schools?|class(es)?|homework|prom|graduation|escuelas?|clases?|tareas?|graduacion",
    "care": r"doctors?|nurses?|clinics?|therap(y|ist|ists)|counsel(or|ors|ing)|dentists?|appointments?|medic[ao]s?"
    r"|doctor(a|es|as)|enfermer[ao]s?|clinicas?|terapias?|terapeutas?|consejer[ao]s?|dentistas?|citas?",
    "calls": r"attorneys?|lawyers?|social workers?|casa worker|advocates?|mentors?|ombuds\w*|abogad[ao]s?"
    r"|trabajador(a|es|as)? social(es)?|mentor(a|es|as)|defensor(a|es|as)?",
    "family": r"family|families|moms?|mothers?|dads?|fathers?|parents?|brothers?|sisters?|siblings?|grandm\w+|grandp\w+"
    r"|aunts?|uncles?|cousins?|(\w+ )(baby|daughter)|visits?|familia(res)?|mamas?|madres?|papas?|padres?|herman[ao]s?"
    r"|abuel[ao]s?|ti[ao]s?|prim[ao]s?|bebe|hij[ao]s?|visitas?",
    "faith": r"church(es)?|mosques?|temples?|synagogues?|pray(er|ers|ing)?|religious|religion|faith|sweat lodge"
    r"|iglesias?|mezquitas?|templos?|sinagogas?|rezar|oraciones|religios[ao]s?|misas?|culto",
}

TAKING = (
    r"no|not|never|without|los(e|es|ing|t)|tak(e|es|en|ing) (\w+ ){0,3}away|giv(e|es|ing) up|cannot|can't|won't|don't"
    r"|doesn't|until|unless|only (after|if|when|once|with)|earn(s|ed|ing)?|cancel\w*|skip(s|ped|ping)?|miss(es|ed)?"
    r"|ban(s|ned)?|limit(s|ed)?|less|fewer|shorter|restrict\w*|withh(o|e)ld\w*|withdraw\w*|remov\w*|stop(s|ped)?"
    r"|instead of|nunca|sin|pierde[ns]?|perder|quit(a|an|ar|arle|amos)|hasta que|a menos"
    r"|solo (si|cuando|despues|con)|gan(a|ar|arse)|cancela(r|da|do)?|faltar|prohib\w*|limit(a|ar|ado)|menos|restring\w*"
    r"|niega|negar|jamas|tampoco|en vez de"
)
# Not a taking away, though a word of it sounds so.
HARMLESS = r"(no|not) later than|no more than|if not|al menos|a mas tardar|no mas tarde (de|que)|at least"

RIGHTS = tuple(dict.fromkeys((*ALWAYS, *NOT_TAKEN)))

_ALWAYS = {right: re.compile(rf"\b(?:{words})\b") for right, words in ALWAYS.items()}
_NOT_TAKEN = {right: re.compile(rf"\b(?:{words})\b") for right, words in NOT_TAKEN.items()}
_TAKING = re.compile(rf"\b(?:{TAKING})\b")
_HARMLESS = re.compile(rf"\b(?:{HARMLESS})\b")


def blocked_by(*texts: str) -> tuple[str, ...]:
    """The rights that these texts touch, as codes of `RIGHTS`; empty when the agreement may be saved.

    Capitals, accents, dashes and line breaks hide nothing. All texts of one agreement are read together: what is
    taken away in one may be named in another.
    """
    plain = " ".join(_plain(text) for text in texts)
    takes = bool(_TAKING.search(_HARMLESS.sub(" ", plain)))
    always = [right for right, words in _ALWAYS.items() if words.search(plain)]
    taken = [right for right, words in _NOT_TAKEN.items() if takes and words.search(plain)]
    return tuple(dict.fromkeys((*always, *taken)))


def _plain(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.replace("\u2019", "'"))
    letters = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return re.sub(r"[^\w']+|_+", " ", letters.casefold())
