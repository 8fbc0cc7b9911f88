"""What counts as the same words: one table, grouped by reason. Original first, then the printing."""

import pytest
from _pytest.mark import ParameterSet

from sayso.model import Verdict
from sayso.pins import compare

VERBATIM = {
    "the whole": [("We will not sign.", "We will not sign."), ("No.", "No."), ("1,000 men", "1,000 men")],
    "a part, cut at word ends": [
        ("We will not sign, he said, and left.", "We will not sign"),
        ("We will not sign, he said, and left.", "We will not sign,"),
        ("Did they go?", "Did they go"),
        ("We told them (twice) to go", "(twice)"),
        ("He left—eight men stayed.", "eight men stayed"),
        ("They waited...eight men stayed", "eight men stayed"),
        ("It rose to $5 million in May", "$5 million"),
        ("It fell to -5 degrees", "-5 degrees"),
        ("I said: “Go now.”", "Go now"),
        ("We leave the U.S. today", "We leave the U.S"),
        ("Go-betweens met in Oslo", "Go-betweens met"),
    ],
    "other scripts": [("Он сказал: мы подпишем.", "мы подпишем"), ("彼は「行く」と言った", "彼は「行く」と言った")],
    "signs only": [("🔥🔥 said the post", "🔥🔥")],
}

TYPOGRAPHIC = {
    "quotation marks": [
        ("He called it “a joke” today", 'He called it "a joke" today'),
        ("He called it “a joke” today", "He called it ‘a joke’ today"),
        ("He called it 'a joke' today", "He called it «a joke» today"),
        ("He called it “a joke” today", "He called it „a joke“ today"),
        ("He called it “a joke” today", "He called it ``a joke'' today"),
        ("He called it “a joke” today", "He called it ‹a joke› today"),
        ("He called it “a joke,” and left", "He called it 'a joke', and left"),
        ("“He told me ‘go’ twice,” she said", '"He told me "go" twice'),
        ("He called it a joke today", "He called it “a joke” today"),
        ('Now "Go" was the order', "Now ”Go” was the order"),
        ("the ‘big boss’ left early", "the 'big boss' left early"),
    ],
    "apostrophes": [
        ("We're not going; don't ask", "We’re not going; don’t ask"),
        ("We’re not going", "We`re not going"),
        ("We’re not going", "We´re not going"),
        ("We’re not going", "We′re not going"),
        ("We’re not going", "Weʼre not going"),
        ("We’re not going", "We‘re not going"),
        ("It's ours", "It''s ours"),
        ("the dogs' bowls are full", "the dogs’ bowls are full"),
        ("get 'em all out", "get ’em all out"),
        ("back in the '90s they did", "back in the ’90s they did"),
        ("rock 'n' roll is dead", "rock ’n’ roll is dead"),
        ("He is 5'11\" tall", "He is 5′11″ tall"),
    ],
    "dashes": [
        ("peace — not war — is it", "peace – not war – is it"),
        ("peace — not war — is it", "peace—not war—is it"),
        ("peace — not war — is it", "peace -- not war -- is it"),
        ("peace — not war — is it", "peace - not war - is it"),
        ("peace--not war", "peace—not war"),
        ("peace --- not war", "peace — not war"),
        ("peace―not war", "peace—not war"),
        ("a 20-point plan", "a 20‐point plan"),
        ("a 20-point plan", "a 20‑point plan"),
        ("a 20-point plan", "a 20–point plan"),
        ("minus: -5 degrees", "−5 degrees"),
        ("minus: -5 degrees", "–5 degrees"),
        ("pages 5-6 of it", "pages 5–6 of it"),
        ("the Trump-Putin call", "the Trump–Putin call"),
    ],
    "spaces": [
        ("We will go now", "We  will go\u00a0now"),
        ("We will go now", "We will\ngo now"),
        ("We will go now", "We will\r\n   go\tnow"),
        ("We will go now", "We\u2009will\u202fgo\u3000now"),
        ("Why? Because we can!", "Why\u00a0? Because we can\u202f!"),
        ("It is 5% up", "It is 5 % up"),
        ("It is 1 000 men", "It is 1\u202f000 men"),
        ("It cost €5 in all", "It cost € 5 in all"),
        ("The U.S. left it", "The U. S. left it"),
        ("Yes; no. Maybe", "Yes ; no.Maybe"),
        ("either/or it is", "either / or it is"),
    ],
    "ligatures": [
        ("the final offer", "the ﬁnal oﬀer"),
        ("the ﬂag of office", "the flag of oﬃce"),
        ("an aﬄuent man", "an affluent man"),
    ],
    "hyphenation at line ends": [
        ("a peaceful man", "a peace-\nful man"),
        ("a peace-\nful man", "a peaceful man"),
        ("a peace-\n   ful man", "a peaceful man"),
        ("a peace‐\r\nful man", "a peaceful man"),
        ("a peace\u00ad\nful man", "a peaceful man"),
        ("a long-\nterm plan", "a long-term plan"),
        ("a peace\u00adful man", "a peaceful man"),
        ("a 20-\npoint plan", "a 20-point plan"),
        ("negoti-\nations and hos-\ntages", "negotiations and hostages"),
    ],
    "ellipsis characters": [
        ("Wait… what is it", "Wait... what is it"),
        ("Wait… what is it", "Wait . . . what is it"),
        ("Wait …what is it", "Wait... what is it"),
        ("My recommendation…. I would call", "My recommendation.... I would call"),
        ("Wait… what is it", "Wait‥ what is it"),
    ],
    "an ellipsis at either end": [
        ("And then we will go to them", "…we will go…"),
        ("And then we will go to them", "... we will go ..."),
        ("And then we will go to them", "[…] we will go [...]"),
    ],
    "the first letter": [
        ("and we will go", "We will go"),
        ("We will go", "we will go"),
        ("and we will go", "[W]e will go"),
        ("We will go", "[w]e will go"),
        ("élan is all", "Élan is all"),
        ("So we go; they stay", "So we go; [T]hey stay"),
        ("We win. We always win", "We win. [w]e always win"),
        ("[W]e will go", "We will go"),
    ],
    "closing stop or comma": [
        ("We will go. Then they came", "We will go,"),
        ("We will go and they came", "We will go."),
        ("We will go, he said", "We will go."),
        ("We will go; they came", "We will go,"),
    ],
    "Unicode form": [
        ("the café is shut", "the cafe\u0301 is shut"),
        ("the cafe\u0301 is shut", "the café is shut"),
        ("We will go", "Ｗｅ　ｗｉｌｌ　ｇｏ"),
        ("at 15:30, 5%", "at １５：３０， ５％"),
        ("Ångström was there", "Å\u006egström was there".replace("Å", "\u212b")),
        ("한국 정부가 말했다", "\u1112\u1161\u11ab국 정부가 말했다"),
        ("a\u0323\u0307 mark here", "a\u0307\u0323 mark here"),
        ("We will go", "𝐖𝐞 will go"),
    ],
    "invisible characters": [
        ("We will go", "We\u200b will\u2060 go\ufeff"),
        ("We will go", "\u200eWe wi\u200dll go"),
        ("love ❤️ and peace", "love ❤ and peace"),
    ],
    "several at once": [
        ("“We’re done—it’s ﬁnished,” he said", "[w]e're done -- it's finished."),
        ("the cease-\nﬁre… we\u00a0won’t break it", "The ceasefire ... we won't  break it,"),
    ],
}

MARKED = {
    "words left out": [
        ("I would make the call and just reiterate that you agree", "I would make the call … you agree"),
        ("I would make the call and just reiterate that you agree", "I would make the call ... you agree"),
        ("I would make the call and just reiterate that you agree", "I would [...] reiterate that you agree"),
        ("We go. They never came. We stay.", "We go. … We stay."),
        ("We go, they came. And we stay.", "We go … [W]e stay."),
    ],
    "words put in": [
        ("He told him to sign it", "He told [the envoy] to sign it"),
        ("He told him to sign it", "[Rossi] told him to sign it"),
        ("It was their best chance", "It was their [the rebels’] best chance"),
        ("They dont know it", "They dont [sic] know it"),
        ("They want it now", "They want[ed] it now"),
    ],
}

ALTERED = {
    "a word": [
        ("We will sign the plan", "We will read the plan"),
        ("We will sign the plan", "We will sign the plans"),
        ("We will sign the plan", "We will sign a plan"),
        ("We will sign the plan", "We will sign plan"),
        ("We will sign the plan", "We will gladly sign the plan"),
        ("We will sign the plan", "We sign will the plan"),
        ("per cent of voters", "percent of voters"),
        ("We may sign the plan", "We must sign the plan"),
        ("all of the hostages", "some of the hostages"),
        ("on the colour of it", "on the color of it"),
        ("anyone can do it", "any one can do it"),
        ("every day it rains", "everyday it rains"),
        ("cash & carry it", "cash and carry it"),
        ("the encyclopædia says", "the encyclopedia says"),
    ],
    "a negation": [
        ("We will not sign the plan", "We will sign the plan"),
        ("We will sign the plan", "We will not sign the plan"),
        ("We can't sign the plan", "We can sign the plan"),
        ("We can sign the plan", "We can’t sign the plan"),
        ("We can not sign the plan", "We cannot sign the plan"),
        ("We never promised that", "We ever promised that"),
        ("a non-aggression pact", "an aggression pact"),
        ("It was unlawful to go", "It was lawful to go"),
        ("We shall not go there", "We shall go there"),
    ],
    "a number": [
        ("It was 1.5 million", "It was 15 million"),
        ("It was 1.5 million", "It was 1,5 million"),
        ("It was 1. 5 million", "It was 1.5 million"),
        ("It was 1,000 men", "It was 1.000 men"),
        ("It was 1,000 men", "It was 1000 men"),
        ("It was 1 000 men", "It was 1000 men"),
        ("It was 25 million", "It was 5 million"),
        ("It was -5 outside", "It was 5 outside"),
        ("It was 5–6 hours", "It was 56 hours"),
        ("It was 5-6 hours", "It was 5 6 hours"),
        ("It was $5 at most", "It was 5 at most"),
        ("It was $5 at most", "It was €5 at most"),
        ("It was US$5 at most", "It was A$5 at most"),
        ("It rose 5% a year", "It rose 5 a year"),
        ("It rose 5% a year", "It rose 5‰ a year"),
        ("the area is x² here", "the area is x2 here"),
        ("the area is 10³ here", "the area is 103 here"),
        ("it took 1½ hours", "it took 11/2 hours"),
        ("it took ½ hours", "it took 1/2 hours"),
        ("point ① is dead", "point 1 is dead"),
        ("World War Ⅱ is over", "World War II is over"),
        ("World War II is over", "World War I is over"),
        ("a 20-point plan", "a 28-point plan"),
        ("a 20-point plan", "a 20 point plan"),
        ("a 20-\npoint plan", "a 20point plan"),
        ("twenty-eight points stand", "twenty eight points stand"),
        ("at 10:30 he left", "at 1030 he left"),
        ("at 10:30 he left", "at 10.30 he left"),
        ("about 5+ men left", "about 5 men left"),
        ("about >5 men left", "about 5 men left"),
        ("about ٥ men left", "about 5 men left"),
        ('a 6" pipe burst', "a 6 pipe burst"),
        ("about 1O men left", "about 10 men left"),
        ("pages 5-\n6 of it", "pages 56 of it"),
    ],
    "a name": [
        ("when Zelenskyy came here", "when Zelensky came here"),
        ("the Müller report is out", "the Muller report is out"),
        ("the Müller report is out", "the Mueller report is out"),
        ("the Weiß report is out", "the Weiss report is out"),
        ("the Straße report is out", "the STRASSE report is out"),
        ("when Putin came here", "when Рutin came here"),
        ("when Anna came here", "when Аnnа came here"),
        ("when O’Brien came here", "when OBrien came here"),
        ("when Jean-Luc came here", "when Jean Luc came here"),
        ("when Rossi and Maas came", "when Maas and Rossi came"),
    ],
    "the case of any other letter": [
        ("the Polish question is open", "the polish question is open"),
        ("they left us there", "they left US there"),
        ("WE WILL GO", "We will go"),
        ("so we Will go", "so we will go"),
        ("We go. And they stay", "We go. and they stay"),
    ],
    "an apostrophe or hyphen": [
        ("we're in charge here", "were in charge here"),
        ("We'll go there soon", "Well go there soon"),
        ("its own people know", "it's own people know"),
        ("the dogs' bowls are full", "the dogs bowls are full"),
        ("the dog's bowls are full", "the dogs' bowls are full"),
        ("He will re-sign it soon", "He will resign it soon"),
        ("a long-term plan", "a longterm plan"),
        ("get 'em all out", "get em all out"),
        ("a peace-ful man", "a peaceful man"),
    ],
    "punctuation inside": [
        ("Go, now or never", "Go now or never"),
        ("We go. We stay", "We go, we stay"),
        ("Let's eat, Grandma, now", "Let's eat Grandma now"),
        ("We won? Never mind", "We won. Never mind"),
        ("We won? Never mind", "We won! Never mind"),
        ("We won? He laughed", "We won."),
        ("We go (not they)", "We go not they"),
        ("We wait… and see", "We wait and see"),
    ],
    "a word cut in two": [
        ("The party is over", "Art is over"),
        ("twenty-eight men died", "eight men died"),
        ("COVID-19 cases rose", "19 cases rose"),
        ("He doesn't know it", "t know it"),
        ("a cafe\u0301 opened here", "a cafe opened here"),
        ("A peace-\nful man", "A peace man"),
        ("ex-president Maas left", "president Maas left"),
    ],
    "hidden at a mark": [
        ("We will never go to Paris", "We will … go to Paris"),
        ("We will go to Paris", "We will [not] go to Paris"),
        ("We lost six men there", "We lost [five] men there"),
        ("We told Maas to leave it", "We told [Rossi] to leave it"),
        ("We like him not at all. He is great", "We like him … He is great"),
        ("We wanted to go home", "We want[ed] to go home"),
        ("We go.\n\nThey came to stay", "We go … to stay"),
        ("ROSSI: We will sign\nMAAS: Never in my life", "We will sign … in my life"),
    ],
    "half of the words": [
        ("one two three four", "one two five six"),
        ("Sign the treaty tomorrow", "We sign treaty papers"),
    ],
}

ABSENT = {
    "other words": [
        ("We will sign the plan", "The weather is lovely"),
        ("We will sign the plan", "Nobody here ever saw that plan"),
        ("one two three four", "one five six seven"),
        ("We will not sign", ""),
        ("We will not sign", "…"),
        ("", "We will not sign"),
    ],
    "inside other words": [("The party went on", "art"), ("It was 25 million", "5"), ("unhappy men", "happy")],
    "only the commonest words": [("the president in Moscow is angry", "the weather in Paris is lovely")],
}


Table = dict[str, list[tuple[str, str]]]


def _cases(verdict: Verdict, table: Table) -> list[ParameterSet]:
    return [
        pytest.param(original, printed, verdict, id=f"{verdict}: {reason}: {printed}")
        for reason, pairs in table.items()
        for original, printed in pairs
    ]


@pytest.mark.parametrize(
    "original, printed, verdict",
    [
        *_cases(Verdict.VERBATIM, VERBATIM),
        *_cases(Verdict.TYPOGRAPHIC, TYPOGRAPHIC),
        *_cases(Verdict.TYPOGRAPHIC, MARKED),
        *_cases(Verdict.ALTERED, ALTERED),
        *_cases(Verdict.ABSENT, ABSENT),
    ],
)
def test_a_printing_stands_to_its_original_as_the_table_says(original: str, printed: str, verdict: Verdict) -> None:
    assert compare(original, printed).verdict == verdict
