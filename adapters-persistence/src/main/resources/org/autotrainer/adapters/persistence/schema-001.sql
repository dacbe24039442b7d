-- Schema 1: the journal of each agent, and the checkpoint of what was learned from it.

-- The key that all chance follows from. Whoever knows it knows what will be withheld.
CREATE TABLE chance (
  key BLOB NOT NULL
) STRICT;

INSERT INTO chance (key) VALUES (randomblob(32));

-- Whose memory is kept here. A checkpoint holds what was learned from the facts up to its position.
CREATE TABLE agents (
  number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 8388607),
  name TEXT NOT NULL UNIQUE,
  checkpoint INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The journals of all agents. A fact's place is the number of its agent times 2^40 plus its position, so that one small
-- key keeps each journal together and in order. The id hash is that of agent, kind and id.
CREATE TABLE facts (
  place INTEGER PRIMARY KEY,
  id_hash INTEGER NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  rewrites INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  payload_hash BLOB NOT NULL,
  chain BLOB NOT NULL,
  answer BLOB NOT NULL,
  payload BLOB NOT NULL
) STRICT;

-- Where facts stand, by their id hashes. Hashes come in no order: were all in one tree, each commit would rewrite most of
-- its pages. So new ones go into a tree that is small, and from there many at once, in order, into the one that grows.
CREATE TABLE fresh_ids (
  id_hash INTEGER NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (id_hash, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE settled_ids (
  id_hash INTEGER NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (id_hash, place)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER facts_are_found_by_id AFTER INSERT ON facts BEGIN
  INSERT INTO fresh_ids (id_hash, place) VALUES (new.id_hash, new.place);
END;

CREATE INDEX facts_that_rewrite ON facts (place) WHERE rewrites = 1;

-- The journals as people read them.
CREATE VIEW journal AS
SELECT
  agents.name AS agent,
  facts.place & 1099511627775 AS position,
  facts.kind,
  facts.id,
  facts.revision,
  facts.rewrites,
  strftime('%Y-%m-%dT%H:%M:%fZ', facts.recorded_at / 1000.0, 'unixepoch') AS recorded_at,
  length(facts.payload) AS payload_bytes,
  lower(hex(facts.payload_hash)) AS payload_hash,
  lower(hex(facts.chain)) AS chain
FROM facts
JOIN agents ON agents.number = facts.place >> 40;

CREATE TABLE heuristics (
  agent TEXT NOT NULL REFERENCES agents (name),
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  support INTEGER NOT NULL,
  tasks BLOB NOT NULL,
  suggested INTEGER NOT NULL,
  critics TEXT NOT NULL,
  strangers TEXT NOT NULL,
  contexts TEXT NOT NULL,
  keys TEXT NOT NULL,
  first_seen TEXT NOT NULL,
  last_seen TEXT NOT NULL,
  PRIMARY KEY (agent, id)
) STRICT;

CREATE TABLE evidence (
  agent TEXT NOT NULL REFERENCES agents (name),
  id TEXT NOT NULL,
  status TEXT NOT NULL,
  shown INTEGER NOT NULL,
  withheld INTEGER NOT NULL,
  believed REAL NOT NULL,
  variance REAL NOT NULL,
  numbers BLOB NOT NULL,
  tags TEXT NOT NULL,
  critics TEXT NOT NULL,
  story TEXT NOT NULL,
  PRIMARY KEY (agent, id)
) STRICT;

CREATE TABLE members (
  agent TEXT NOT NULL REFERENCES agents (name),
  id TEXT NOT NULL,
  heuristic TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (agent, id)
) STRICT;

CREATE TABLE parts (
  agent TEXT NOT NULL REFERENCES agents (name),
  name TEXT NOT NULL,
  about TEXT NOT NULL,
  numbers BLOB NOT NULL,
  PRIMARY KEY (agent, name)
) STRICT;

CREATE TABLE slots (
  agent TEXT NOT NULL REFERENCES agents (name),
  name TEXT NOT NULL,
  about TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (agent, name)
) STRICT;

-- Keys and suggestions grow with the journal and come in no order. So they are listed by place, which grows, and found by a
-- hash: an index over numbers is a fourth of one over texts, and it is the only one whose pages are written at random.
CREATE TABLE keys (
  agent TEXT NOT NULL REFERENCES agents (name),
  key TEXT NOT NULL,
  place TEXT NOT NULL,
  text TEXT NOT NULL,
  heuristic TEXT NOT NULL,
  source_task_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  key_hash INTEGER NOT NULL
) STRICT;

CREATE INDEX keys_by_hash ON keys (key_hash);

CREATE INDEX keys_by_place ON keys (agent, place);

CREATE TABLE suggestions (
  agent TEXT NOT NULL REFERENCES agents (name),
  id TEXT NOT NULL,
  place TEXT NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  source_task_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  suggestion BLOB NOT NULL,
  id_hash INTEGER NOT NULL
) STRICT;

CREATE INDEX suggestions_by_hash ON suggestions (id_hash);

CREATE INDEX suggestions_by_place ON suggestions (agent, place);

CREATE TABLE decisions (
  agent TEXT NOT NULL REFERENCES agents (name),
  id TEXT NOT NULL,
  decision TEXT NOT NULL,
  PRIMARY KEY (agent, id)
) STRICT;

CREATE TABLE settings (
  agent TEXT NOT NULL REFERENCES agents (name),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (agent, name)
) STRICT;

CREATE TABLE lessons (
  agent TEXT NOT NULL REFERENCES agents (name),
  slot TEXT NOT NULL,
  position INTEGER NOT NULL,
  task_id TEXT NOT NULL,
  advice INTEGER NOT NULL,
  first TEXT NOT NULL,
  second TEXT NOT NULL,
  PRIMARY KEY (agent, slot)
) STRICT;
