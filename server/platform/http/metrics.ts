import type { AppModule } from '../module.ts'
import type { Platform } from '../platform.ts'

/** Prometheus text: process and pool figures and those of the modules, without any label that could identify a person. */
export async function metricsText(platform: Platform, modules: readonly AppModule[]): Promise<string> {
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
    ...ofModules.flat(),
    '',
  ].join('\n')
}
