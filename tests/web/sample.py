"""A report with invented people and a full hand-made reading of it: everything that a page must be able to show."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.model import (
    Act,
    Actor,
    ActorKind,
    Basis,
    Channel,
    Communication,
    CommunicationKind,
    Document,
    Kind,
    Reading,
    Reality,
    Role,
    Span,
    Spans,
    Statement,
    Status,
    When,
    words_of,
)

TEXT = """\
Mara Lindqvist spent the spring teaching a port operator how to win over the mayor who owns the port.

On March 3, the mayor’s transport envoy advised Tellus Marine’s chief lawyer, Ivo Brandt, on how the company should \
court City Hall before it made an offer for the Varnholt terminal, the Northern Ledger reported on Tuesday.

During the nine-minute call, Lindqvist told Brandt that the company’s chairman should telephone Mayor Anton Reyes \
ahead of the council’s vote—where Reyes hoped, but failed, to keep the ferry subsidy—to praise the new ring road.

“My advice…. I would make the call and just tell him the road is the best thing that ever happened to this city, \
that you use it, your drivers use it, everybody uses it,” Lindqvist told the lawyer.

“Start with that. After that it will be a very easy talk,” Lindqvist said, to which Brandt replied: “Good, good. \
I will tell the chairman tonight. He will say the road is magnificent.”

“Maybe he says to the mayor: you know, Mara and Ivo have talked about a lease of thirty years, and we are open to \
looking at the ferries too,” she said.

Lindqvist then seemingly conceded that the city would have to give up its seat on the harbour board.

“Between us, I know what closes this: the east quay and a fixed rent,” Lindqvist said.

“But do not put it that way. Put it warmly. He gives me a lot of room when people are warm.”

When she mentioned the council, she said she would be attending only “because they want a face there.”

Three days later Reyes wrote on the city’s message board that Brandt’s chairman had congratulated him on the \
“road of the century,” and suggested his “goodwill with the shipping people will keep the ferries running.”

His meeting with the ferry crews later that week reportedly ended in a walkout.

After the call, Lindqvist met Brandt’s deputy, Sunniva Okafor, at a hotel in Halden, Radio Varn reported.

In a second call, also leaked to the Northern Ledger, Brandt and Okafor agreed to write the lease themselves and \
hand it to Lindqvist, whom they believed would keep it “as near to [our draft] as she can.”

“We will just write this from our side, and I will pass it to her as if it were notes,” Okafor said. “Let them put \
a stamp on it. They will not take every word, but it will be near enough.”

The lease is now said to run for thirty years. It was attacked by harbour pilots as a gift to Tellus Marine, and \
has even been accused of being typed in the company’s own offices.

The deputy mayor, Pia Solheim, is expected to tell the council on Friday that the vote will be postponed. She has \
not said that the lease is dead.

“That is how deals are made,” Reyes told reporters at the ferry pier on Tuesday, adding he had not heard the recording.

“She talks to all of them. That is the job. I would worry if she did not.”

Reyes denied that the price was ever discussed. Asked whether Lindqvist would stay, he did not answer.

Two people briefed on the talks said the chairman never telephoned at all.

Tellus Marine declined to comment. In an e-mail to the Courier, City Hall spokesman Emil Tran said: “This story shows \
one thing only: the envoy speaks to shippers and crews nearly every day, which is what she was asked to do.”
"""

DOCUMENT = Document(
    TEXT,
    source="varnholt-call.html",
    title="The envoy, the lawyer and the harbour",
    outlet="The Halden Courier",
    published="2025-04-08",
    author="Runa Falk",
)


def place(words: str, text: str = TEXT, after: str = "") -> Span:
    """Where these words stand, the first time after those other words."""
    start = text.index(words, text.index(after) if after else 0)
    return Span(start, start + len(words))


def places(*parts: str, after: str = "") -> Spans:
    return tuple(place(part, after=after) for part in parts)


def when(edtf: str, printed: str, after: str = "") -> When:
    return When(edtf, place(printed, after=after))


def said(id: str, kind: str, content: str | tuple[str, ...], **more: Any) -> Statement:
    """A statement; `content`, `cue`, `source` and `hedges` are given as words, `after` says where to start looking."""
    after = more.pop("after", "")
    parts = (content,) if isinstance(content, str) else content
    spans = places(*parts, after=after)
    for field in ("cue", "source", "hedges"):
        if field in more:
            near = more.pop(f"{field}_after", after)
            more[field] = places(*((more[field],) if isinstance(more[field], str) else more[field]), after=near)
    defaults = {"confidence": 0.95, "found_by": "hand"}
    return Statement(id, Kind(kind), spans, words_of(TEXT, spans), **{**defaults, **more})


LEDGER, LINDQVIST, BRANDT, REYES, OKAFOR = "a-ledger", "a-lindqvist", "a-brandt", "a-reyes", "a-okafor"
BOTH, PILOTS, SOLHEIM, TRAN, TELLUS = "a-both", "a-pilots", "a-solheim", "a-tran", "a-tellus"
CHAIRMAN, RADIO, SOURCES, COURIER = "a-chairman", "a-radio", "a-sources", "a-courier"

ACTORS = (
    Actor(LEDGER, "Northern Ledger", ActorKind.OUTLET, places("Northern Ledger")),
    Actor(
        LINDQVIST,
        "Mara Lindqvist",
        ActorKind.PERSON,
        (place("Mara Lindqvist"), place("the mayor’s transport envoy"), place("Lindqvist", after="nine-minute")),
        roles=(Role("the mayor’s transport envoy", place("the mayor’s transport envoy")),),
    ),
    Actor(BRANDT, "Ivo Brandt", ActorKind.PERSON, (place("Ivo Brandt"), place("Brandt", after="to which"))),
    Actor(REYES, "Anton Reyes", ActorKind.PERSON, (place("Anton Reyes"), place("Reyes", after="where"))),
    Actor(OKAFOR, "Sunniva Okafor", ActorKind.PERSON, (place("Sunniva Okafor"), place("Okafor", after="Brandt and"))),
    Actor(BOTH, "Brandt and Okafor", ActorKind.GROUP, places("Brandt and Okafor"), members=(BRANDT, OKAFOR)),
    Actor(PILOTS, "harbour pilots", ActorKind.GROUP, places("harbour pilots")),
    Actor(SOLHEIM, "Pia Solheim", ActorKind.PERSON, places("Pia Solheim")),
    Actor(TRAN, "Emil Tran", ActorKind.PERSON, places("Emil Tran")),
    Actor(TELLUS, "Tellus Marine", ActorKind.ORGANISATION, places("Tellus Marine")),
    Actor(CHAIRMAN, "Brandt’s chairman", ActorKind.PERSON, places("Brandt’s chairman")),
    Actor(RADIO, "Radio Varn", ActorKind.OUTLET, places("Radio Varn")),
    Actor(SOURCES, "two people briefed on the talks", ActorKind.UNNAMED, places("Two people briefed on the talks")),
    Actor(COURIER, "The Halden Courier", ActorKind.OUTLET, places("the Courier")),
)

MARCH_3 = when("2025-03-03", "March 3")
TUESDAY = when("2025-04-08", "Tuesday")
COMMUNICATIONS = (
    Communication(
        "c-call", CommunicationKind.CALL, (LINDQVIST, BRANDT), MARCH_3, duration="nine minutes", according_to=(LEDGER,)
    ),
    Communication("c-second", CommunicationKind.CALL, (BRANDT, OKAFOR), according_to=(LEDGER,)),
    Communication(
        "c-post", CommunicationKind.POST, (REYES,), when("2025-03-06", "Three days later"), medium="message board"
    ),
    Communication("c-pier", CommunicationKind.REMARKS, (REYES,), TUESDAY, place="ferry pier"),
    Communication(
        "c-council", CommunicationKind.SPEECH, (SOLHEIM,), when("2025-04-11", "Friday"), status=Status.PLANNED
    ),
    Communication("c-mail", CommunicationKind.LETTER, (TRAN, COURIER), medium="e-mail"),
)


def _in_the_call(id: str, kind: str, content: str | tuple[str, ...], **more: Any) -> Statement:
    defaults = dict(
        speaker=LINDQVIST,
        addressees=(BRANDT,),
        via=(LEDGER,),
        channel=Channel.PHONE_CALL,
        communication="c-call",
        when=MARCH_3,
        act=Act.ADVISES,
    )
    return said(id, kind, content, **{**defaults, **more})


_FRAME = (
    "On March 3, the mayor’s transport envoy advised Tellus Marine’s chief lawyer, Ivo Brandt, on how the company "
    "should court City Hall before it made an offer for the Varnholt terminal"
)
_CHAIRMAN_SHOULD = (
    "that the company’s chairman should telephone Mayor Anton Reyes ahead of the council’s vote—where Reyes hoped, but "
    "failed, to keep the ferry subsidy—to praise the new ring road"
)
STATEMENTS = (
    said(
        "s01",
        "indirect",
        _FRAME,
        cue="reported",
        source="Northern Ledger",
        speaker=LEDGER,
        act=Act.REPORTS,
        channel=Channel.REPORT,
        when=TUESDAY,
        confidence=0.98,
        basis=Basis.DOCUMENT,
    ),
    _in_the_call(
        "s02",
        "indirect",
        "on how the company should court City Hall before it made an offer for the Varnholt terminal",
        cue="advised",
        source="the mayor’s transport envoy",
        within="s01",
        confidence=0.93,
    ),
    _in_the_call("s03", "indirect", _CHAIRMAN_SHOULD, cue="told", source="Lindqvist", source_after="nine-minute"),
    said(
        "s04",
        "indirect",
        "to keep the ferry subsidy",
        cue="hoped",
        source="Reyes",
        source_after="where",
        speaker=REYES,
        act=Act.BELIEVES,
        confidence=0.61,
        reasons=("“hoped” may be a wish and not speech",),
    ),
    _in_the_call(
        "s05",
        "direct",
        "“My advice…. I would make the call and just tell him the road is the best thing that ever happened to this "
        "city, that you use it, your drivers use it, everybody uses it,”",
        cue="told",
        cue_after="everybody uses",
        source="Lindqvist",
        source_after="everybody uses",
    ),
    _in_the_call(
        "s06",
        "direct",
        "“Start with that. After that it will be a very easy talk,”",
        cue="said",
        source="Lindqvist",
        after="“Start",
        act=Act.PREDICTS,
        confidence=0.98,
    ),
    _in_the_call(
        "s07",
        "direct",
        "“Good, good. I will tell the chairman tonight. He will say the road is magnificent.”",
        cue="replied",
        source="Brandt",
        source_after="to which",
        speaker=BRANDT,
        addressees=(LINDQVIST,),
        act=Act.AGREES,
    ),
    _in_the_call(
        "s08",
        "direct",
        "“Maybe he says to the mayor: you know, Mara and Ivo have talked about a lease of thirty years, and we are "
        "open to looking at the ferries too,”",
        cue="said",
        after="“Maybe",
    ),
    said(
        "s09",
        "indirect",
        "you know, Mara and Ivo have talked about a lease of thirty years, and we are open to looking at the ferries "
        "too",
        cue="says",
        source="he",
        after="Maybe",
        speaker=CHAIRMAN,
        addressees=(REYES,),
        via=(LEDGER, LINDQVIST),
        within="s08",
        reality=Reality.HYPOTHETICAL,
        communication="c-call",
        confidence=0.64,
        reasons=("words proposed, never spoken",),
    ),
    _in_the_call(
        "s10",
        "indirect",
        "that the city would have to give up its seat on the harbour board",
        cue="conceded",
        source="Lindqvist",
        source_after="too,” she",
        hedges="seemingly",
        confidence=0.76,
        act=Act.ASSERTS,
    ),
    _in_the_call(
        "s11",
        "direct",
        "“Between us, I know what closes this: the east quay and a fixed rent,”",
        cue="said",
        source="Lindqvist",
        after="“Between",
        act=Act.ASSERTS,
        confidence=0.98,
    ),
    _in_the_call(
        "s12",
        "direct",
        "“But do not put it that way. Put it warmly. He gives me a lot of room when people are warm.”",
        confidence=0.58,
        reasons=("no cue: goes on from the paragraph before",),
    ),
    _in_the_call(
        "s13",
        "mixed",
        "she would be attending only “because they want a face there.”",
        cue="said",
        source="she",
        after="council, she",
        act=Act.ASSERTS,
        confidence=0.88,
    ),
    said(
        "s14",
        "mixed",
        "that Brandt’s chairman had congratulated him on the “road of the century,”",
        cue="wrote",
        source="Reyes",
        source_after="Three days",
        speaker=REYES,
        act=Act.REPORTS,
        channel=Channel.POST,
        communication="c-post",
        confidence=0.94,
    ),
    said(
        "s15",
        "mixed",
        "him on the “road of the century,”",
        cue="congratulated",
        source="Brandt’s chairman",
        speaker=CHAIRMAN,
        addressees=(REYES,),
        via=(REYES,),
        act=Act.PRAISES,
        within="s14",
        communication="c-post",
        confidence=0.74,
    ),
    said(
        "s16",
        "mixed",
        "his “goodwill with the shipping people will keep the ferries running.”",
        cue="suggested",
        source="Reyes",
        source_after="Three days",
        speaker=REYES,
        act=Act.PREDICTS,
        channel=Channel.POST,
        communication="c-post",
        confidence=0.87,
    ),
    said(
        "s17",
        "indirect",
        ("His meeting with the ferry crews later that week", "ended in a walkout"),
        cue="reportedly",
        hedges="reportedly",
        act=Act.REPORTS,
        confidence=0.52,
        reasons=("“reportedly”: nobody is named",),
    ),
    said(
        "s18",
        "indirect",
        "After the call, Lindqvist met Brandt’s deputy, Sunniva Okafor, at a hotel in Halden",
        cue="reported",
        after="After the call",
        source="Radio Varn",
        speaker=RADIO,
        act=Act.REPORTS,
        channel=Channel.REPORT,
        confidence=0.97,
    ),
    said(
        "s19",
        "indirect",
        "to write the lease themselves and hand it to Lindqvist",
        cue="agreed",
        source="Brandt and Okafor",
        speaker=BOTH,
        via=(LEDGER,),
        act=Act.AGREES,
        channel=Channel.PHONE_CALL,
        communication="c-second",
        confidence=0.79,
    ),
    said(
        "s20",
        "mixed",
        "would keep it “as near to [our draft] as she can.”",
        cue="believed",
        source="they",
        source_after="whom",
        speaker=BOTH,
        via=(LEDGER,),
        act=Act.BELIEVES,
        channel=Channel.PHONE_CALL,
        communication="c-second",
        confidence=0.66,
        reasons=("“believed” may be the outlet’s reading",),
    ),
    said(
        "s21",
        "direct",
        (
            "“We will just write this from our side, and I will pass it to her as if it were notes,”",
            "“Let them put a stamp on it. They will not take every word, but it will be near enough.”",
        ),
        cue="said",
        source="Okafor",
        after="“We will",
        speaker=OKAFOR,
        addressees=(BRANDT,),
        via=(LEDGER,),
        act=Act.PROMISES,
        channel=Channel.PHONE_CALL,
        communication="c-second",
        confidence=0.97,
    ),
    said(
        "s22",
        "indirect",
        "to run for thirty years",
        cue="said",
        after="The lease is now",
        confidence=0.49,
        reasons=("“said” by whom is not stated",),
    ),
    said(
        "s23",
        "indirect",
        "as a gift to Tellus Marine",
        cue="attacked",
        source="harbour pilots",
        speaker=PILOTS,
        act=Act.CONDEMNS,
        confidence=0.83,
    ),
    said(
        "s24",
        "indirect",
        "of being typed in the company’s own offices",
        cue="accused",
        confidence=0.55,
        act=Act.CONDEMNS,
        reasons=("“accused” by whom is not stated",),
    ),
    said(
        "s25",
        "indirect",
        "that the vote will be postponed",
        cue="tell",
        cue_after="is expected",
        source="Pia Solheim",
        speaker=SOLHEIM,
        reality=Reality.PLANNED,
        channel=Channel.SPEECH,
        communication="c-council",
        confidence=0.9,
    ),
    said(
        "s26",
        "indirect",
        "that the lease is dead",
        cue="said",
        after="She has",
        source="She",
        speaker=SOLHEIM,
        reality=Reality.NOT_SAID,
        confidence=0.92,
    ),
    said(
        "s27",
        "direct",
        "“That is how deals are made,”",
        cue="told",
        source="Reyes",
        after="“That is",
        speaker=REYES,
        channel=Channel.SPEECH,
        communication="c-pier",
        when=TUESDAY,
        confidence=0.98,
    ),
    said(
        "s28",
        "indirect",
        "he had not heard the recording",
        cue="adding",
        source="Reyes",
        source_after="“That is",
        speaker=REYES,
        channel=Channel.SPEECH,
        communication="c-pier",
        when=TUESDAY,
        confidence=0.91,
    ),
    said(
        "s29",
        "direct",
        "“She talks to all of them. That is the job. I would worry if she did not.”",
        speaker=REYES,
        channel=Channel.SPEECH,
        communication="c-pier",
        when=TUESDAY,
        confidence=0.63,
        reasons=("no cue: goes on from the paragraph before",),
    ),
    said(
        "s30",
        "indirect",
        "that the price was ever discussed",
        cue="denied",
        source="Reyes",
        after="Reyes denied",
        speaker=REYES,
        act=Act.DENIES,
        confidence=0.94,
    ),
    said(
        "s31",
        "indirect",
        "the chairman never telephoned at all",
        cue="said",
        after="Two people",
        source="Two people briefed on the talks",
        speaker=SOURCES,
        confidence=0.9,
    ),
    said(
        "s32",
        "direct",
        "“This story shows one thing only: the envoy speaks to shippers and crews nearly every day, which is what she "
        "was asked to do.”",
        cue="said",
        source="City Hall spokesman Emil Tran",
        after="City Hall spokesman",
        speaker=TRAN,
        addressees=(COURIER,),
        channel=Channel.LETTER,
        communication="c-mail",
        confidence=0.97,
    ),
)

READING = Reading(DOCUMENT, ACTORS, STATEMENTS, COMMUNICATIONS)


def reading(text: str, words: str = "", speaker: str = "Nia Vale", **document: Any) -> Reading:
    """A small reading of a text of your own: at most one statement, by one person."""
    doc = replace(Document(text, source="note.txt"), **document)
    if not words:
        return Reading(doc)
    span = place(words, text)
    actor = Actor("a1", speaker, ActorKind.PERSON)
    return Reading(doc, (actor,), (Statement("s1", Kind.DIRECT, (span,), words, speaker="a1"),))
