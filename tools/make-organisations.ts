/**
 * Writes a synthetic organisation register and what an importer must report on it:
 *   node tools/make-organisations.ts --organisations 3969 --members 144500 --seed 1 --out organisations.xlsx [--defect-rate 0.01]
 * The same seed and sizes give the employers and unions of make-roster.ts.
 */
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { dayOf } from './generate/days.ts'
import { emptyExpectation, expectRow, type DraftRow, type Expectation } from './generate/expectation.ts'
import {
  ORGANISATION_COLUMNS,
  organisationRows,
  plantOrganisationDefect,
} from './generate/organisation-rows.ts'
import { randomFrom } from './generate/random.ts'
import { makeRegister } from './generate/register.ts'
import { writeXlsx, type Cell } from './generate/xlsx.ts'

export interface OrganisationsFile {
  organisations: number
  members: number
  seed: number
  out: string
  defectRate: number
  asOf: string
}

const SHEET_NAME = '组织台账'

/** Writes the workbook and the expectation beside it, and returns the expectation. */
export async function makeOrganisations(wanted: OrganisationsFile): Promise<Expectation & { bytes: number }> {
  const { organisations, members, seed } = wanted
  const register = makeRegister({ organisations, members, seed })
  const expectation = emptyExpectation({
    file: basename(wanted.out),
    kind: 'organisations',
    asOf: wanted.asOf,
    sheets: [{ name: SHEET_NAME, imported: true }],
  })
  const rows = organisationRows(register, { seed, today: dayOf(wanted.asOf) })
  const sheet = organisationSheet(rows, { wanted, expectation })
  const bytes = await writeXlsx(wanted.out, { sheetName: SHEET_NAME, merges: [], strings: 'shared' }, sheet)
  writeFileSync(`${wanted.out.replace(/\.xlsx$/, '')}.expected.json`, JSON.stringify(expectation))
  return { ...expectation, bytes }
}

function* organisationSheet(
  rows: Iterable<DraftRow>,
  { wanted, expectation }: { wanted: OrganisationsFile; expectation: Expectation },
): Generator<Cell[], void, undefined> {
  const random = randomFrom(`${wanted.seed}:organisation-defects`)
  yield ORGANISATION_COLUMNS.map(([, header]) => header)
  expectation.skipped.push({ row: 1, kind: 'header' })
  let at = 1
  for (const row of rows) {
    // Only employers get mistakes: a wrong federation would make the parents below it wrong too.
    if (row.expected.uscc !== null && wanted.defectRate > 0 && random.chance(wanted.defectRate)) {
      plantOrganisationDefect(row, expectation.planted++)
    }
    expectRow(expectation, ++at, row)
    yield ORGANISATION_COLUMNS.map(([key]) => row.cells[key] ?? null)
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      members: { type: 'string', default: '3000' },
      organisations: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: 'organisations.xlsx' },
      'defect-rate': { type: 'string', default: '0' },
      'as-of': { type: 'string', default: '2026-06-30' },
    },
  })
  const made = await makeOrganisations({
    organisations: Number(values.organisations),
    members: Number(values.members),
    seed: Number(values.seed),
    out: values.out,
    defectRate: Number(values['defect-rate']),
    asOf: values['as-of'],
  })
  const { file, dataRows, acceptedCount, planted, review, rejected, bytes } = made
  const counts = {
    dataRows,
    planted,
    accepted: acceptedCount,
    review: review.length,
    rejected: rejected.length,
  }
  console.log(JSON.stringify({ file, ...counts, megabytes: bytes / 1e6 }))
}
