"""Which words of an attribution relation are source, cue and content, as PolNeAR's annotators would have it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from training.detokenise import CLOSING, OPENING, Token
from training.labelled import Spans
from training.rst import Places, Relation

VERBAL = {"VERB", "AUX"}
EDGES = set(",.;:—–-") | {"--", "...", ".."}
MAIN = {"root", "conj", "parataxis", "acl:relcl"}
RELATIVES = {"who", "which", "that", "whom"}
NOT_FIRST = {"to", "so", "then", "thus", "how", "when", "why", "that"}
# Verbs that say nothing without their object ("made clear", "have no doubt").
LIGHT = {"make", "give", "take", "have", "express", "issue"}
OCCASIONS = {"statement", "interview", "tweet", "letter", "speech", "article", "email", "report", "remark", "post"}
# Words between a noun and its verb that belong to neither, but to the sentence.
OF_THE_SENTENCE = ("obl", "advmod", "advcl", "aux", "mark", "nsubj", "root", "parataxis", "obj", "iobj", "cop")
# What causes, or only keeps a talk going: nothing is said by it.
NO_SAYING = {"ensure", "sure", "cause", "guarantee", "help", "mean", "let", "assume", "remember", "bet"}
FILLERS = {("you", "see"), ("you", "know"), ("we", "see"), ("they", "see"), ("one", "see"), ("you", "find")}
LONGEST = 4  # paragraphs of one content; what is longer is a whole document laid into somebody's mouth


def inside_quotation(tokens: list[Token]) -> list[int]:
    """For every token the number of the outermost quotation that it stands in, marks included; 0 for none."""
    numbers, number, depth = [], 0, 0
    marks = {place: token.tag for place, token in enumerate(tokens) if token.tag in (OPENING, CLOSING)}
    next_mark = _following(marks, len(tokens))
    for place, token in enumerate(tokens):
        if place and not _same_paragraph(tokens, place - 1, place) and next_mark[place] != CLOSING:
            depth = 0
        if token.tag == OPENING:
            number += depth == 0
            depth += 1
        numbers.append(number if depth else 0)
        if token.tag == CLOSING and depth:
            depth -= 1
    return numbers


def _following(marks: dict[int, str], count: int) -> list[str | None]:
    """For every place the first mark at or after it."""
    following: list[str | None] = []
    for place in reversed(range(count)):
        following.append(marks.get(place) or (following[-1] if following else None))
    return following[::-1]


class RelationReader:
    """The words of one relation, as source, cue and content."""

    def __init__(self, tokens: list[Token], quoted: list[int], relation: Relation) -> None:
        self.tokens = tokens
        self.quoted = quoted
        self.relation = relation
        self.satellite = set(relation.satellite)

    def cue(self) -> Places:
        """The verb group of saying; nothing where the satellite is none that says."""
        head = self._head()
        if head is None:
            return ()
        first, last = head, self._cue_end(head)
        while first - 1 in self.satellite and self._in_verb_group(first - 1):
            first -= 1
        while first < head and self.tokens[first].form.lower() in NOT_FIRST:
            first += 1
        if first and self.tokens[first - 1].form == "to":
            return ()  # a purpose ("to show that …")
        return tuple(range(first, last + 1))

    def source(self, cue: Places) -> Places:
        """The noun phrase nearest to the cue that the annotators knew the source by."""
        marked = [place for place in self.relation.source if place not in cue and self._near(place, cue)]
        inside = [place for place in marked if place in self.satellite]
        relatives = [place for place in self.relation.satellite if self._is_relative_subject(place, cue)]
        runs = list(_runs(relatives or inside or marked, self._holds_together))
        if not runs:
            return ()
        run = min(runs, key=lambda run: min(abs(run[-1] - cue[0]), abs(run[0] - cue[-1])))
        phrase = range(self._source_start(run[0], cue), self._source_end(run[-1], cue) + 1)
        return without_edges(self.tokens, tuple(phrase))

    def content(self, cue: Places) -> Places:
        """The words said: those of the sentence and, if quoted, of the whole quotation."""
        if not cue:
            return ()
        here = {self.tokens[place].sentence for place in self.relation.satellite}
        quotations = {self.quoted[place] for place in self.relation.nucleus if self._is_reached(place, here)} - {0}
        kept = [
            place
            for place in self.relation.nucleus
            if self.tokens[place].sentence in here or self.quoted[place] in quotations
        ]
        kept = self._with_whole_quotations(self._with_rest_of_quotation(kept, cue))
        paragraphs = {self.tokens[place].paragraph for place in kept}
        said = tuple(place for place in kept if place not in (*self.source(cue), *cue))
        return without_edges(self.tokens, said) if len(paragraphs) <= LONGEST else ()

    def _head(self) -> int | None:
        """The verb of saying, or the first word of "according to"."""
        phrase = [place for place in self.relation.satellite if self.tokens[place].form.lower() == "according"]
        marked = [place for place in self.relation.cue if place in self.satellite]
        verbs = [place for place in marked if self.tokens[place].pos in VERBAL]
        if phrase and not [place for place in verbs if place not in phrase]:
            return phrase[0]
        if not verbs:
            verbs = [place for place in self.relation.satellite if self._may_say(place)][-1:]
        return verbs[-1] if verbs and self._says(verbs[-1]) else None

    def _may_say(self, place: int) -> bool:
        token = self.tokens[place]
        return token.pos == "VERB" and place not in self.relation.source and token.relation in MAIN

    def _says(self, head: int) -> bool:
        """Is it more than causing, or a word that keeps a talk going?"""
        lemma, after = self.tokens[head].lemma, self.tokens[min(head + 1, len(self.tokens) - 1)].lemma
        subjects = {self.tokens[place].form.lower() for place in self.relation.source}
        if {lemma, after} & NO_SAYING or any((subject, lemma) in FILLERS for subject in subjects):
            return False
        return head not in self.relation.source or len(self.relation.source) > 1

    def _cue_end(self, head: int) -> int:
        if self.tokens[head].form.lower() == "according":
            return head + 1
        end = head
        while end + 1 in self.satellite and self.tokens[end + 1].relation == "compound:prt":
            end += 1
        if self.tokens[head].lemma in LIGHT:
            while end + 1 in self.satellite and self.tokens[end + 1].pos != "PUNCT":
                end += 1
        end = self._occasion_end(end)
        return end + (end + 1 in self.satellite and self.tokens[end + 1].form == ":")

    def _occasion_end(self, end: int) -> int:
        """Where "in a statement" ends, if it follows."""
        if end + 1 not in self.satellite or self.tokens[end + 1].form != "in":
            return end
        for place in range(end + 2, end + 6):
            if place not in self.satellite:
                return end
            if self.tokens[place].lemma in OCCASIONS:
                return place
        return end

    def _in_verb_group(self, place: int) -> bool:
        """Does the word before the cue belong to it ("has not yet", "want to")?"""
        token, after = self.tokens[place], self.tokens[place + 1]
        if place in self.relation.source or (token.pos == "PART" and token.tag == "POS"):
            return False
        if token.pos in ("AUX", "PART"):
            return True
        if token.pos == "ADV":
            return after.pos in VERBAL | {"PART", "ADV"} and token.form[:1].islower()
        return token.pos in ("VERB", "ADJ") and after.form == "to"

    def _near(self, place: int, cue: Places) -> bool:
        return self.tokens[place].sentence == self.tokens[cue[0]].sentence

    def _is_relative_subject(self, place: int, cue: Places) -> bool:
        token = self.tokens[place]
        marked = place in self.relation.source or token.relation.startswith("nsubj")
        return marked and token.tag in ("WP", "WDT") and token.form.lower() in RELATIVES and place < cue[0]

    def _holds_together(self, before: int, after: int) -> bool:
        """Are two marked words of one noun phrase, with nothing but small words between?"""
        between = self.tokens[before + 1 : after]
        return len(between) <= 3 and all(token.pos in ("CCONJ", "ADP", "DET", "PUNCT") for token in between)

    def _source_start(self, first: int, cue: Places) -> int:
        """Where the noun phrase starts: its article, its adjectives."""
        while first - 1 in self.satellite and first - 1 not in cue and self._is_before_noun(self.tokens[first - 1]):
            first -= 1
        return first

    def _is_before_noun(self, token: Token) -> bool:
        return token.relation in ("det", "amod", "compound", "nmod:poss", "nummod") or token.tag == "POS"

    def _source_end(self, last: int, cue: Places) -> int:
        """Where the noun phrase ends, with its apposition and the comma that closes it."""
        limit = cue[0] if last < cue[0] else max(self.satellite) + 1
        between = [place for place in range(last + 1, limit) if place in self.satellite]
        if len(between) != limit - last - 1 or not between:
            return last
        added = [self.tokens[place] for place in between]
        if any(token.relation.startswith(OF_THE_SENTENCE) or token.form == ":" for token in added):
            return last
        return between[-1]

    def _is_reached(self, place: int, here: set[int]) -> bool:
        """Does the word stand in a quotation that the saying sentence opens, continues or introduces?"""
        if self.tokens[place].sentence in here:
            return True
        first, last = min(self.satellite), max(self.satellite)
        return self.quoted[place] > 0 and (
            self.quoted[place] == self._quotation_after(last) or self.quoted[place] == self._quotation_before(first)
        )

    def _quotation_after(self, place: int) -> int:
        return self.quoted[place + 1] if place + 1 < len(self.tokens) else 0

    def _quotation_before(self, place: int) -> int:
        return self.quoted[place - 1] if place else 0

    def _with_whole_quotations(self, kept: list[int]) -> list[int]:
        """A quotation that opens or closes in what is said is said as a whole, unless its own words do the saying."""
        opened = {self.quoted[place] for place in kept if self.tokens[place].tag in (OPENING, CLOSING)}
        opened -= {0, *(self.quoted[place] for place in self.relation.satellite)}
        paragraphs = {self.tokens[place].paragraph for place in kept}
        added = (
            place
            for place, number in enumerate(self.quoted)
            if number in opened and place not in self.satellite and self.tokens[place].paragraph in paragraphs
        )
        return sorted({*kept, *added})

    def _with_rest_of_quotation(self, kept: list[int], cue: Places) -> list[int]:
        """Of a quotation that the saying words split ("A," she said. "B."), the second part too."""
        after = max(self.satellite) + 1
        if not kept or kept[-1] > cue[0] or not self.quoted[kept[-1]] or after >= len(self.tokens):
            return kept
        same_paragraph = self.tokens[after].paragraph == self.tokens[kept[-1]].paragraph
        if not same_paragraph or self.tokens[after].tag != OPENING:
            return kept
        return kept + [place for place in range(after, len(self.tokens)) if self.quoted[place] == self.quoted[after]]


def spans_of(tokens: list[Token], places: Places) -> Spans:
    """The places as stretches of text, each within one paragraph."""
    runs = _runs(places, lambda before, after: after == before + 1 and _same_paragraph(tokens, before, after))
    return tuple((tokens[run[0]].start, tokens[run[-1]].end) for run in runs)


def without_edges(tokens: list[Token], places: Places) -> Places:
    """The places without what punctuates the sentence around each stretch of them."""
    runs = _runs(places, lambda before, after: after == before + 1 and _same_paragraph(tokens, before, after))
    return tuple(place for run in runs for place in _trimmed(tokens, list(run), places))


def _trimmed(tokens: list[Token], run: list[int], whole: Places) -> list[int]:
    """The run without what punctuates the sentence around it; a quotation keeps its own marks."""
    while run and (
        _is_edge(tokens, run[0]) or _is_stray(tokens, run[0], whole) or _is_opening_word(tokens, run, whole)
    ):
        del run[0]
    while run and (_is_edge(tokens, run[-1]) or _is_stray(tokens, run[-1], whole)):
        del run[-1]
    return run


def _is_edge(tokens: list[Token], place: int) -> bool:
    return tokens[place].form in EDGES


def _is_stray(tokens: list[Token], place: int, whole: Places) -> bool:
    """Is it a quotation mark whose other one stands outside?"""
    if tokens[place].tag not in (OPENING, CLOSING):
        return False
    opened = sum(tokens[other].tag == OPENING for other in whole)
    closed = sum(tokens[other].tag == CLOSING for other in whole)
    return opened > closed if tokens[place].tag == OPENING else closed > opened


def _is_opening_word(tokens: list[Token], run: list[int], whole: Places) -> bool:
    """Is it the "But" of a sentence whose saying comes later?"""
    token = tokens[run[0]]
    return run[0] == whole[0] and len(run) > 1 and token.relation == "cc"


def _same_paragraph(tokens: list[Token], before: int, after: int) -> bool:
    return tokens[before].paragraph == tokens[after].paragraph


def _runs(places: Iterable[int], together: Callable[[int, int], bool]) -> Iterator[Places]:
    """The places, cut where one does not hold together with the next."""
    run: list[int] = []
    for place in places:
        if run and not together(run[-1], place):
            yield tuple(run)
            run = []
        run.append(place)
    if run:
        yield tuple(run)
