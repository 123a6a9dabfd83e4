/**
 * Writes docs/samples/member-roster.xlsx: a roster of sixty new members as an officer sends it, for the union whose chair signs in to the
 * full demo as `union`. Run it with Node 24 after the demo's organisations changed.
 */
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ningboJiangbei } from '#server/demo/ningbo-jiangbei.ts'
import { projectRoot } from '#server/platform/project-root.ts'
import { dayOf } from './generate/days.ts'
import { emptyExpectation, type Expectation } from './generate/expectation.ts'
import { randomFrom } from './generate/random.ts'
import type { RegisterEmployer } from './generate/register.ts'
import { rosterRows } from './generate/roster-rows.ts'
import { rosterSheet } from './generate/roster-sheet.ts'
import { writeXlsx } from './generate/xlsx.ts'

export const sampleRosterFile = join(projectRoot, 'docs/samples/member-roster.xlsx')

const asOf = '2026-06-30'
const members = 60
const seed = 'sample'

/** Writes the sample, the same bytes each time, and returns what an importer must report on it with the employer it names. */
export async function makeSampleRoster(path: string): Promise<Expectation & { employer: RegisterEmployer }> {
  const employer = shownEmployer()
  const expectation = emptyExpectation({ file: 'member-roster.xlsx', kind: 'roster', asOf, register: '' })
  const merges: string[] = []
  const rows = rosterSheet({
    layout: 'messy',
    // In the demo fewer than a hundred people of one sex share a birthday: nobody of the sample is among them.
    rows: rosterRows({ employers: [employer], seed: 60, today: dayOf(asOf), taken: 100 }),
    defectRate: 0.25,
    random: randomFrom(`${seed}:defects`),
    merges,
    expectation,
  })
  await writeXlsx(path, { sheetName: '会员花名册', merges, strings: 'shared' }, rows)
  return { ...expectation, employer }
}

/** The first employer that the union of the demo's `union` account covers, as it stands in the register. */
function shownEmployer(): RegisterEmployer {
  const demo = ningboJiangbei({ scale: 'full', today: asOf })
  const account = demo.accounts.find(({ role }) => role === 'union')!
  const post = demo.appointments.find(({ number }) => number === account.appointments[0])!
  const union = demo.organisations[post.organisation - 1]!
  const covered = demo.coverages.find((coverage) => coverage.union === union.number)!
  const { name, uscc, employer } = demo.organisations[covered.employer - 1]!
  return {
    name,
    uscc: uscc!,
    twoNew: employer!.twoNew,
    industryCode: employer!.industryCode,
    natureCode: '',
    street: '',
    unionName: union.name,
    unionUscc: union.uscc ?? '',
    parentName: '',
    type: '单独基层工会',
    workers: members,
    women: members / 2,
    members,
    womenMembers: members / 2,
  }
}

if (import.meta.main) {
  mkdirSync(dirname(sampleRosterFile), { recursive: true })
  const { employer, dataRows, acceptedCount, review, rejected } = await makeSampleRoster(sampleRosterFile)
  console.log(
    `${employer.unionName}: ${dataRows} rows, ${acceptedCount} accepted, ${review.length} to review, ${rejected.length} rejected`,
  )
}
