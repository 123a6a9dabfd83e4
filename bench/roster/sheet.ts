import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeRoster } from '#tools/make-roster.ts'

/** The workbook of the benchmark and the register it is judged against. */
export interface BenchSheet {
  path: string
  register: string
  rows: number
}

/** So many members × 20 columns with one row in a hundred spoilt; made once and kept where GONGHUI_BENCH_DATA says. */
export async function benchRoster(rows: number): Promise<BenchSheet> {
  const folder = process.env.GONGHUI_BENCH_DATA ?? join(tmpdir(), 'gonghui-bench-data')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `roster-${rows}.xlsx`)
  const register = path.replace(/\.xlsx$/, '.register.json')
  if (!existsSync(path) || !existsSync(register)) {
    console.log(`  making ${path}`)
    await makeRoster({
      members: rows,
      organisations: Math.ceil((rows * 3969) / 144_500),
      seed: 1,
      out: path,
      defectRate: 0.01,
      layout: 'plain',
      strings: 'shared',
      asOf: '2026-06-30',
    })
  }
  return { path, register, rows }
}
