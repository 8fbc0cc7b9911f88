"""The weights of antecedents: learnt from cases, and brackets of coreference read."""

from __future__ import annotations

from pathlib import Path

from training.antecedents import fitted, right, written
from training.coreference import read_linked

CASES = [[({"near": 1.0}, True), ({"far": 1.0}, False)], [({"far": 1.0}, False), ({"near": 1.0, "far": 1.0}, True)]]


def test_what_tells_for_the_right_one_weighs_more() -> None:
    weights = fitted(CASES)
    assert weights["near"] > weights["far"]
    assert right(weights, CASES) == 1.0
    assert f'"near" = {weights["near"]}' in written(weights)


def test_brackets_with_one_number_are_one_entity(tmp_path: Path) -> None:
    (tmp_path / "xml").mkdir()
    (tmp_path / "coref" / "gum" / "conll").mkdir(parents=True)
    said = [
        ("Ada", "(person-1-Ada_Vento"),
        ("Vento", "person-1-Ada_Vento)"),
        ("sold", "_"),
        ("her", "(object-2(person-1)"),
    ]
    said += [("boat", "object-2)")]
    rows = "\n".join(f"{i}\t{word}\t{mark}" for i, (word, mark) in enumerate(said))
    (tmp_path / "coref" / "gum" / "conll" / "GUM_news_boat.conll").write_text(f"# begin document\n{rows}\n")
    lines = "\n".join("\t".join((word, "NN", word, "_", "NOUN", "dep")) for word, _ in said)
    (tmp_path / "xml" / "GUM_news_boat.xml").write_text(f"<text>\n<p>\n<s>\n{lines}\n</s>\n</p>\n</text>")
    (document,) = read_linked(tmp_path, {"news"})
    found = [(document.text[m.start : m.end], m.entity) for m in document.mentions]
    assert found == [("Ada Vento", "person-1"), ("her boat", "object-2"), ("her", "person-1")]
    assert document.mentions[0].sort == "person"
