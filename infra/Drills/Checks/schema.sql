-- Every column of the manifest is there and has its type.
WITH expected AS (
  SELECT cells[1] AS table_name, cells[3] AS column_name, cells[4] AS type
    FROM regexp_split_to_table(:'manifest', E'\n') AS line,
         regexp_match(line, '^([^,]+),([0-9]*),([^,]+),(.+)$') AS cells
), compared AS (
  SELECT expected.*,
         to_regclass(quote_ident(table_name)) IS NOT NULL AS table_exists,
         format_type(atttypid, atttypmod) AS found_type,
         type IN (format_type(atttypid, atttypmod), format_type(atttypid, NULL), typname) AS same
    FROM expected
    LEFT JOIN pg_attribute ON attrelid = to_regclass(quote_ident(table_name)) AND attname = column_name AND attnum > 0 AND NOT attisdropped
    LEFT JOIN pg_type ON pg_type.oid = atttypid
), problems AS (
  SELECT DISTINCT
         CASE WHEN NOT table_exists THEN format('table %s is missing', table_name)
              WHEN found_type IS NULL THEN format('column %s.%s is missing', table_name, column_name)
              ELSE format('column %s.%s is %s, expected %s', table_name, column_name, found_type, type) END AS problem
    FROM compared
   WHERE same IS NOT TRUE
)
SELECT row_to_json(result)
  FROM (SELECT 'schema' AS check,
               (SELECT count(*) FROM problems) = 0 AS passed,
               (SELECT count(*) FROM problems) AS measured,
               0 AS limit,
               'differences' AS unit,
               coalesce((SELECT left(string_agg(problem, '; ' ORDER BY problem), 600) FROM problems),
                        'all columns of the manifest are there: ' || (SELECT count(*) FROM expected)) AS detail) AS result;
