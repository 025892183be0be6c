WITH
  pairs AS (
    SELECT
      o.reading AS o, n.reading AS n, o.id AS old_id, n.id AS new_id,
      coalesce(o.figure = n.figure, false) AS same,
      o.lineage <> n.lineage AS moved,
      -- What was known first stays known from then, unless the same file's date was put right.
      CASE WHEN o.reading.file_sha256 = n.reading.file_sha256 OR o.reading.published IS NULL THEN n.reading.published
        ELSE least(o.reading.published, coalesce(n.reading.published, o.reading.published)) END AS first_published
    FROM (
      SELECT * FROM readings_now JOIN touched ON reading.path = touched_path WHERE reading.known_to IS NULL
    ) o FULL OUTER JOIN staged n ON o.id = n.id
  ),
  -- A figure that a re-issue leaves out was replaced when the re-issue was published.
  issues AS (
    SELECT reading.path, reading.file_sha256, max(reading.published) AS issued FROM staged GROUP BY ALL
  ),
  moves AS (
    FROM pairs
    |> WHERE same AND (moved OR NOT (o.published <=> first_published))
    |> SELECT 'move' AS change, old_id AS merge_id, o, first_published, n.*
    |> SET published = first_published, known_from = o.known_from
    |> DROP o, first_published
  ),
  closings AS (
    FROM pairs
      LEFT JOIN touched t ON t.touched_path = o.path
      LEFT JOIN issues i ON i.path = o.path AND i.file_sha256 <> o.file_sha256
    |> WHERE old_id IS NOT NULL AND NOT same
    |> SELECT 'close' AS change, old_id AS merge_id, new_id, n, coalesce(t.replaced_on, i.issued) AS gone_on, o.*
    |> SET superseded = CASE WHEN new_id IS NULL THEN gone_on WHEN n.file_sha256 <> file_sha256 THEN n.published END,
         known_to = TIMESTAMP '$NOW'
    |> DROP new_id, n, gone_on
  )
SELECT * FROM moves
UNION ALL
SELECT * FROM closings
UNION ALL
SELECT 'open', CAST(NULL AS STRING), n.* FROM pairs WHERE new_id IS NOT NULL AND NOT same
