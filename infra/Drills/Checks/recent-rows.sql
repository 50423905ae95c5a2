-- The plan's first integrity query, with the restore point in the place of now: is the last day there, and how far does it reach?
SELECT row_to_json(result)
  FROM (SELECT 'recent-rows' AS check,
               count(*) > 0 AS passed,
               count(*) AS measured,
               1 AS limit,
               'rows' AS unit,
               CASE WHEN count(*) = 0 THEN format('trading_data has no record in the 24 hours before %s', :'restore_point')
                    ELSE format('trading_data from %s to %s, expected at least one record in the 24 hours before %s',
                                to_char(min(created_at), 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), to_char(max(created_at), 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), :'restore_point') END AS detail
          FROM trading_data
         WHERE created_at >= :'restore_point'::timestamptz - INTERVAL '24 hours'
           AND created_at < :'restore_point'::timestamptz) AS result;
