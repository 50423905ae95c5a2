-- A copy that still replays another server's log takes no writes: it was not promoted.
SELECT row_to_json(result)
  FROM (SELECT 'writable' AS check,
               NOT pg_is_in_recovery() AS passed,
               NULL AS measured,
               NULL AS limit,
               '' AS unit,
               CASE WHEN pg_is_in_recovery() THEN 'the server is in recovery: it was not promoted and takes no writes'
                    ELSE 'the server is not in recovery' END AS detail) AS result;
