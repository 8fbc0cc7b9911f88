import pytest
from papers import PARAGRAPHS, eml, p, read, refused

from sayso.errors import EmptyDocument, WrongFormat
from sayso.model import DocumentKind

HEADERS = {
    "From": "Press Office <press@lake.example>",
    "Date": "Fri, 14 Mar 2031 10:30:00 +0100",
    "Subject": "Statement – for release",
}
TEXT = "\n\n".join(PARAGRAPHS)


def test_a_mail_is_a_statement_by_its_sender() -> None:
    document = read(eml(TEXT, **HEADERS), "statement.eml")
    assert document.kind is DocumentKind.STATEMENT
    assert (document.author, document.title) == ("Press Office", "Statement – for release")
    assert document.published == "2031-03-14T10:30:00+01:00"
    assert document.text == TEXT + "\n"


def test_plain_text_is_preferred_to_html() -> None:
    assert read(eml("Plain.", "<p>Marked up.</p>", **HEADERS), "s.eml").text == "Plain.\n"


def test_html_serves_where_there_is_no_plain_text() -> None:
    markup = f"<html><head><style>p {{}}</style></head><body>{p(*PARAGRAPHS)}<script>x()</script></body></html>"
    assert read(eml(None, markup, **HEADERS), "s.eml").text == TEXT
    assert read(eml(" ", markup, **HEADERS), "s.eml").text == TEXT


@pytest.mark.parametrize(
    "body",
    [
        b"Content-Type: text/plain; charset=iso-8859-1\r\n\r\nna\xefve\r\nbar",
        b"Content-Type: text/plain; charset=no-such-thing\r\n\r\nna\xefve\r\nbar",
        b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nbmHDr3ZlDQpiYXI=",
        b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"na=C3=AFve\r\nb=\r\nar",
        "\r\nnaïve\r\nbar".encode(),
    ],
)
def test_the_body_is_decoded_as_it_says(body: bytes) -> None:
    assert read(b"From: a@b.example\r\n" + body, "s.eml").text == "naïve\nbar"


@pytest.mark.parametrize(
    "header, author",
    [
        (b"From: a@b.example", "a@b.example"),
        (b'From: "Orrow, Nadia" <n@b.example>', "Orrow, Nadia"),
        (b"From: =?utf-8?Q?Ana_Petrovi=C4=87?= <a@b.example>", "Ana Petrović"),
        (b"X-From: nobody", None),
    ],
)
def test_the_sender_is_named_as_the_mail_names_it(header: bytes, author: str | None) -> None:
    assert read(header + b"\nSubject: x\n\nOver.", "s.eml").author == author


@pytest.mark.parametrize("header", [b"From: @@<>,;:", b"From: =?x?Q?=FF?=", b"Date: Mon, 99", b"From: \xff\xfe"])
def test_a_bad_header_does_not_cost_the_mail(header: bytes) -> None:
    assert read(header + b"\nSubject: x\n\nOver.", "s.eml").text == "Over."


def test_a_bad_date_stays_unknown() -> None:
    assert read(b"From: a@b.example\nDate: soon\n\nOver.", "s.eml").published is None


@pytest.mark.parametrize("data", [b"no headers at all", b"\n\nOver.", b"X-Other: 1\n\nOver."])
def test_a_file_without_headers_is_no_mail(data: bytes) -> None:
    assert isinstance(refused(data, "s.eml"), WrongFormat)


def test_a_mail_of_attachments_names_them() -> None:
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["From"] = "a@b.example"
    mail.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="annex.pdf")
    error = refused(bytes(mail), "s.eml")
    assert isinstance(error, EmptyDocument)
    assert str(error) == "s.eml is a mail without words of its own. Save what is attached (annex.pdf), and read that."
