"""What one can ask a record, and what it answers: nouns only, no work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.model import (
    UNSURE_BELOW,
    Act,
    ActorKind,
    Channel,
    Decision,
    DocumentKind,
    Judgement,
    Kind,
    Pin,
    Reality,
    Sameness,
    Span,
    Spans,
    Statement,
    digest_of,
)

NOBODY = ""
"""As `Question.speaker`, `addressee` or `outlet`: those where none is named."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which statements to show. Everything given must hold at once; nothing given means all that was said.

    `words` and `about` are looked for in the words said: each must stand there, "words in quotation marks" in that
    order. `by` and `to` are a name or a part of it (a surname); case and accents do not matter. `since` and `until`
    are ISO dates, also shortened ("2025", "2025-10"): a statement counts if it may have been made in that time, by its
    own date or else by the day its document was published.

    `speaker`, `addressee`, `outlet` and `month` are exact values as `Answer.facets` lists them (`NOBODY` for none).
    `reality=None` shows also what was not said; `unsure` only what waits for a person; `rejected` also what a person
    struck out. `document` is a document's id. `person`, `to_person` and `about_person` are ids of people
    (`PersonLine.id`): said by them, to them, or with words about them, also as members of a group. Without `facets` the
    answer counts none, and comes sooner.
    """

    words: str | None = None
    by: str | None = None
    to: str | None = None
    about: str | None = None
    since: str | None = None
    until: str | None = None
    channel: Channel | None = None
    kind: Kind | None = None
    act: Act | None = None
    reality: Reality | None = Reality.SAID
    document: str | None = None
    unsure: bool = False
    limit: int | None = 50
    offset: int = 0
    speaker: str | None = None
    addressee: str | None = None
    outlet: str | None = None
    month: str | None = None
    rejected: bool = False
    facets: bool = True
    person: str | None = None
    to_person: str | None = None
    about_person: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document as a list shows it. `first_words` are the opening of its text, in one line.

    `statements` counts those that nobody rejected, `unsure` those among them that wait for a person.
    """

    id: str
    digest: str
    source: str
    title: str | None
    outlet: str | None
    published: str | None
    kind: DocumentKind
    author: str | None
    wire: str | None
    first_words: str
    statements: int
    unsure: int
    added: str

    @property
    def name(self) -> str:
        """What to call it in a sentence: the outlet, or else the source."""
        return self.outlet or self.source


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One statement as judged, with names in place of ids.

    `when_words` is the date as printed. `hits` are spans in `statement.words` that the question's words matched.
    `decision` is what a person last decided (None: nobody has yet); `machine` is the machine's reading where a person
    corrected it; `kept` says that only a person's judgement holds it in the record, no reading finds it any more.
    `person` is the speaker's id among all people, `to_people` those of the addressees, None where somebody is known in
    that document alone.
    `before`, `after` and `judgements` are filled by `Record.statement` only.
    """

    document: DocumentLine
    statement: Statement
    speaker: str | None
    addressees: tuple[str, ...]
    via: tuple[str, ...]
    when_words: str | None
    hits: Spans = ()
    decision: Decision | None = None
    machine: Statement | None = None
    kept: bool = False
    before: str = ""
    after: str = ""
    judgements: tuple[Judgement, ...] = ()
    person: str | None = None
    to_people: tuple[str | None, ...] = ()

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
    def address(self) -> str:
        """An id that is unique in every record: document id, slash, statement id."""
        return f"{self.document.id}/{self.statement.id}"

    @property
    def words(self) -> str:
        """The words said."""
        return self.statement.words

    @property
    def place(self) -> Span:
        """From its first content character to its last."""
        return Span(self.statement.content[0].start, self.statement.content[-1].end)

    @property
    def rejected(self) -> bool:
        """Did a person strike it out?"""
        return self.decision is Decision.REJECT

    @property
    def unsure(self) -> bool:
        """Does it wait for a person?"""
        return self.decision is None and self.statement.confidence < UNSURE_BELOW


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person, organisation or outlet, one over all documents, as a list shows it.

    `names` are the ways in which the name is printed; `statements` are those it is recorded as having made.
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...]
    statements: int
    documents: int


@dataclass(frozen=True, slots=True)
class PrintedName:
    """One way in which a name is printed, in how many documents, and a place where it stands."""

    name: str
    documents: int
    pin: Pin


@dataclass(frozen=True, slots=True)
class PrintedRole:
    """A title, office or epithet in a document's words: `document.published` says when it was printed."""

    text: str
    pin: Pin
    document: DocumentLine


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence that speaks for two being one, or `against` it."""

    text: str
    against: bool


def proposal_id(one: str, other: str) -> str:
    """What a question about these two names is known by."""
    return "q" + digest_of(one, other)[:16]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two that may be one. `score`: how likely, 0 to 1; `statements`: how many change hands if they are."""

    one: PersonLine
    other: PersonLine
    score: float
    reasons: tuple[Reason, ...]
    statements: int

    @property
    def id(self) -> str:
        """The same as long as both keep their names."""
        return proposal_id(self.one.id, self.other.id)


@dataclass(frozen=True, slots=True)
class Person:
    """All that is known of somebody; `by`, `to` and `about` count statements that count as having been said.

    `names` are counted in `looked_at` documents: in all of them, unless there are very many. `judgements` are what
    people decided about who this is, `proposals` those who may be the same.
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[PrintedName, ...]
    roles: tuple[PrintedRole, ...]
    documents: tuple[DocumentLine, ...]
    by: int
    to: int
    about: int
    looked_at: int
    judgements: tuple[Sameness, ...] = ()
    proposals: tuple[Proposal, ...] = ()


Facet = tuple[tuple[str | None, int], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """`total` counts all that fits the question; `lines` are those of the page asked for.

    `facets` counts all that fits, by `speaker`, `to`, `channel`, `kind`, `outlet`, `month` and `reality`: pairs of
    value and count, most frequent first, None (not stated) last. `reality` counts what each reality would leave,
    whichever the question asks for. There are none where the question wants none.
    """

    total: int
    lines: tuple[SaidLine, ...]
    facets: Mapping[str, Facet]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A source that could not be read, the sentence that says why, and when it was tried (ISO 8601, UTC)."""

    source: str
    message: str
    at: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What a record holds. `statements` leaves out what a person rejected; `actors` counts distinct names;
    `unsure` counts statements below `model.UNSURE_BELOW` that nobody has judged, `proposals` pairs of names that may be
    one."""

    documents: int
    statements: int
    actors: int
    communications: int
    unsure: int
    unreadable: tuple[Unreadable, ...]
    proposals: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text that may hold the words looked for: `text` is what stands at `span`.

    `document_id` is one document of that text, `documents` are all of them (two outlets may print one text).
    """

    document_id: str
    digest: str
    span: Span
    text: str
    documents: tuple[str, ...]
