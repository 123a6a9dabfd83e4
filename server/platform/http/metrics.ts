import type { PublicParts } from './public-endpoints.ts'

/** Prometheus text: figures of the process, its requests, its jobs and of the modules, without any label that could identify a person. */
export async function metricsText(parts: PublicParts): Promise<string> {
  const { platform, modules, limits, lanes, streams, traffic } = parts
  const memory = process.memoryUsage()
  const { pool } = platform
  const ofModules = await Promise.all(modules.map(async (module) => module.metrics?.(platform) ?? []))
  return [
    '# TYPE gonghui_resident_memory_bytes gauge',
    `gonghui_resident_memory_bytes ${memory.rss}`,
    '# TYPE gonghui_uptime_seconds counter',
    `gonghui_uptime_seconds ${Math.round(process.uptime())}`,
    '# TYPE gonghui_database_connections gauge',
    `gonghui_database_connections{state="open"} ${pool.totalCount}`,
    `gonghui_database_connections{state="idle"} ${pool.idleCount}`,
    `gonghui_database_connections{state="waited_for"} ${pool.waitingCount}`,
    '# TYPE gonghui_requests_waiting gauge',
    `gonghui_requests_waiting ${lanes.waiting}`,
    '# TYPE gonghui_requests_turned_away_total counter',
    `gonghui_requests_turned_away_total{why="busy"} ${lanes.refused}`,
    `gonghui_requests_turned_away_total{why="too_many"} ${limits?.refused ?? 0}`,
    '# TYPE gonghui_event_streams gauge',
    `gonghui_event_streams ${streams.count}`,
    ...(await jobLines(parts)),
    ...ofModules.flat(),
    ...traffic.lines(),
    '',
  ].join('\n')
}

async function jobLines({ platform }: PublicParts): Promise<string[]> {
  const { rows } = await platform.pool.query<{ kind: string; state: string; count: number }>(
    `select kind, state, count(*)::int as count from jobs where state <> 'done' group by 1, 2 order by 1, 2`,
  )
  return [
    '# TYPE gonghui_jobs gauge',
    ...rows.map(({ kind, state, count }) => `gonghui_jobs{kind="${kind}",state="${state}"} ${count}`),
  ]
}
