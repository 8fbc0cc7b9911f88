-- A record as version 0001 made it: one document, one correction, one file that could not be read.

CREATE TABLE texts (
    digest TEXT NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_texts PRIMARY KEY (digest)
);

CREATE TABLE unreadable (
    source TEXT NOT NULL,
    message TEXT NOT NULL,
    at TEXT NOT NULL,
    CONSTRAINT pk_unreadable PRIMARY KEY (source)
);

CREATE TABLE documents (
    id TEXT NOT NULL,
    digest TEXT NOT NULL,
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT,
    outlet TEXT,
    published TEXT,
    author TEXT,
    wire TEXT,
    credit TEXT,
    first_words TEXT NOT NULL,
    added TEXT NOT NULL,
    CONSTRAINT pk_documents PRIMARY KEY (id),
    CONSTRAINT ck_documents_kind CHECK (kind IN ('report', 'transcript', 'draft', 'post', 'statement')),
    CONSTRAINT fk_documents_digest FOREIGN KEY(digest) REFERENCES texts (digest)
);

CREATE INDEX documents_by_published ON documents (published);

CREATE INDEX documents_by_digest ON documents (digest);

CREATE TABLE judgements (
    id TEXT NOT NULL,
    digest TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    words TEXT NOT NULL,
    decision TEXT NOT NULL,
    field TEXT,
    value TEXT,
    note TEXT,
    person TEXT NOT NULL,
    at TEXT NOT NULL,
    CONSTRAINT pk_judgements PRIMARY KEY (id),
    CONSTRAINT ck_judgements_decision CHECK (decision IN ('confirm', 'correct', 'reject', 'unsure')),
    CONSTRAINT fk_judgements_digest FOREIGN KEY(digest) REFERENCES texts (digest)
);

CREATE INDEX judgements_by_digest ON judgements (digest);

CREATE TABLE timecodes (
    document_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    seconds FLOAT NOT NULL,
    CONSTRAINT pk_timecodes PRIMARY KEY (document_id, position),
    CONSTRAINT fk_timecodes_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE actors (
    document_id TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    added_by_person BOOLEAN NOT NULL,
    CONSTRAINT pk_actors PRIMARY KEY (document_id, id),
    CONSTRAINT ck_actors_kind CHECK (kind IN ('person', 'organisation', 'outlet', 'group', 'document', 'unnamed')),
    CONSTRAINT fk_actors_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE communications (
    document_id TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    when_edtf TEXT,
    when_start INTEGER,
    when_stop INTEGER,
    when_earliest TEXT,
    when_latest TEXT,
    place TEXT,
    medium TEXT,
    duration TEXT,
    status TEXT NOT NULL,
    reply TEXT,
    CONSTRAINT pk_communications PRIMARY KEY (document_id, id),
    CONSTRAINT ck_communications_kind CHECK (kind IN ('call', 'meeting', 'interview', 'press conference', 'speech',
        'remarks', 'statement', 'post', 'letter', 'testimony', 'debate', 'request', 'leak', 'handover')),
    CONSTRAINT ck_communications_status CHECK (status IN ('happened', 'planned', 'proposed', 'denied')),
    CONSTRAINT ck_communications_reply CHECK (reply IN ('answered', 'declined', 'not reached', 'denied',
        'defended', 'pending')),
    CONSTRAINT fk_communications_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE times (
    document_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    type TEXT NOT NULL,
    value TEXT NOT NULL,
    edtf TEXT,
    CONSTRAINT pk_times PRIMARY KEY (document_id, position),
    CONSTRAINT ck_times_type CHECK (type IN ('DATE', 'TIME', 'DURATION', 'SET')),
    CONSTRAINT fk_times_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE drafts (
    document_id TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    points INTEGER,
    CONSTRAINT pk_drafts PRIMARY KEY (document_id, id),
    CONSTRAINT fk_drafts_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE withdrawals (
    judgement_id TEXT NOT NULL,
    at TEXT NOT NULL,
    CONSTRAINT pk_withdrawals PRIMARY KEY (judgement_id),
    CONSTRAINT fk_withdrawals_judgement_id FOREIGN KEY(judgement_id) REFERENCES judgements (id)
);

CREATE TABLE actor_members (
    document_id TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    member_id TEXT NOT NULL,
    CONSTRAINT pk_actor_members PRIMARY KEY (document_id, actor_id, position),
    CONSTRAINT fk_actor_members_document_id_actor_id FOREIGN KEY(document_id, actor_id)
        REFERENCES actors (document_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_actor_members_document_id_member_id FOREIGN KEY(document_id, member_id)
        REFERENCES actors (document_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_actor_members_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE mentions (
    document_id TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    CONSTRAINT pk_mentions PRIMARY KEY (document_id, actor_id, position),
    CONSTRAINT fk_mentions_document_id_actor_id FOREIGN KEY(document_id, actor_id)
        REFERENCES actors (document_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_mentions_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE roles (
    document_id TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    CONSTRAINT pk_roles PRIMARY KEY (document_id, actor_id, position),
    CONSTRAINT fk_roles_document_id_actor_id FOREIGN KEY(document_id, actor_id)
        REFERENCES actors (document_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_roles_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE communication_actors (
    document_id TEXT NOT NULL,
    communication_id TEXT NOT NULL,
    part TEXT NOT NULL,
    position INTEGER NOT NULL,
    actor_id TEXT NOT NULL,
    CONSTRAINT pk_communication_actors PRIMARY KEY (document_id, communication_id, part, position),
    CONSTRAINT fk_communication_actors_document_id_communication_id FOREIGN KEY(document_id, communication_id)
        REFERENCES communications (document_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_communication_actors_document_id_actor_id FOREIGN KEY(document_id, actor_id)
        REFERENCES actors (document_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_communication_actors_part CHECK (part IN ('participant', 'according_to')),
    CONSTRAINT fk_communication_actors_document_id FOREIGN KEY(document_id)
        REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE communication_spans (
    document_id TEXT NOT NULL,
    communication_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    CONSTRAINT pk_communication_spans PRIMARY KEY (document_id, communication_id, position),
    CONSTRAINT fk_communication_spans_document_id_communication_id FOREIGN KEY(document_id, communication_id)
        REFERENCES communications (document_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_communication_spans_document_id FOREIGN KEY(document_id)
        REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE statements (
    document_id TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    words TEXT NOT NULL,
    speaker_id TEXT,
    act TEXT NOT NULL,
    reality TEXT NOT NULL,
    basis TEXT NOT NULL,
    channel TEXT NOT NULL,
    communication_id TEXT,
    when_edtf TEXT,
    when_start INTEGER,
    when_stop INTEGER,
    when_earliest TEXT,
    when_latest TEXT,
    within_id TEXT,
    confidence FLOAT NOT NULL,
    found_by TEXT NOT NULL,
    decision TEXT,
    machine TEXT,
    kept BOOLEAN NOT NULL,
    CONSTRAINT pk_statements PRIMARY KEY (document_id, id),
    CONSTRAINT fk_statements_document_id_speaker_id FOREIGN KEY(document_id, speaker_id)
        REFERENCES actors (document_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_statements_document_id_communication_id FOREIGN KEY(document_id, communication_id)
        REFERENCES communications (document_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_statements_document_id_within_id FOREIGN KEY(document_id, within_id)
        REFERENCES statements (document_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_statements_kind CHECK (kind IN ('direct', 'indirect', 'mixed')),
    CONSTRAINT ck_statements_act CHECK (act IN ('asserts', 'advises', 'promises', 'asks', 'demands', 'denies',
        'praises', 'condemns', 'predicts', 'believes', 'agrees', 'declines', 'reports', 'other')),
    CONSTRAINT ck_statements_reality CHECK (reality IN ('said', 'not_said', 'hypothetical', 'planned',
        'asked_only')),
    CONSTRAINT ck_statements_basis CHECK (basis IN ('firsthand', 'document', 'told', 'not_stated')),
    CONSTRAINT ck_statements_channel CHECK (channel IN ('speech', 'interview', 'press conference', 'phone call',
        'meeting', 'statement', 'post', 'letter', 'report', 'testimony', 'debate', 'article', 'unspecified')),
    CONSTRAINT ck_statements_decision CHECK (decision IN ('confirm', 'correct', 'reject', 'unsure')),
    CONSTRAINT fk_statements_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE draft_spans (
    document_id TEXT NOT NULL,
    draft_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    CONSTRAINT pk_draft_spans PRIMARY KEY (document_id, draft_id, position),
    CONSTRAINT fk_draft_spans_document_id_draft_id FOREIGN KEY(document_id, draft_id)
        REFERENCES drafts (document_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_draft_spans_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE draft_authors (
    document_id TEXT NOT NULL,
    draft_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    actor_id TEXT NOT NULL,
    CONSTRAINT pk_draft_authors PRIMARY KEY (document_id, draft_id, position),
    CONSTRAINT fk_draft_authors_document_id_draft_id FOREIGN KEY(document_id, draft_id)
        REFERENCES drafts (document_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_draft_authors_document_id_actor_id FOREIGN KEY(document_id, actor_id)
        REFERENCES actors (document_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_draft_authors_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE draft_relations (
    document_id TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    from_id TEXT NOT NULL,
    to_id TEXT NOT NULL,
    relation TEXT NOT NULL,
    status TEXT NOT NULL,
    CONSTRAINT pk_draft_relations PRIMARY KEY (document_id, id),
    CONSTRAINT fk_draft_relations_document_id_from_id FOREIGN KEY(document_id, from_id)
        REFERENCES drafts (document_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_draft_relations_document_id_to_id FOREIGN KEY(document_id, to_id)
        REFERENCES drafts (document_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_draft_relations_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE statement_spans (
    document_id TEXT NOT NULL,
    statement_id TEXT NOT NULL,
    part TEXT NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    words TEXT NOT NULL,
    CONSTRAINT pk_statement_spans PRIMARY KEY (document_id, statement_id, part, position),
    CONSTRAINT fk_statement_spans_document_id_statement_id FOREIGN KEY(document_id, statement_id)
        REFERENCES statements (document_id, id) ON DELETE CASCADE,
    CONSTRAINT ck_statement_spans_part CHECK (part IN ('content', 'cue', 'source', 'hedge')),
    CONSTRAINT fk_statement_spans_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE statement_actors (
    document_id TEXT NOT NULL,
    statement_id TEXT NOT NULL,
    part TEXT NOT NULL,
    position INTEGER NOT NULL,
    actor_id TEXT NOT NULL,
    CONSTRAINT pk_statement_actors PRIMARY KEY (document_id, statement_id, part, position),
    CONSTRAINT fk_statement_actors_document_id_statement_id FOREIGN KEY(document_id, statement_id)
        REFERENCES statements (document_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_statement_actors_document_id_actor_id FOREIGN KEY(document_id, actor_id)
        REFERENCES actors (document_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT ck_statement_actors_part CHECK (part IN ('addressee', 'via')),
    CONSTRAINT fk_statement_actors_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE statement_reasons (
    document_id TEXT NOT NULL,
    statement_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT pk_statement_reasons PRIMARY KEY (document_id, statement_id, position),
    CONSTRAINT fk_statement_reasons_document_id_statement_id FOREIGN KEY(document_id, statement_id)
        REFERENCES statements (document_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_statement_reasons_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE draft_relation_actors (
    document_id TEXT NOT NULL,
    draft_relation_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    actor_id TEXT NOT NULL,
    CONSTRAINT pk_draft_relation_actors PRIMARY KEY (document_id, draft_relation_id, position),
    CONSTRAINT fk_draft_relation_actors_document_id_draft_relation_id FOREIGN KEY(document_id, draft_relation_id)
        REFERENCES draft_relations (document_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_draft_relation_actors_document_id_actor_id FOREIGN KEY(document_id, actor_id)
        REFERENCES actors (document_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_draft_relation_actors_document_id FOREIGN KEY(document_id)
        REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE draft_relation_spans (
    document_id TEXT NOT NULL,
    draft_relation_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    CONSTRAINT pk_draft_relation_spans PRIMARY KEY (document_id, draft_relation_id, position),
    CONSTRAINT fk_draft_relation_spans_document_id_draft_relation_id FOREIGN KEY(document_id, draft_relation_id)
        REFERENCES draft_relations (document_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_draft_relation_spans_document_id FOREIGN KEY(document_id)
        REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE outcomes (
    document_id TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    advice_id TEXT NOT NULL,
    outcome_id TEXT NOT NULL,
    CONSTRAINT pk_outcomes PRIMARY KEY (document_id, id),
    CONSTRAINT fk_outcomes_document_id_advice_id FOREIGN KEY(document_id, advice_id)
        REFERENCES statements (document_id, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT fk_outcomes_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE judgement_statements (
    document_id TEXT NOT NULL,
    judgement_id TEXT NOT NULL,
    statement_id TEXT NOT NULL,
    CONSTRAINT pk_judgement_statements PRIMARY KEY (document_id, judgement_id),
    CONSTRAINT fk_judgement_statements_document_id_statement_id FOREIGN KEY(document_id, statement_id)
        REFERENCES statements (document_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_judgement_statements_document_id FOREIGN KEY(document_id)
        REFERENCES documents (id) ON DELETE CASCADE,
    CONSTRAINT fk_judgement_statements_judgement_id FOREIGN KEY(judgement_id) REFERENCES judgements (id)
) WITHOUT ROWID;

CREATE INDEX judgement_statements_by_judgement_id ON judgement_statements (judgement_id);

CREATE TABLE lines (
    number INTEGER NOT NULL,
    document_id TEXT NOT NULL,
    statement_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    speaker TEXT,
    addressees TEXT NOT NULL,
    via TEXT NOT NULL,
    speaker_names TEXT NOT NULL,
    addressee_names TEXT NOT NULL,
    act TEXT NOT NULL,
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    reality TEXT NOT NULL,
    outlet TEXT,
    when_words TEXT,
    when_edtf TEXT,
    earliest TEXT,
    latest TEXT,
    month TEXT,
    confidence FLOAT NOT NULL,
    rejected BOOLEAN NOT NULL,
    unsure BOOLEAN NOT NULL,
    CONSTRAINT pk_lines PRIMARY KEY (number),
    CONSTRAINT fk_lines_document_id_statement_id FOREIGN KEY(document_id, statement_id)
        REFERENCES statements (document_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_lines_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
);

CREATE INDEX lines_by_document ON lines (document_id, rejected, unsure);

CREATE INDEX lines_by_unsure ON lines (unsure, rejected);

CREATE INDEX lines_by_speaker ON lines (rejected, reality, speaker);

CREATE INDEX lines_by_channel ON lines (rejected, reality, channel);

CREATE INDEX lines_by_month ON lines (rejected, reality, month);

CREATE INDEX lines_by_statement ON lines (statement_id);

CREATE INDEX lines_by_addressees ON lines (rejected, reality, addressees);

CREATE INDEX lines_by_kind ON lines (rejected, reality, kind);

CREATE INDEX lines_by_outlet ON lines (rejected, reality, outlet);

CREATE INDEX lines_by_day ON lines (rejected, reality, latest DESC, document_id, position);

CREATE TABLE outcome_reasons (
    document_id TEXT NOT NULL,
    outcome_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT pk_outcome_reasons PRIMARY KEY (document_id, outcome_id, position),
    CONSTRAINT fk_outcome_reasons_document_id_outcome_id FOREIGN KEY(document_id, outcome_id)
        REFERENCES outcomes (document_id, id) ON DELETE CASCADE,
    CONSTRAINT fk_outcome_reasons_document_id FOREIGN KEY(document_id) REFERENCES documents (id) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE VIRTUAL TABLE lines_words USING fts5(words, speaker_names, addressee_names, content = 'lines',
        content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2');

CREATE TRIGGER lines_words_insert AFTER INSERT ON lines BEGIN
    INSERT INTO lines_words (rowid, words, speaker_names, addressee_names) VALUES (new.number, new.words,
    new.speaker_names, new.addressee_names);
END;

CREATE TRIGGER lines_words_delete AFTER DELETE ON lines BEGIN
    INSERT INTO lines_words (lines_words, rowid, words, speaker_names, addressee_names) VALUES ('delete',
    old.number, old.words, old.speaker_names, old.addressee_names);
END;

CREATE TRIGGER lines_words_update AFTER UPDATE ON lines BEGIN
    INSERT INTO lines_words (lines_words, rowid, words, speaker_names, addressee_names) VALUES ('delete',
    old.number, old.words, old.speaker_names, old.addressee_names);
    INSERT INTO lines_words (rowid, words, speaker_names, addressee_names) VALUES (new.number, new.words,
    new.speaker_names, new.addressee_names);
END;

CREATE VIEW who_said_what AS
SELECT documents.source AS document, lines.outlet, documents.published, lines.speaker, lines.words,
       lines.addressees AS to_whom, lines.via, lines.when_edtf AS when_said, lines.when_words,
       lines.channel, lines.act, lines.kind, lines.reality, lines.confidence,
       lines.document_id, lines.statement_id
FROM lines JOIN documents ON documents.id = lines.document_id
WHERE NOT lines.rejected
ORDER BY documents.published, lines.document_id, lines.position;

CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));
INSERT INTO alembic_version VALUES ('0001');
INSERT INTO texts VALUES ('ac6418307a9a3123281271dd4348e2bfb375bdf42b051fc9fc9f1242e8d33993', '“The bridge will stay closed,” Anna Rossi told Carlo Bianchi.');
INSERT INTO unreadable VALUES ('scan.pdf', 'scan.pdf holds pictures of pages and no text.', '2026-11-23T17:05:06.127112+00:00');
INSERT INTO documents VALUES ('d763fafe2e62b64bc', 'ac6418307a9a3123281271dd4348e2bfb375bdf42b051fc9fc9f1242e8d33993', 'bridge.txt', 'report', NULL, 'The Lake Post', '2025-10-14', NULL, NULL, NULL, '“The bridge will stay closed,” Anna Rossi told Carlo Bianchi.', '2026-11-23T17:05:06.006566+00:00');
INSERT INTO judgements VALUES ('jb8b27eb4e6720989', 'ac6418307a9a3123281271dd4348e2bfb375bdf42b051fc9fc9f1242e8d33993', 1, 28, 'The bridge will stay closed', 'correct', 'speaker', 'Dora Verdi', 'she confirmed it', 'Ada', '2026-11-23T17:05:06.079321+00:00');
INSERT INTO actors VALUES ('d763fafe2e62b64bc', 'a1', 0, 'Anna Rossi', 'person', 0);
INSERT INTO actors VALUES ('d763fafe2e62b64bc', 'a2', 1, 'Carlo Bianchi', 'person', 0);
INSERT INTO actors VALUES ('d763fafe2e62b64bc', 'p9dfc2cddcde9', 2, 'Dora Verdi', 'person', 1);
INSERT INTO mentions VALUES ('d763fafe2e62b64bc', 'a1', 0, 31, 41);
INSERT INTO mentions VALUES ('d763fafe2e62b64bc', 'a2', 0, 47, 60);
INSERT INTO statements VALUES ('d763fafe2e62b64bc', 's374b0aef974bd7', 0, 'direct', 'The bridge will stay closed', 'p9dfc2cddcde9', 'asserts', 'said', 'not_stated', 'unspecified', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0.9, 'by hand', 'correct', '{"id": "s374b0aef974bd7", "kind": "direct", "content": [{"start": 1, "end": 28}], "words": "The bridge will stay closed", "cue": [], "source": [], "speaker": "a1", "addressees": ["a2"], "via": [], "act": "asserts", "reality": "said", "basis": "not_stated", "hedges": [], "channel": "unspecified", "communication": null, "when": null, "within": null, "confidence": 0.9, "found_by": "by hand", "reasons": []}', 0);
INSERT INTO judgement_statements VALUES ('d763fafe2e62b64bc', 'jb8b27eb4e6720989', 's374b0aef974bd7');
INSERT INTO lines VALUES (1, 'd763fafe2e62b64bc', 's374b0aef974bd7', 0, 'The bridge will stay closed', 'Dora Verdi', '["Carlo Bianchi"]', '[]', '["Dora Verdi"]', '["Carlo Bianchi"]', 'asserts', 'direct', 'unspecified', 'said', 'The Lake Post', NULL, NULL, '2025-10-14', '2025-10-14', '2025-10', 0.9, 0, 0);
INSERT INTO statement_actors VALUES ('d763fafe2e62b64bc', 's374b0aef974bd7', 'addressee', 0, 'a2');
INSERT INTO statement_spans VALUES ('d763fafe2e62b64bc', 's374b0aef974bd7', 'content', 0, 1, 28, 'The bridge will stay closed');
