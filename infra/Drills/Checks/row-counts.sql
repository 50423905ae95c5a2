-- Every table of the manifest has at least its rows. Counting ends at the minimum: a restored volume reads its blocks from S3 at first, and
-- to count a large table would take longer than to restore it.
--
-- A query cannot take the names of its tables from a value, so the first writes the second.
SELECT string_agg(
         format('SELECT %L AS table_name, %s AS minimum, %s AS found', table_name, minimum,
                CASE WHEN to_regclass(quote_ident(table_name)) IS NULL THEN 'NULL::bigint'
                     ELSE format('(SELECT count(*) FROM (SELECT FROM %I LIMIT %s) AS counted_rows)', table_name, minimum) END),
         ' UNION ALL ') AS counts
  FROM (SELECT cells[1] AS table_name, coalesce(max(nullif(cells[2], '')::bigint), 0) AS minimum
          FROM regexp_split_to_table(:'manifest', E'\n') AS line,
               regexp_match(line, '^([^,]+),([0-9]*),([^,]+),(.+)$') AS cells
         GROUP BY cells[1]) AS expected
\gset
WITH counted AS (
  :counts
), problems AS (
  SELECT CASE WHEN found IS NULL THEN format('table %s is missing', table_name)
              ELSE format('%s has %s rows, expected at least %s', table_name, found, minimum) END AS problem
    FROM counted
   WHERE found IS NULL OR found < minimum
)
SELECT row_to_json(result)
  FROM (SELECT 'row-counts' AS check,
               (SELECT count(*) FROM problems) = 0 AS passed,
               (SELECT count(*) FROM problems) AS measured,
               0 AS limit,
               'tables' AS unit,
               left(coalesce((SELECT string_agg(problem, '; ' ORDER BY problem) FROM problems),
                             (SELECT string_agg(format('%s has at least %s rows', table_name, minimum), '; ' ORDER BY table_name) FROM counted)), 600) AS detail) AS result;
