import type Database from 'libsql'
import { moveFeedback } from './move-feedback.ts'
import { transact } from './transact.ts'

type Step = (database: Database.Database) => void
const run =
  (sql: string): Step =>
  (database) =>
    void database.exec(sql)

// One step a version; `user_version` says how far a store has come. Steps are only ever added.
const steps: readonly Step[] = [
  run(`CREATE TABLE conversations (
     id TEXT PRIMARY KEY, visitor_id TEXT NOT NULL, status TEXT NOT NULL, last_seq INTEGER NOT NULL, locale TEXT NOT NULL,
     operator_id TEXT, asked_at INTEGER NOT NULL, assigned_at INTEGER, closed_at INTEGER, reference TEXT UNIQUE,
     card TEXT NOT NULL
   ) WITHOUT ROWID;
   CREATE INDEX conversations_by_visitor ON conversations (visitor_id, asked_at);
   CREATE INDEX conversations_open ON conversations (asked_at) WHERE status <> 'closed';
   CREATE INDEX conversations_closed ON conversations (closed_at) WHERE status = 'closed';
   CREATE TABLE items (
     conversation_id TEXT NOT NULL, seq INTEGER NOT NULL, message_id TEXT, item TEXT NOT NULL,
     PRIMARY KEY (conversation_id, seq)
   ) WITHOUT ROWID;
   CREATE UNIQUE INDEX items_by_message ON items (conversation_id, message_id) WHERE message_id IS NOT NULL;
   CREATE TABLE duty (operator_id TEXT PRIMARY KEY, is_on_duty INTEGER NOT NULL) WITHOUT ROWID;
   CREATE TABLE feedback (at INTEGER NOT NULL, kind TEXT NOT NULL, feedback TEXT NOT NULL);
   CREATE TABLE sessions (token_hash TEXT PRIMARY KEY, operator_id TEXT NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID;
   CREATE TABLE invitations (token_hash TEXT PRIMARY KEY, expires_at INTEGER NOT NULL) WITHOUT ROWID;
   CREATE TABLE secrets (name TEXT PRIMARY KEY, secret TEXT NOT NULL) WITHOUT ROWID;`),
  (database) => {
    database.exec(
      `CREATE TABLE searches (
         kind TEXT NOT NULL, locale TEXT NOT NULL, query TEXT NOT NULL, entry_id TEXT NOT NULL, day TEXT NOT NULL,
         count INTEGER NOT NULL, PRIMARY KEY (day, kind, locale, query, entry_id)
       ) WITHOUT ROWID;
       CREATE TABLE helpfulness (
         entry_id TEXT NOT NULL, locale TEXT NOT NULL, day TEXT NOT NULL, helped INTEGER NOT NULL, not_helped INTEGER NOT NULL,
         PRIMARY KEY (entry_id, locale, day)
       ) WITHOUT ROWID;
       CREATE TABLE wordings (
         entry_id TEXT NOT NULL, locale TEXT NOT NULL, wording TEXT NOT NULL, count INTEGER NOT NULL, state TEXT NOT NULL,
         PRIMARY KEY (entry_id, locale, wording)
       ) WITHOUT ROWID;
       CREATE TABLE wording_askers (
         entry_id TEXT NOT NULL, locale TEXT NOT NULL, wording TEXT NOT NULL, asker TEXT NOT NULL, day TEXT NOT NULL,
         PRIMARY KEY (entry_id, locale, wording, asker)
       ) WITHOUT ROWID;
       CREATE INDEX wording_askers_by_day ON wording_askers (day);`,
    )
    moveFeedback(database)
  },
  run(`CREATE TABLE waits (
     conversation_id TEXT NOT NULL, asked_at INTEGER NOT NULL, locale TEXT NOT NULL, position INTEGER NOT NULL,
     first_low INTEGER, first_likely INTEGER, first_high INTEGER, first_unknown TEXT,
     last_low INTEGER, last_likely INTEGER, last_high INTEGER, last_unknown TEXT, last_at INTEGER,
     outcome TEXT, ended_at INTEGER, answered_at INTEGER,
     PRIMARY KEY (conversation_id, asked_at)
   ) WITHOUT ROWID;
   CREATE INDEX waits_by_time ON waits (asked_at);
   CREATE TRIGGER waits_go_with_conversations AFTER DELETE ON conversations
     BEGIN DELETE FROM waits WHERE conversation_id = OLD.id; END;`),
  run(`ALTER TABLE duty ADD COLUMN until INTEGER;
   ALTER TABLE duty ADD COLUMN back_at INTEGER;`),
  run(`CREATE TABLE password_links (
     token_hash TEXT PRIMARY KEY, operator_id TEXT NOT NULL, expires_at INTEGER NOT NULL
   ) WITHOUT ROWID;`),
  run(`ALTER TABLE conversations ADD COLUMN verified_id TEXT;
   CREATE INDEX conversations_verified ON conversations (verified_id) WHERE verified_id IS NOT NULL;`),
  run('ALTER TABLE conversations ADD COLUMN line TEXT'),
  // Items in the order they come: a new one goes to the last page, and only one small index is written all over. The ids of
  // what was said in open conversations are known in memory (desk/register.ts): an index of them cost twice all the rest.
  run(`CREATE TABLE items_in_order (
     id INTEGER PRIMARY KEY, conversation_id TEXT NOT NULL, seq INTEGER NOT NULL, message_id TEXT, item TEXT NOT NULL
   );
   INSERT INTO items_in_order (conversation_id, seq, message_id, item)
     SELECT conversation_id, seq, message_id, item FROM items;
   DROP TABLE items;
   ALTER TABLE items_in_order RENAME TO items;
   CREATE UNIQUE INDEX items_by_seq ON items (conversation_id, seq);`),
  // What was said, as it is found (archive/). It keeps its terms: without them FTS5 could not take them out for good.
  run(`CREATE VIRTUAL TABLE said USING fts5 (terms, tokenize = 'ascii', prefix = '3 4 5 6');
   INSERT INTO said (said, rank) VALUES ('secure-delete', 1);
   CREATE TRIGGER said_goes_with_items AFTER DELETE ON items BEGIN DELETE FROM said WHERE rowid = OLD.id; END;`),
  // `seq`: of the message it was sent with.
  run(`CREATE TABLE files (
     id TEXT PRIMARY KEY, conversation_id TEXT NOT NULL, uploader TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL,
     bytes INTEGER NOT NULL, width INTEGER, height INTEGER, at INTEGER NOT NULL, seq INTEGER
   ) WITHOUT ROWID;
   CREATE INDEX files_by_conversation ON files (conversation_id);
   CREATE INDEX files_unsent ON files (at) WHERE seq IS NULL;
   CREATE TRIGGER files_go_with_conversations AFTER DELETE ON conversations
     BEGIN DELETE FROM files WHERE conversation_id = OLD.id; END;`),
  // For the archive alone; a conversation's labels are in its card. `ended_at`: 0 while it is open.
  run(`CREATE TABLE labels (
     label TEXT NOT NULL, ended_at INTEGER NOT NULL, conversation_id TEXT NOT NULL,
     PRIMARY KEY (label, ended_at, conversation_id)
   ) WITHOUT ROWID;
   CREATE INDEX labels_by_conversation ON labels (conversation_id);
   CREATE TRIGGER labels_go_with_conversations AFTER DELETE ON conversations
     BEGIN DELETE FROM labels WHERE conversation_id = OLD.id; END;`),
  // `part`: a locale, or '' for the category; `words`: JSON, NULL where there are none any more.
  run(`CREATE TABLE entry_changes (
     id INTEGER PRIMARY KEY, at INTEGER NOT NULL, operator_id TEXT, kind TEXT NOT NULL, entries INTEGER NOT NULL,
     entry_id TEXT NOT NULL, question TEXT NOT NULL
   );
   CREATE TABLE entry_versions (
     entry_id TEXT NOT NULL, part TEXT NOT NULL, change_id INTEGER NOT NULL, words TEXT,
     PRIMARY KEY (entry_id, part, change_id)
   ) WITHOUT ROWID;
   CREATE INDEX entry_versions_by_change ON entry_versions (change_id);`),
  run(`CREATE TABLE push_devices (
     endpoint TEXT PRIMARY KEY, session TEXT NOT NULL, p256dh TEXT NOT NULL, auth TEXT NOT NULL, locale TEXT NOT NULL
   );
   CREATE INDEX push_devices_by_session ON push_devices (session);
   CREATE TRIGGER push_devices_go_with_sessions AFTER DELETE ON sessions
     BEGIN DELETE FROM push_devices WHERE session = OLD.token_hash; END;`),
  // Where the items of a conversation are, filed for many at once (item-store.ts): an index wrote a page of its own with
  // every message. What comes after `upto` is not filed yet; `placed` has both. Ids of last items that were deleted come again.
  run(`CREATE TABLE places (
     conversation_id TEXT NOT NULL, seq INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (conversation_id, seq, id)
   ) WITHOUT ROWID;
   CREATE TABLE filed (upto INTEGER NOT NULL);
   INSERT INTO filed VALUES (0);
   CREATE VIEW placed AS SELECT conversation_id, seq, id FROM places
     UNION ALL SELECT conversation_id, seq, id FROM items WHERE id > (SELECT upto FROM filed);
   CREATE TRIGGER places_go_with_items AFTER DELETE ON items BEGIN
     DELETE FROM places WHERE conversation_id = OLD.conversation_id AND seq = OLD.seq AND id = OLD.id;
     UPDATE filed SET upto = (SELECT coalesce(max(id), 0) FROM items) WHERE upto > (SELECT coalesce(max(id), 0) FROM items);
   END;
   DROP INDEX items_by_seq;`),
  // In the words of `browserOf`; `seen_day`: ISO 8601. Unknown of sessions that began before.
  run(`ALTER TABLE sessions ADD COLUMN browser TEXT;
   ALTER TABLE sessions ADD COLUMN system TEXT;
   ALTER TABLE sessions ADD COLUMN seen_day TEXT;`),
  run(`CREATE TABLE drafts (
     operator_id TEXT NOT NULL, conversation_id TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, gaps TEXT,
     at INTEGER NOT NULL, PRIMARY KEY (operator_id, conversation_id, kind)
   ) WITHOUT ROWID;
   CREATE INDEX drafts_by_conversation ON drafts (conversation_id);
   CREATE TRIGGER drafts_go_with_conversations AFTER DELETE ON conversations
     BEGIN DELETE FROM drafts WHERE conversation_id = OLD.id; END;`),
  run('ALTER TABLE push_devices ADD COLUMN is_wordless INTEGER NOT NULL DEFAULT 0;'),
  run(`CREATE TABLE reads (
     day TEXT NOT NULL, entry_id TEXT NOT NULL, locale TEXT NOT NULL, count INTEGER NOT NULL,
     PRIMARY KEY (day, entry_id, locale)
   ) WITHOUT ROWID;`),
  // In ms since 1970; 0: without an end.
  run('ALTER TABLE duty ADD COLUMN quiet_until INTEGER;'),
  // In ms since 1970: out of its message since then, and its bytes go when it can't be restored any more.
  run(`ALTER TABLE files ADD COLUMN deleted_at INTEGER;
   CREATE INDEX files_deleted ON files (deleted_at) WHERE deleted_at IS NOT NULL;`),
  // By conversation: `rowid` is its number and, in the last 16 bits, the seq; 0: who it is of. Numbers are in the order in which
  // they were asked. Read are the items between the two marks; what changes without an item is in `relabelled`.
  (database) => {
    database.exec(`CREATE TABLE numbers (number INTEGER PRIMARY KEY, conversation_id TEXT NOT NULL UNIQUE, asked_at INTEGER NOT NULL);
   INSERT INTO numbers (conversation_id, asked_at) SELECT id, asked_at FROM conversations ORDER BY asked_at;
   CREATE INDEX numbers_by_time ON numbers (asked_at);
   CREATE TABLE relabelled (conversation_id TEXT PRIMARY KEY) WITHOUT ROWID;
   CREATE TABLE spoken_read (above INTEGER NOT NULL, upto INTEGER NOT NULL);
   INSERT INTO spoken_read SELECT coalesce(max(id), 0), coalesce(max(id), 0) FROM items;
   CREATE VIRTUAL TABLE spoken USING fts5 (terms, tokenize = 'ascii', prefix = '3 4 5 6', columnsize = 0);
   INSERT INTO spoken (spoken, rank) VALUES ('secure-delete', 1);
   CREATE TRIGGER spoken_goes_with_conversations AFTER DELETE ON conversations BEGIN
     DELETE FROM spoken WHERE rowid >= (SELECT number << 16 FROM numbers WHERE conversation_id = OLD.id)
       AND rowid < (SELECT (number + 1) << 16 FROM numbers WHERE conversation_id = OLD.id);
     DELETE FROM numbers WHERE conversation_id = OLD.id;
     DELETE FROM relabelled WHERE conversation_id = OLD.id;
   END;
   CREATE TRIGGER spoken_read_goes_with_items AFTER DELETE ON items
     WHEN (SELECT upto FROM spoken_read) > (SELECT coalesce(max(id), 0) FROM items) BEGIN
     UPDATE spoken_read SET upto = (SELECT coalesce(max(id), 0) FROM items),
       above = min(above, (SELECT coalesce(max(id), 0) FROM items));
   END;
   DROP TRIGGER labels_go_with_conversations;
   DROP TABLE labels;
   DROP TRIGGER said_goes_with_items;`)
    // A full one goes a piece at a time (earlier-index.ts).
    if (!database.prepare('SELECT 1 FROM said_docsize LIMIT 1').get()) database.exec('DROP TABLE said')
  },
  // In ms since 1970. What was due before devices were told of it is not news.
  (database) => {
    database.exec('CREATE TABLE due_told (until INTEGER NOT NULL)')
    database.prepare('INSERT INTO due_told VALUES (?)').run(Date.now())
  },
  // Read once more, for who answered and what was merged.
  run('UPDATE spoken_read SET above = upto;'),
]

/** Brings a store to this relay's version, or to an earlier one (`to`): by all steps or by none. Throws when a newer relay has written it. */
export function migrate(database: Database.Database, to = steps.length): void {
  const [row] = database.pragma('user_version') as [{ user_version: number }]
  if (row.user_version > steps.length) {
    throw new Error(
      `the store was written by a newer Deskbell (version ${row.user_version}, this one knows ${steps.length}): start that one`,
    )
  }
  if (row.user_version >= to) return
  transact(database, () => {
    for (const step of steps.slice(row.user_version, to)) step(database)
    database.exec(`PRAGMA user_version = ${to}`)
  })
}
