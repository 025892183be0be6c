WITH
  old AS (
    SELECT struct(r.*) AS o, r.observation_id AS old_id, $FIGURE AS old_figure, $LINEAGE AS old_lineage
    FROM readings_now r JOIN touched ON r.path = touched_path
    WHERE r.known_to IS NULL
  ),
  new AS (
    SELECT struct(r.*) AS n, r.observation_id AS new_id, $FIGURE AS new_figure, $LINEAGE AS new_lineage
    FROM staged r
  ),
  pairs AS (
    SELECT *, coalesce(old_figure = new_figure, false) AS same
    FROM old FULL OUTER JOIN new ON old_id = new_id
  ),
  -- A figure that a re-issue leaves out was replaced when the re-issue was published.
  issues AS (
    SELECT path, file_sha256, max(published) AS published FROM staged GROUP BY path, file_sha256
  )
SELECT 'move' AS change, old_id AS merge_id, $MOVED
FROM pairs
WHERE same AND (old_lineage <> new_lineage OR NOT (o.published <=> ($PUBLISHED)))
UNION ALL
SELECT 'close', old_id, $CLOSED
FROM pairs
  LEFT JOIN touched t ON t.touched_path = o.path
  LEFT JOIN issues i ON i.path = o.path AND i.file_sha256 <> o.file_sha256
WHERE old_id IS NOT NULL AND NOT same
UNION ALL
SELECT 'open', CAST(NULL AS STRING), $OPENED
FROM pairs
WHERE new_id IS NOT NULL AND NOT same
