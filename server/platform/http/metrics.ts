import type { Platform } from '../platform.ts'

/** Prometheus text: process and pool figures, without any label that could identify a person. */
export function metricsText(platform: Platform): string {
  const memory = process.memoryUsage()
  const { pool } = platform
  return [
    '# TYPE gonghui_resident_memory_bytes gauge',
    `gonghui_resident_memory_bytes ${memory.rss}`,
    '# TYPE gonghui_uptime_seconds counter',
    `gonghui_uptime_seconds ${Math.round(process.uptime())}`,
    '# TYPE gonghui_database_connections gauge',
    `gonghui_database_connections{state="open"} ${pool.totalCount}`,
    `gonghui_database_connections{state="idle"} ${pool.idleCount}`,
    `gonghui_database_connections{state="waited_for"} ${pool.waitingCount}`,
    '',
  ].join('\n')
}
