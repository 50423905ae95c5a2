-- How much was lost: from the newest record to the disaster. All tables of a restored database end at the same instant, so the newest
-- record of any of them shows how far the data reaches; whether one table is short is for the other checks.
--
-- A record later than the restore point contradicts it: then every other check was measured against a wrong instant. The restore point is
-- written in whole seconds.
WITH newest AS (
  SELECT (SELECT max(created_at) FROM trading_data) AS trading_data,
         (SELECT max("timestamp") FROM market_data) AS market_data
), measured AS (
  SELECT newest.*,
         greatest(trading_data, market_data) AS record,
         extract(epoch FROM :'disaster_at'::timestamptz - greatest(trading_data, market_data)) / 60 AS minutes,
         format('newest of trading_data %s, of market_data %s',
                coalesce(to_char(trading_data, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'none'), coalesce(to_char(market_data, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'none')) AS found
    FROM newest
), judged AS (
  SELECT *,
         CASE WHEN record IS NULL THEN 'there is no record'
              WHEN record >= :'restore_point'::timestamptz + INTERVAL '1 second' THEN format('later than the restore point %s, which is then wrong: %s', :'restore_point', found)
              WHEN minutes < 0 THEN format('later than the disaster at %s: %s', :'disaster_at', found)
              WHEN minutes > :maximum_data_loss_minutes THEN format('more than %s minutes before %s: %s', :'maximum_data_loss_minutes', :'disaster_at', found)
         END AS problem
    FROM measured
)
SELECT row_to_json(result)
  FROM (SELECT 'recovery-point' AS check,
               problem IS NULL AS passed,
               round(minutes, 2) AS measured,
               :maximum_data_loss_minutes AS limit,
               'minutes' AS unit,
               coalesce(problem, format('within %s minutes of %s: %s', :'maximum_data_loss_minutes', :'disaster_at', found)) AS detail
          FROM judged) AS result;
