-- How much was lost: from the newest record to the disaster. All tables of a restored database end at the same instant, so the newest
-- record of any of them shows how far the data reaches; whether one table is short is for the other checks.
--
-- A record later than the restore point contradicts it: then every other check was measured against a wrong instant. How much later one may
-- be is given: a second of a point in time, which is written in whole seconds; more of a snapshot, which may be cut some time after the
-- instant by which it is known (assumed).
WITH newest AS (
  SELECT (SELECT max(created_at) FROM trading_data) AS trading_data,
         (SELECT max("timestamp") FROM market_data) AS market_data
), measured AS (
  SELECT newest.*,
         greatest(trading_data, market_data) AS record,
         extract(epoch FROM :'disaster_at'::timestamptz - greatest(trading_data, market_data)) / 60 AS minutes,
         extract(epoch FROM greatest(trading_data, market_data) - :'restore_point'::timestamptz) AS seconds_later,
         format('newest of trading_data %s, of market_data %s',
                coalesce(to_char(trading_data, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'none'), coalesce(to_char(market_data, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'none')) AS found
    FROM newest
), judged AS (
  SELECT *,
         CASE WHEN record IS NULL THEN 'there is no record'
              WHEN seconds_later >= :restore_point_tolerance_seconds THEN format('%s seconds later than the restore point %s, expected less than %s, so that is wrong: %s', round(seconds_later), :'restore_point', :'restore_point_tolerance_seconds', found)
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
               coalesce(problem, format('within %s minutes of %s, %s seconds %s than the restore point: %s', :'maximum_data_loss_minutes', :'disaster_at',
                                        abs(round(seconds_later)), CASE WHEN seconds_later < 0 THEN 'earlier' ELSE 'later' END, found)) AS detail
          FROM judged) AS result;
