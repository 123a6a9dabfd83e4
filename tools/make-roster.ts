/**
 * Writes a synthetic roster with its register and, where mistakes are planted, what an importer must report on it:
 *   node tools/make-roster.ts --members 144500 --organisations 3969 --seed 1 --out roster.xlsx
 *     [--defect-rate 0.01] [--layout plain|messy|two-row-header|csv-gb18030] [--strings shared|inline] [--as-of 2026-06-30]
 * Beside roster.xlsx it writes roster.register.json and roster.expected.json.
 */
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { writeCsvGb18030 } from './generate/csv.ts'
import { dayOf } from './generate/days.ts'
import { emptyExpectation, type Expectation } from './generate/expectation.ts'
import { randomFrom } from './generate/random.ts'
import { makeRegister, registerFile } from './generate/register.ts'
import { rosterRows } from './generate/roster-rows.ts'
import { ROSTER_LAYOUTS, rosterSheet, type RosterLayout } from './generate/roster-sheet.ts'
import { writeXlsx } from './generate/xlsx.ts'

export interface RosterFile {
  members: number
  organisations: number
  seed: number
  out: string
  defectRate: number
  layout: RosterLayout
  strings: 'shared' | 'inline'
  /** "Today" for ages and dates. */
  asOf: string
}

const SHEET_NAME = '会员花名册'

/** Writes the three files and returns what an importer must report. */
export async function makeRoster(wanted: RosterFile): Promise<Expectation & { bytes: number }> {
  const { members, organisations, seed, layout } = wanted
  const register = makeRegister({ organisations, members, seed })
  const stem = wanted.out.replace(/\.(xlsx|csv)$/, '')
  const isCsv = layout === 'csv-gb18030'
  const expectation = emptyExpectation({
    file: basename(wanted.out),
    kind: 'roster',
    asOf: wanted.asOf,
    register: `${basename(stem)}.register.json`,
    ...(isCsv ? {} : { sheets: [{ name: SHEET_NAME, imported: true }] }),
  })
  const merges: string[] = []
  const rows = rosterSheet({
    layout,
    rows: rosterRows({ employers: register.employers, seed, today: dayOf(wanted.asOf) }),
    defectRate: wanted.defectRate,
    random: randomFrom(`${seed}:defects`),
    merges,
    expectation,
  })
  const bytes = isCsv
    ? writeCsvGb18030(wanted.out, rows)
    : await writeXlsx(wanted.out, { sheetName: SHEET_NAME, merges, strings: wanted.strings }, rows)
  writeFileSync(`${stem}.register.json`, registerFile(register))
  writeFileSync(`${stem}.expected.json`, JSON.stringify(expectation))
  return { ...expectation, bytes }
}

if (import.meta.main) {
  const started = process.cpuUsage()
  const made = await makeRoster(rosterOptions(process.argv.slice(2)))
  const { user, system } = process.cpuUsage(started)
  const { file, dataRows, acceptedCount, planted, review, rejected, bytes } = made
  const counts = {
    dataRows,
    planted,
    accepted: acceptedCount,
    review: review.length,
    rejected: rejected.length,
  }
  console.log(JSON.stringify({ file, ...counts, megabytes: bytes / 1e6, cpuSeconds: (user + system) / 1e6 }))
}

function rosterOptions(args: string[]): RosterFile {
  const { values } = parseArgs({
    args,
    options: {
      members: { type: 'string', default: '3000' },
      organisations: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: 'roster.xlsx' },
      'defect-rate': { type: 'string', default: '0' },
      layout: { type: 'string', default: 'plain' },
      strings: { type: 'string', default: 'shared' },
      'as-of': { type: 'string', default: '2026-06-30' },
    },
  })
  const layout = ROSTER_LAYOUTS.find((known) => known === values.layout)
  if (!layout) throw new Error(`--layout is one of ${ROSTER_LAYOUTS.join(', ')}`)
  return {
    members: Number(values.members),
    organisations: Number(values.organisations),
    seed: Number(values.seed),
    out: values.out,
    defectRate: Number(values['defect-rate']),
    layout,
    strings: values.strings === 'inline' ? 'inline' : 'shared',
    asOf: values['as-of'],
  }
}
