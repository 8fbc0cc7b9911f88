"""Who listens: whom the cue's clause names as spoken to, and who is at the other end of an interview or a letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.actors import NOBODY, Cast, Floor, pronouns
from sayso.actors.nouns import Sort, sort_of
from sayso.actors.roster import Entry
from sayso.attribution.found import Found
from sayso.attribution.frames import VERBS
from sayso.language.words import words
from sayso.model import ActorKind
from sayso.occasions.setting import Frame, listed

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.language.analysis import Paragraph

# Whoever writes "told me" is this actor: a byline need not be the voice of every "I" in a text.
AUTHOR = "the author"
_SHOWS = frozenset({"show", "program", "programme", "podcast", "episode", "broadcast"})
_TIMES = frozenset({"DATE", "TIME"})
_ASKING = frozenset({"ask", "press", "question", "quiz", "challenge"})
# "called Maas a liar", "showed the plan": the object is what is spoken of.
_NAMING = frozenset({"call", "show"})
_HEARERS = frozenset({Sort.PERSON, Sort.PEOPLE, Sort.BODY})
_TALKING = frozenset({"speak", "talk", "chat", "converse", "meet"})


def addressees_of(cast: Cast, found: Found, floor: Floor) -> tuple[str, ...]:
    """Whom the cue's own clause names as spoken to."""
    head = cast.analysis.head(found.cue[0]) if found.cue else None
    if head is None or head[1].pos_ not in VERBS or head[1].lower_ == "according":
        return ()
    paragraph, cue = head
    begins = found.content[0].start
    objects = [
        t
        for t in _spoken_to(cue)
        if not any(s.touches(paragraph.span_of(t)) for s in found.content) or _opens(paragraph, t, begins)
    ]
    ends = (t for i, t in enumerate(objects) if not _runs_into(t, objects[i + 1 : i + 2]))
    return tuple(dict.fromkeys(id for t in ends if (id := _listener(cast, paragraph, t, floor))))


def _opens(paragraph: Paragraph, token: Token, begins: int) -> bool:
    """ "advised [Maas on how to sail]": whoever opens the content of advice is the one advised."""
    return token.dep_ in ("dobj", "pobj") and paragraph.span_of(token.doc[token.left_edge.i]).start == begins


def _runs_into(token: Token, following: list[Token]) -> bool:
    """ "co-host Joe Maas": one phrase, which the parser may take apart."""
    between = [word for after in following for word in token.doc[token.i + 1 : after.i]]
    return bool(following) and all(word.is_punct or word.pos_ in ("PART", "PROPN") for word in between)


def listeners_of(cast: Cast, frame: Frame, noun: Token) -> tuple[str, ...]:
    """ "an interview with Maas", "a letter to the board", "Vento's show": whoever is at the other end."""
    phrases = [w for w in _behind(noun) if frame.is_outside(w)]
    if not phrases and (noun.lemma_.lower() in _SHOWS or noun.lemma_.lower() == "interview"):
        phrases = [c for c in noun.children if c.dep_ in ("poss", "compound") and c.pos_ == "PROPN"]
    known = (_listener(cast, frame.paragraph, token, NOBODY) for token in phrases if not _is_third(token))
    return tuple(dict.fromkeys(id for id in known if id is not None and _may_listen(cast, id)))


def are_reporters(cast: Cast, listeners: tuple[str, ...]) -> bool:
    """One reporter or the author: several of them make a crowd."""
    return any(_reports(cast.actor(one)) for one in listeners)


def _reports(listener: Entry) -> bool:
    known_as = [listener.name, *(role.text for role in listener.roles.values())]
    words = {word.strip(",.") for text in known_as for word in text.lower().replace("-", " ").split()}
    return listener.name == AUTHOR or bool(words & listed("listeners", "reporters"))


def are_a_crowd(cast: Cast, listeners: tuple[str, ...]) -> bool:
    """ "the audience", "supporters"."""
    return any(_last(cast.actor(one).name.lower()) in listed("listeners", "everybody") for one in listeners)


def _last(name: str) -> str:
    return name.split()[-1] if name.split() else ""


def _may_listen(cast: Cast, id: str) -> bool:
    return cast.actor(id).kind is not ActorKind.DOCUMENT


def _is_third(token: Token) -> bool:
    """He, she and they, whom only the flow of speech could tell apart."""
    return pronouns.is_personal(token) and not pronouns.is_first(token)


def _behind(noun: Token) -> Iterator[Token]:
    """What stands behind "with", "to" or "for" of the noun, or of the verb that has the noun as its object."""
    heads = [noun, noun.head] if noun.dep_ == "dobj" else [noun]
    for prep in (c for head in heads for c in head.children):
        if prep.dep_ in ("prep", "dative") and prep.lower_ in listed("ends", "to") and prep.i > noun.i:
            yield from (c for c in prep.children if c.dep_ == "pobj" and c.pos_ in ("PROPN", "NOUN", "PRON"))


def _listener(cast: Cast, paragraph: Paragraph, token: Token, floor: Floor) -> str | None:
    if not _may_hear(token):
        return None
    if pronouns.is_first(token):
        return cast.add(AUTHOR, ActorKind.PERSON, [paragraph.span_of(token)])
    last = next((c.left_edge.i - 1 for c in token.children if c.i > token.i and c.dep_ in ("relcl", "acl")), None)
    end = max(token.i, last if last is not None else token.right_edge.i)
    while end > token.i and token.doc[end].is_punct:
        end -= 1
    first = next((c.i + 2 for c in token.children if c.dep_ == "poss" and token.pos_ == "PROPN"), token.left_edge.i)
    return cast.who(paragraph.between(min(first, token.i), end), floor)


def _may_hear(token: Token) -> bool:
    """Somebody with a name, a pronoun, people or a body: nobody speaks to a plight or to Monday."""
    if token.ent_type_ in _TIMES and not any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in token.children):
        return False
    if token.pos_ == "PRON":
        return pronouns.is_personal(token)
    return token.pos_ == "PROPN" or sort_of(token) in _HEARERS


def _spoken_to(cue: Token) -> Iterator[Token]:
    """Objects of verbs that address somebody, what stands behind "to", and "Asked about it, Vento said"."""
    lemma = cue.lemma_.lower()
    addresses = lemma in words("addressing") or lemma in listed("facing", "object")
    if lemma in _ASKING and cue.dep_ == "advcl" and cue.tag_ == "VBN":
        yield from (c for c in cue.head.children if c.dep_ == "nsubj")
    for child in cue.children:
        if child.dep_ == "dative" and child.pos_ != "ADP":
            yield child
        elif child.dep_ == "dobj" and addresses and lemma not in _NAMING:
            yield child
        elif child.dep_ == "nsubjpass" and addresses and lemma != "ask":
            yield child
        elif child.dep_ in ("prep", "dative"):
            yield from _behind_preposition(lemma, child)
        elif child.dep_ == "advcl" and child.lemma_.lower() in _TALKING and child.tag_ == "VBG":
            # "Speaking to the Courier, Maas said".
            yield from (w for p in child.children if p.dep_ == "prep" for w in _behind_preposition("speak", p))


def _behind_preposition(lemma: str, prep: Token) -> Iterator[Token]:
    to = prep.lower_ == "to" and lemma in listed("facing", "to")
    with_ = prep.lower_ == "with" and lemma in _TALKING
    on = prep.lower_ == "on" and lemma in listed("facing", "on")
    if to or with_ or on:
        yield from (c for c in prep.children if c.dep_ == "pobj" and c.pos_ in ("PROPN", "PRON", "NOUN"))
