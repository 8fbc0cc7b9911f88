import pytest
from papers import read, refused

from sayso.errors import UnreadableDocument, WrongFormat
from sayso.model import Document, DocumentKind
from sayso.text import read_bytes

Cue = tuple[float, str]


def clock(seconds: float, mark: str) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"00:{int(minutes):02}:{rest:06.3f}".replace(".", mark)


def vtt(*cues: Cue, header: str = "WEBVTT") -> bytes:
    """Subtitles of these starting seconds and words, each a second long."""
    blocks = [f"{clock(start, '.')} --> {clock(start + 1, '.')}\n{words}" for start, words in cues]
    return "\n\n".join([header, *blocks]).encode()


def srt(*cues: Cue) -> bytes:
    blocks = [
        f"{number}\n{clock(start, ',')} --> {clock(start + 1, ',')}\n{words}"
        for number, (start, words) in enumerate(cues, 1)
    ]
    return "\n\n".join(blocks).encode()


THREE = ((1, "ANA: One."), (5, "ANA: Lost."), (9, "KARL: Three."))
TURNS = [
    (
        [(1, "<v Ana Petrov>Good morning."), (2, "<v Ana Petrov>Shall we?"), (3, "<v Karl>Yes.")],
        "Ana Petrov: Good morning. Shall we?\n\nKarl: Yes.",
    ),
    (
        [(1, "<v.loud Ana Petrov>Good <i>morning</i>,\nKarl.</v>\n<v Karl>Yes &amp; no.")],
        "Ana Petrov: Good morning, Karl.\n\nKarl: Yes & no.",
    ),
    (
        [(1, "<v Ana>Over."), (2, "[a door]"), (3, "<v Ana>Over, I said.")],
        "Ana: Over.\n\n[a door]\n\nAna: Over, I said.",
    ),
    (
        [(1, "Ana Petrov: Good morning."), (2, "Ana Petrov: Shall we?"), (3, "karl_b: Yes.")],
        "Ana Petrov: Good morning. Shall we?\n\nkarl_b: Yes.",
    ),
    (
        [(1, "Ana Petrov: One."), (2, "phone of karl: Two."), (3, "Ana Petrov: Three.")],
        "Ana Petrov: One.\n\nphone of karl: Two.\n\nAna Petrov: Three.",
    ),
    (
        [(1, "PETROV: Good morning,\neverybody."), (2, "Note: it is late."), (3, "BRANDT: Yes.")],
        "PETROV: Good morning, everybody. Note: it is late.\n\nBRANDT: Yes.",
    ),
    ([(1, "PETROV: One.\nBRANDT: Two."), (2, "and three.")], "PETROV: One.\n\nBRANDT: Two. and three."),
    ([(1, "PETROV:\nOne."), (2, "BRANDT: Two.")], "PETROV: One.\n\nBRANDT: Two."),
    ([(1, ">> Good morning."), (2, "everybody."), (3, ">> Yes.")], "Good morning. everybody.\n\nYes."),
    ([(1, "- Over?\n- Over."), (2, "No labels")], "Over?\n\nOver. No labels"),
    ([(1, "One"), (2, "and two."), (9, "Long after.")], "One and two.\n\nLong after."),
    ([(1, "{\\an8}<font color='red'>One</font><00:00:01.500><c> two</c>")], "One two"),
]


@pytest.mark.parametrize("cues, text", TURNS)
def test_cues_become_turns(cues: list[Cue], text: str) -> None:
    document = read(vtt(*cues), "call.vtt")
    assert document.text == text
    assert document.kind is DocumentKind.TRANSCRIPT


@pytest.mark.parametrize("cues, text", TURNS)
def test_srt_is_read_like_vtt(cues: list[Cue], text: str) -> None:
    assert read(srt(*cues), "call.srt").text == text


def test_every_time_is_kept_at_the_words_it_belongs_to() -> None:
    document = read(vtt((1.5, "Ana: Good morning."), (2, "Ana: Shall we?"), (61.25, "Karl: Yes.")), "call.vtt")
    found = [(code.seconds, document.text[code.start :].split()[0]) for code in document.timecodes]
    assert found == [(1.5, "Good"), (2.0, "Shall"), (61.25, "Yes.")]


def test_the_header_is_the_title_and_notes_are_left_out() -> None:
    document = read(vtt((1, "Ana: Over."), header="WEBVTT - Call of 14 March\n\nNOTE by the desk"), "call.vtt")
    assert (document.title, document.text) == ("Call of 14 March", "Ana: Over.")


def test_windows_line_ends_and_marks_are_no_hindrance() -> None:
    data = b"\xef\xbb\xbf" + vtt((1, "Ana: One."), (2, "Ana: Two.")).replace(b"\n", b"\r\n")
    assert read(data, "call.vtt").text == "Ana: One. Two."


@pytest.mark.parametrize(
    "data, problem",
    [
        (b"no subtitles", "does not begin with WEBVTT"),
        (b"WEBVTT\n\nAna: no times at all", "holds no subtitles"),
        (b"WEBVTT\n\n00:00:xx --> yy:01\nAna: Over.", "holds subtitles with broken times only"),
        (b"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<i></i>\n", "holds no text"),
    ],
)
def test_broken_vtt_is_refused(data: bytes, problem: str) -> None:
    error = refused(data, "call.vtt")
    assert isinstance(error, UnreadableDocument)
    assert str(error).startswith(f"call.vtt {problem}")


def test_broken_srt_is_refused() -> None:
    assert isinstance(refused(b"1\n00:00:xx --> 00:01\nAna: Over.", "call.srt"), WrongFormat)


@pytest.mark.parametrize("data, name", [(vtt(*THREE), "call.vtt"), (srt(*THREE), "call.srt")])
def test_a_cue_with_broken_times_costs_only_itself_and_is_told(data: bytes, name: str) -> None:
    document, error = read_bytes(data.replace(b"00:00:05", b"00:0x:05"), name)
    assert isinstance(document, Document)
    assert document.text == "ANA: One.\n\nKARL: Three."
    assert str(error).startswith(f"{name} has 1 of 3 subtitles with broken times, which are left out.")
