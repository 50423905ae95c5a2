-- Whether the application could write. A copy that still replays another server's log takes no writes: it was not promoted. A database can
-- also be read-only by default, or its user without rights, and only a write shows it. What is written is taken back.
SELECT pg_is_in_recovery() AS in_recovery
\gset
\if :in_recovery
SELECT row_to_json(result)
  FROM (SELECT 'writable' AS check, false AS passed, NULL AS measured, NULL AS limit, '' AS unit,
               'the server is in recovery: it was not promoted and takes no writes' AS detail) AS result;
\else
BEGIN;
CREATE TABLE ml_ta_drill_writable (id integer PRIMARY KEY);
INSERT INTO ml_ta_drill_writable VALUES (1);
ROLLBACK;
SELECT row_to_json(result)
  FROM (SELECT 'writable' AS check, true AS passed, NULL AS measured, NULL AS limit, '' AS unit,
               'a table was made, written to and taken back' AS detail) AS result;
\endif
