"""Attribution relations of a small treebank of our own, read as training texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.gum import read_gum
from training.labelled import Labelled

HEADER = """<header><relations>
<rel name="attribution-positive" type="rst"/><rel name="attribution-negative" type="rst"/>
<rel name="joint-list" type="multinuc"/><rel name="same-unit" type="multinuc"/>
</relations></header>"""


def written(folder: Path, name: str, tei: str, rst: str) -> Path:
    """A corpus of one document."""
    for part in ("xml", "rst"):
        (folder / part).mkdir(exist_ok=True)
    (folder / "xml" / f"{name}.xml").write_text(f"<text>\n{tei}\n</text>", encoding="utf-8")
    (folder / "rst" / f"{name}.rs4").write_text(f"<rst>{HEADER}<body>{rst}</body></rst>", encoding="utf-8")
    return folder


def tei(sentence: str) -> str:
    """A paragraph of one sentence out of word/tag/lemma/part/relation, one blank between words."""
    lines = []
    for word in sentence.split():
        form, tag, lemma, part, relation = word.split("|")
        lines.append("\t".join((form, tag, lemma, "_", part, relation)))
    return "<p>\n<s>\n" + "\n".join(lines) + "\n</s>\n</p>"


def shown(text: Labelled) -> list[dict[str, list[str]]]:
    """The words of every attribution, by role."""
    return [
        {
            role: [text.text[start:end] for start, end in spans]
            for role, spans in (("source", one.source), ("cue", one.cue), ("content", one.content))
        }
        for one in text.attributions
    ]


NESTED = tei(
    "Ms.|NP|Ms.|PROPN|nmod:desc Orlo|NP|Orlo|PROPN|nsubj did|VBD|do|AUX|aux n't|RB|not|PART|advmod "
    "say|VV|say|VERB|root that|IN|that|SCONJ|mark Venn|NP|Venn|PROPN|nsubj had|VHD|have|AUX|aux "
    "told|VVN|tell|VERB|ccomp her|PP|she|PRON|iobj the|DT|the|DET|det bridge|NN|bridge|NOUN|nsubj "
    'was|VBD|be|AUX|cop "|``|"|PUNCT|punct safe|JJ|safe|ADJ|ccomp .|SENT|.|PUNCT|punct "|\'\'|"|PUNCT|punct'
)
NESTED_TREE = """
<segment id="1" parent="6" relname="attribution-negative">Ms. Orlo did n't say</segment>
<segment id="2" parent="3" relname="attribution-positive">that Venn had told her</segment>
<segment id="3" parent="6" relname="span">the bridge was " safe . "</segment>
<group id="6" type="span"/>
<signals><signal source="1" type="semantic" subtype="attribution_source" tokens="1,2"/>
<signal source="1" type="lexical" subtype="indicative_word" tokens="5"/>
<signal source="2" type="semantic" subtype="attribution_source" tokens="7"/>
<signal source="2" type="lexical" subtype="indicative_word" tokens="9"/></signals>
"""


def test_a_report_in_a_report_is_nested_and_a_negation_is_in_the_cue(tmp_path: Path) -> None:
    (text,) = read_gum(written(tmp_path, "GUM_news_bridge", NESTED, NESTED_TREE))
    assert text.text == 'Ms. Orlo didn\'t say that Venn had told her the bridge was "safe."'
    assert shown(text) == [
        {
            "source": ["Ms. Orlo"],
            "cue": ["didn't say"],
            "content": ['that Venn had told her the bridge was "safe."'],
        },
        {"source": ["Venn"], "cue": ["had told"], "content": ['the bridge was "safe."']},
    ]


@pytest.mark.parametrize("genre", ["fiction", "letter", "speech", "vlog", "whow"])
def test_a_genre_that_the_licence_does_not_clear_is_left_out(tmp_path: Path, genre: str) -> None:
    assert list(read_gum(written(tmp_path, f"GUM_{genre}_bridge", NESTED, NESTED_TREE))) == []


SPLIT = tei(
    '"|``|"|PUNCT|punct Rain|NN|rain|NOUN|root ,|,|,|PUNCT|punct "|\'\'|"|PUNCT|punct said|VVD|say|VERB|parataxis '
    "the|DT|the|DET|det old|JJ|old|ADJ|amod pilot|NN|pilot|NOUN|nsubj .|SENT|.|PUNCT|punct"
)
SPLIT_TREE = """
<segment id="1" parent="3" relname="span">" Rain , "</segment>
<segment id="2" parent="1" relname="attribution-positive">said the old pilot .</segment>
<group id="3" type="span"/>
<signals><signal source="2" type="semantic" subtype="attribution_source" tokens="8"/>
<signal source="2" type="lexical" subtype="indicative_word" tokens="5"/></signals>
"""


def test_a_quotation_keeps_its_marks_and_a_source_is_the_whole_noun_phrase(tmp_path: Path) -> None:
    (text,) = read_gum(written(tmp_path, "GUM_news_rain", SPLIT, SPLIT_TREE))
    assert shown(text) == [{"source": ["the old pilot"], "cue": ["said"], "content": ['"Rain,"']}]


@pytest.mark.parametrize(
    "satellite, tree",
    [
        ("Image|NN|image|NOUN|root :|:|:|PUNCT|punct Ada|NP|Ada|PROPN|dep", "Image : Ada"),
        ("to|TO|to|PART|mark show|VV|show|VERB|acl", "to show"),
        ("You|PP|you|PRON|nsubj see|VVP|see|VERB|root", "You see"),
    ],
)
def test_what_says_nothing_is_no_attribution(tmp_path: Path, satellite: str, tree: str) -> None:
    said = "it|PP|it|PRON|nsubj rains|VVZ|rain|VERB|root .|SENT|.|PUNCT|punct"
    units = f"""<segment id="1" parent="2" relname="attribution-positive">{tree}</segment>
    <segment id="2" parent="3" relname="span">it rains .</segment><group id="3" type="span"/>
    <signals><signal source="1" type="semantic" subtype="attribution_source" tokens="1"/></signals>"""
    (text,) = read_gum(written(tmp_path, "GUM_bio_rain", tei(f"{satellite} {said}"), units))
    assert text.attributions == ()


def test_orthographic_words_and_paragraphs_come_back(tmp_path: Path) -> None:
    first = "<head>\n<s>\nNews\tNN\tnews\t_\tNOUN\troot\n</s>\n</head>"
    second = """<p>
<s>
A\tDT\ta\t_\tDET\tdet
<w>
six\tCD\tsix\t_\tNUM\tnummod
-\tHYPH\t-\t_\tPUNCT\tpunct
man\tNN\tman\t_\tNOUN\tcompound
</w>
team\tNN\tteam\t_\tNOUN\troot
(\t(\t(\t_\tPUNCT\tpunct
Ada\tNP\tAda\t_\tPROPN\tnmod:poss
's\tPOS\t's\t_\tPART\tcase
)\t)\t)\t_\tPUNCT\tpunct
.\tSENT\t.\t_\tPUNCT\tpunct
</s>
</p>"""
    (text,) = read_gum(written(tmp_path, "GUM_court_team", f"{first}\n{second}", '<segment id="1">News</segment>'))
    assert text.text == "News\n\nA six-man team (Ada's)."
