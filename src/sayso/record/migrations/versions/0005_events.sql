-- Made from schema.py as it was then; a blank line parts the statements.

CREATE TABLE events (
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    statuses TEXT NOT NULL,
    edtf TEXT,
    earliest TEXT,
    latest TEXT,
    about BOOLEAN NOT NULL,
    dates TEXT NOT NULL,
    place TEXT,
    medium TEXT,
    duration TEXT,
    reply TEXT,
    printed TEXT,
    accounts INTEGER NOT NULL,
    statements INTEGER NOT NULL,
    CONSTRAINT pk_events PRIMARY KEY (id),
    CONSTRAINT ck_events_kind CHECK (kind IN ('call', 'meeting', 'interview', 'press conference', 'speech', 'remarks', 'statement', 'post', 'letter', 'testimony', 'debate', 'request', 'leak', 'handover')),
    CONSTRAINT ck_events_status CHECK (status IN ('happened', 'planned', 'proposed', 'denied')),
    CONSTRAINT ck_events_reply CHECK (reply IN ('answered', 'declined', 'not reached', 'denied', 'defended', 'pending'))
)
 WITHOUT ROWID;

CREATE INDEX events_by_day ON events (earliest, latest);

CREATE TABLE event_accounts (
    document_id TEXT NOT NULL,
    communication_id TEXT NOT NULL,
    event_id TEXT NOT NULL,
    CONSTRAINT pk_event_accounts PRIMARY KEY (document_id, communication_id),
    CONSTRAINT fk_event_accounts_document_id_communication_id FOREIGN KEY(document_id, communication_id) REFERENCES communications (document_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_event_accounts_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE,
    CONSTRAINT fk_event_accounts_event_id FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX event_accounts_by_event_id ON event_accounts (event_id);

CREATE TABLE event_parties (
    event_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    person TEXT,
    CONSTRAINT pk_event_parties PRIMARY KEY (event_id, position),
    CONSTRAINT ck_event_parties_kind CHECK (kind IN ('person', 'organisation', 'outlet', 'group', 'document', 'unnamed')),
    CONSTRAINT fk_event_parties_event_id FOREIGN KEY(event_id) REFERENCES events (id) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX event_parties_by_person ON event_parties (person);

CREATE TABLE made (
    what TEXT NOT NULL,
    CONSTRAINT pk_made PRIMARY KEY (what)
)
 WITHOUT ROWID;
