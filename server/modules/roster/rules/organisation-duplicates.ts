import type { OrganisationDraft } from './organisation-row.ts'
import { reason, type Reason } from './reasons.ts'

/** Notes rows of one organisation (X20; import policy, section 5, Duplicates). Names are compared repaired, without blanks. */
export function judgeRepeatedOrganisations(rows: readonly OrganisationDraft[]): void {
  const good = rows.filter(
    (row) => row.rejections === null && row.values.uscc !== null && row.values.name !== null,
  )
  const add = (row: OrganisationDraft, why: Reason) => row.reviews.push(why)
  for (const group of groupBy(good, (row) => row.values.uscc as string)) {
    const names = new Set(group.map(nameOf))
    if (names.size > 1) for (const row of group) add(row, reason('X20.code_two_names', 'name'))
    else for (const row of group.slice(1)) add(row, reason('X20.repeated_unit', 'uscc'))
  }
  for (const group of groupBy(good, nameOf)) {
    if (new Set(group.map((row) => row.values.uscc)).size > 1)
      for (const row of group) add(row, reason('X20.name_two_codes', 'uscc'))
  }
}

function nameOf(row: OrganisationDraft): string {
  return (row.values.name as string).replaceAll(' ', '')
}

function groupBy(
  rows: readonly OrganisationDraft[],
  key: (row: OrganisationDraft) => string,
): OrganisationDraft[][] {
  return [...Map.groupBy(rows, key).values()].filter((group) => group.length > 1)
}
