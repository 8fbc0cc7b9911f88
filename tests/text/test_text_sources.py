import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from papers import PARAGRAPHS, WORDS, article, complaint, docx_of, eml, entries, only, p, pdf_of_lines, scan

from sayso.errors import DocumentTooLarge, EmptyDocument, MissingFile, UnreadableDocument, WrongFormat
from sayso.export.html import page
from sayso.model import Document, DocumentKind, Reading
from sayso.text import Given, read_bytes
from sayso.text.limits import MAX_BYTES

SUBTITLES = b"WEBVTT\n\n00:01.000 --> 00:02.000\nANA: Over.\n"
CORPUS = b'{"id": "first", "text": "One."}\n{broken\n{"text": "Three."}\n'


def put(folder: Path, **files: bytes) -> Path:
    """Write these files; two underscores in a name stand for the dot."""
    for name, data in files.items():
        (folder / name.replace("__", ".")).write_bytes(data)
    return folder


def sources(found: list[Document | UnreadableDocument]) -> list[str]:
    return [entry.source for entry in found if isinstance(entry, Document)]


def problems(found: list[Document | UnreadableDocument]) -> list[str]:
    return [str(entry) for entry in found if isinstance(entry, UnreadableDocument)]


@pytest.mark.parametrize(
    "name, data",
    [
        ("a.txt", WORDS.encode()),
        ("a.MD", WORDS.encode()),
        ("a.html", article(p(WORDS))),
        ("a.PDF", pdf_of_lines([WORDS])),
        ("a.docx", docx_of(WORDS)),
        ("a.eml", eml(WORDS, Subject="x")),
        ("a.vtt", SUBTITLES.replace(b"ANA: Over.", WORDS.encode())),
        ("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\n" + WORDS.encode()),
    ],
)
def test_a_file_is_a_document_that_bears_its_name(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    for place in (tmp_path / name, str(tmp_path / name)):
        document = only(entries(place))
        assert (document.source, document.text.strip()) == (name, WORDS)


@pytest.mark.parametrize(
    "data, kind",
    [
        (article(p(*PARAGRAPHS)), DocumentKind.REPORT),
        (b"  <!-- saved -->\n<html><body>" + p(*PARAGRAPHS).encode(), DocumentKind.REPORT),
        (pdf_of_lines(["Over."]), DocumentKind.REPORT),
        (docx_of("Over."), DocumentKind.REPORT),
        (eml("Over.", From="a@b.example", MIME_Version="1.0"), DocumentKind.STATEMENT),
        (SUBTITLES, DocumentKind.TRANSCRIPT),
        (b"1\n00:00:01,000 --> 00:00:02,000\nANA: Over.\n", DocumentKind.TRANSCRIPT),
        (b'{"text": "Over.", "kind": "post"}\n', DocumentKind.POST),
        (b"From: Ana\nTo: Karl\nSubject: harbour\n\nA memorandum is no mail.", DocumentKind.REPORT),
        (b"<3 and other words", DocumentKind.REPORT),
    ],
)
def test_a_file_without_a_telling_name_is_known_by_its_looks(tmp_path: Path, data: bytes, kind: DocumentKind) -> None:
    (tmp_path / "unnamed").write_bytes(data)
    document = only(entries(tmp_path / "unnamed"))
    assert document.kind is kind
    assert "<" not in document.text or document.text.startswith("<3")


def test_what_the_user_gave_fills_what_the_file_leaves_out(tmp_path: Path) -> None:
    put(
        tmp_path, a__txt=b"Over.", b__html=article(p(*PARAGRAPHS), head="<meta property='og:site_name' content='Post'>")
    )
    one, two = entries(tmp_path, Given(outlet="Tide", published="2031-03-14", kind=DocumentKind.DRAFT))
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert (one.outlet, one.published, one.kind) == ("Tide", "2031-03-14", DocumentKind.DRAFT)
    assert (two.outlet, two.published) == ("Post", "2031-03-14")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    error = complaint(entries(tmp_path / "gone.txt"))
    assert isinstance(error, MissingFile)
    assert str(error) == f"gone.txt is not there. It was looked for in {tmp_path}."


def test_where_a_missing_file_was_looked_for_is_told_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for typed, folder in (("gone.txt", tmp_path), ("in/gone.txt", tmp_path / "in")):
        assert str(complaint(entries(typed))) == f"gone.txt is not there. It was looked for in {folder}."


@pytest.mark.parametrize(
    "typed", ["word" * 50_000, "a/b" * 50_000, "C:\\" * 50_000, "http://127.0.0.1:1/" + "x" * 9000]
)
def test_what_is_far_too_long_for_a_name_is_not_repeated_whole(typed: str) -> None:
    error = complaint(entries(typed))
    assert isinstance(error, MissingFile)
    assert len(str(error)) < 800


def test_a_file_address_is_the_path_in_it(tmp_path: Path) -> None:
    put(tmp_path, **{"my notes__txt": b"Over."})
    for address in (f"file://{tmp_path}/my%20notes.txt", f"FILE://localhost{tmp_path}/my notes.txt"):
        document = only(entries(address))
        assert (document.source, document.text) == ("my notes.txt", "Over.")
    assert only(entries(f"file://{tmp_path}")).source == "my notes.txt"


@pytest.mark.parametrize("address", ["ftp://host/a.txt", "sftp://host/a", "s3://box/a.txt", "file://host/share/a.txt"])
def test_an_address_of_another_kind_is_one_clear_sentence(address: str) -> None:
    error = complaint(entries(address))
    assert isinstance(error, MissingFile)
    told = "is not opened: only http and https are. Save the page in a browser, and read the file."
    assert str(error) == f"{address} {told}"


@pytest.fixture
def secret(tmp_path: Path) -> Iterator[Path]:
    """A file that may not be opened. Root may open everything, so root becomes somebody else for a while."""
    place = put(tmp_path, secret__txt=b"Over.") / "secret.txt"
    place.chmod(0)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    yield place
    if is_root:
        os.seteuid(0)


def test_a_file_that_may_not_be_opened_is_named(secret: Path) -> None:
    error = complaint(entries(secret))
    assert isinstance(error, MissingFile)
    assert str(error) == "secret.txt may not be opened. Give yourself the right to read it."


def test_a_pipe_or_device_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for place in (tmp_path / "pipe.txt", Path("/dev/zero")):
        error = complaint(entries(place))
        assert isinstance(error, MissingFile)
        assert "is no file but a pipe or device" in str(error)


def test_a_broken_link_is_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert isinstance(complaint(entries(tmp_path / "link.txt")), MissingFile)


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 5000, "a/b/c.txt", ""])
def test_an_impossible_name_is_a_missing_file_or_an_empty_folder(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert isinstance(complaint(entries(name)), MissingFile | EmptyDocument)


def test_a_file_over_the_size_limit_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as big:
        big.truncate(MAX_BYTES + 1)
    error = complaint(entries(tmp_path / "big.txt"))
    assert isinstance(error, DocumentTooLarge)
    assert str(error) == "big.txt is over 50 MB, the limit for one file. Split it, and read the parts."


def test_a_folder_is_read_by_name_to_its_depth_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b" / "deep").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    put(tmp_path, c__txt=b"3", a__txt=b"1")
    put(tmp_path / "b", z__txt=b"2b")
    put(tmp_path / "b" / "deep", y__txt=b"2a")
    put(tmp_path / ".git", config__txt=b"no")
    put(tmp_path, **{".hidden__txt": b"no", "~$c__docx": b"no"})
    assert sources(entries(tmp_path)) == ["a.txt", "y.txt", "z.txt", "c.txt"]


def test_a_folder_that_links_to_itself_is_read_once(tmp_path: Path) -> None:
    put(tmp_path, a__txt=b"1")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert sources(entries(tmp_path)) == ["a.txt"]


def test_what_a_browser_stores_beside_a_page_is_passed_over(tmp_path: Path) -> None:
    put(tmp_path, story__html=article(p(*PARAGRAPHS)))
    (tmp_path / "story_files").mkdir()
    put(tmp_path / "story_files", ad__html=b"<p>Buy</p>", style__css=b"p {}")
    assert sources(entries(tmp_path)) == ["story.html"]


def test_a_folder_of_good_and_bad_files_keeps_the_good_and_names_the_bad(tmp_path: Path) -> None:
    put(
        tmp_path,
        a_report__html=article(p(*PARAGRAPHS)),
        b_empty__txt=b"",
        c_junk__txt=b"\0\1\2",
        d_cut__pdf=pdf_of_lines(["Over."])[:200],
        e_locked__pdf=pdf_of_lines(["Over."], encrypt="secret"),
        f_scan__pdf=scan(),
        g_cut__docx=docx_of("Over.")[:500],
        h_scripts__html=b"<html><body><script>x()</script></body></html>",
        i_broken__vtt=b"WEBVTT\n\nno cues",
        j_table__xlsx=b"PK\x03\x04",
        k_picture__png=b"\x89PNG",
        l_corpus__jsonl=CORPUS,
        m_note=b"A note without a suffix.",
        n_data__json=b"{}",
        z_plan__docx=docx_of("Over."),
    )
    (tmp_path / "o_gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "p_pipe.txt")
    found = entries(tmp_path)
    assert sources(found) == ["a_report.html", "first", "l_corpus.jsonl:3", "m_note", "z_plan.docx"]
    named = [problem.split()[0] for problem in problems(found)]
    assert named == [
        *("b_empty.txt", "c_junk.txt", "d_cut.pdf", "e_locked.pdf", "f_scan.pdf", "g_cut.docx", "h_scripts.html"),
        *(
            "i_broken.vtt",
            "j_table.xlsx",
            "k_picture.png",
            "l_corpus.jsonl:2",
            "n_data.json",
            "o_gone.txt",
            "p_pipe.txt",
        ),
    ]


def test_every_complaint_is_one_line_that_ends_in_advice(tmp_path: Path) -> None:
    put(
        tmp_path,
        a__doc=b"x",
        b__csv=b"x",
        c__mp3=b"x",
        d__zip=b"x",
        e__pdf=b"x",
        f__txt=b"",
        g__msg=b"x",
        h__jsonl=b"x",
    )
    found = problems(entries(tmp_path))
    assert len(found) == 8
    for problem in found:
        assert "\n" not in problem
        assert problem.count(". ") >= 1
        assert problem.endswith(".")


def kept_by_sayso(name: str) -> bytes:
    """A file as sayso leaves it in the user's folder."""
    if name.endswith(".html"):
        return page(Reading(Document("“It is over,” Ada Vento said.", "a.txt", title="x" * 500))).encode()
    return b"SQLite format 3\0" + bytes(100) if name.endswith(".db") else b"\0\x01" * 40


@pytest.mark.parametrize(
    "names",
    [
        ("sayso.db",),
        ("sayso.db", "sayso.db-wal", "sayso.db-shm"),
        ("my record.db", "my record.db-journal"),
        ("saved.html",),
    ],
)
def test_what_sayso_keeps_in_a_folder_is_no_document_of_it(tmp_path: Path, names: tuple[str, ...]) -> None:
    (tmp_path / "story.txt").write_bytes(b"Over.")
    for name in names:
        (tmp_path / name).write_bytes(kept_by_sayso(name))
    found = entries(tmp_path)
    assert (sources(found), problems(found)) == (["story.txt"], [])


@pytest.mark.parametrize(
    "name, data",
    [
        ("notes-journal", WORDS.encode()),  # a name alone does not make it sayso's
        ("about.html", article(p(*PARAGRAPHS), head="<title>We tried it · sayso</title>")),
        ("policy.html", article(p(*PARAGRAPHS), head="<meta content=\"default-src 'none'; style-src 'sha256-x'\">")),
    ],
)
def test_what_only_looks_like_sayso_s_own_is_read(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert sources(entries(tmp_path)) == [name]


def test_a_pipe_in_a_folder_is_told_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    assert "is no file but a pipe" in str(complaint(entries(tmp_path)))


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert str(complaint(entries(tmp_path))).endswith(
        "is a folder without documents. Put them there, and read it again."
    )


@pytest.mark.parametrize(
    "name, shown",
    [
        ("two words.txt", "two words.txt"),
        ("two\nlines.txt", "two lines.txt"),
        ("Пётр “наш”.txt", "Пётр “наш”.txt"),
        (os.fsdecode(b"na\xefve.txt"), "na\\xefve.txt"),
        ("-.txt", "-.txt"),
    ],
)
def test_any_name_can_be_printed_and_stored(tmp_path: Path, name: str, shown: str) -> None:
    (tmp_path / name).write_bytes(b"Over.")
    assert only(entries(tmp_path / name)).source == shown
    assert sources(entries(tmp_path)) == [shown]
    assert shown.encode()


def from_standard_input(data: bytes, monkeypatch: pytest.MonkeyPatch, given: Given | None = None) -> Document:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    return only(entries("-", given))


def test_standard_input_is_read_by_its_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert from_standard_input(b"One.\r\nTwo.", monkeypatch) == Document("One.\nTwo.", "standard input")
    assert from_standard_input(article(p(*PARAGRAPHS)), monkeypatch).text == "\n\n".join(PARAGRAPHS)
    assert from_standard_input(b'{"id": "x", "text": "Over."}', monkeypatch).source == "x"
    assert (
        from_standard_input(b"Over.", monkeypatch, Given(source="answer of the machine")).source
        == "answer of the machine"
    )


def test_nothing_on_standard_input_is_an_empty_document(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert str(complaint(entries("-"))).startswith("standard input is empty. ")


def test_bytes_of_an_upload_are_read_by_name() -> None:
    assert only(list(read_bytes(docx_of("Over."), "folder/plan.docx"))).text == "Over."
    assert isinstance(complaint(list(read_bytes(b"x", "table.xlsx"))), WrongFormat)
