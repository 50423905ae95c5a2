-- The plan's second integrity query, with the restore point in the place of now: a symbol with one record a minute has 60 in an hour.
--
-- The plan groups the records of the last hour by symbol, so a symbol without any is in no group and passes. Here the symbols are those of
-- the last day, and one that has vanished has 0.
--
-- Minutes are counted and not records: an hour whose second half is missing is not made whole by two records a minute in the first.
--
-- The hour ends with the last full minute: the record of the minute that has just begun may not have arrived.
WITH hour AS (
  SELECT date_trunc('minute', :'restore_point'::timestamptz) AS ends
), counted AS (
  SELECT symbol, count(DISTINCT date_trunc('minute', "timestamp")) FILTER (WHERE "timestamp" >= ends - INTERVAL '1 hour') AS minutes
    FROM market_data, hour
   WHERE "timestamp" >= ends - INTERVAL '24 hours' AND "timestamp" < ends
   GROUP BY symbol
), gaps AS (
  SELECT symbol, minutes, row_number() OVER (ORDER BY minutes, symbol) AS place
    FROM counted
   WHERE minutes < 60
)
SELECT row_to_json(result)
  FROM (SELECT 'gaps' AS check,
               (SELECT count(*) FROM counted) > 0 AND (SELECT count(*) FROM gaps) = 0 AS passed,
               (SELECT count(*) FROM gaps) AS measured,
               0 AS limit,
               'symbols' AS unit,
               CASE WHEN (SELECT count(*) FROM counted) = 0 THEN format('market_data has no record in the 24 hours before %s', :'restore_point')
                    WHEN (SELECT count(*) FROM gaps) = 0 THEN 'symbols of the last 24 hours, each with a record in each of the last 60 minutes: ' || (SELECT count(*) FROM counted)
                    ELSE (SELECT format('symbols that have not a record in each of the last 60 minutes, and in how many they have: %s',
                                        string_agg(format('%s %s', left(symbol::text, 20), minutes), ', ' ORDER BY place) FILTER (WHERE place <= 10))
                                 || CASE WHEN count(*) > 10 THEN format(' and %s more', count(*) - 10) ELSE '' END
                            FROM gaps) END AS detail) AS result;
