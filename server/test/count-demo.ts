import type { Dated, DemoPerson, DemoTenant, OrganisationNumber } from '#server/demo/shapes.ts'

/** A demo as plain records, with everybody in it. */
export interface DemoRecords {
  demo: DemoTenant
  people: readonly DemoPerson[]
  today: string
}

export interface Question {
  organisation: OrganisationNumber
  asOf: string
  knownAt: string | null
}

/** A figure, and the figures of what the organisation led directly, by name. */
export interface Count {
  total: number
  byChild: Record<string, number>
}

/**
 * The three first figures counted from the records by loops over lists: slow, plain, and sharing nothing with the queries they judge.
 */
export function countFromRecords(
  records: DemoRecords,
  question: Question,
): Record<'two_new_organisations' | 'workers' | 'members', Count> {
  const children = childrenOf(records, question)
  const within = (numbers: ReadonlySet<OrganisationNumber>) => ({
    two_new_organisations: employersAmong(records, question, numbers).length,
    workers: workersAmong(records, question, numbers),
    members: membersAmong(records, question, numbers),
  })
  const whole = within(everythingBelow(question.organisation, children))
  const direct = (children.get(question.organisation) ?? []).map((child) => ({
    name: nameOf(records, question, child),
    ...within(everythingBelow(child, children)),
  }))
  const countOf = (measure: keyof typeof whole): Count => ({
    total: whole[measure],
    byChild: Object.fromEntries(direct.map((child) => [child.name, child[measure]])),
  })
  return {
    two_new_organisations: countOf('two_new_organisations'),
    workers: countOf('workers'),
    members: countOf('members'),
  }
}

function wasKnown(row: { recordedAt: string; supersededAt?: string | null }, { knownAt }: Question): boolean {
  const superseded = row.supersededAt ?? null
  if (knownAt === null) return superseded === null
  return row.recordedAt <= knownAt && (superseded === null || superseded > knownAt)
}

function holds(row: Dated, question: Question): boolean {
  const { asOf } = question
  return wasKnown(row, question) && row.startsOn <= asOf && (row.endsBefore === null || asOf < row.endsBefore)
}

function childrenOf(
  { demo }: DemoRecords,
  question: Question,
): Map<OrganisationNumber, OrganisationNumber[]> {
  const rows = demo.affiliations.filter((row) => row.kind === 'leads' && holds(row, question))
  const byParent = Map.groupBy(rows, (row) => row.parent)
  return new Map([...byParent].map(([parent, links]) => [parent, links.map((link) => link.child)]))
}

function everythingBelow(
  top: OrganisationNumber,
  children: ReadonlyMap<OrganisationNumber, OrganisationNumber[]>,
): Set<OrganisationNumber> {
  const found = new Set([top])
  // A set grows while it is walked.
  for (const each of found) for (const child of children.get(each) ?? []) found.add(child)
  return found
}

function employersAmong({ demo }: DemoRecords, question: Question, numbers: ReadonlySet<OrganisationNumber>) {
  const ended = new Set(
    demo.operations
      .filter(
        (row) =>
          (row.kind === 'close' || row.kind === 'merge') &&
          row.on <= question.asOf &&
          wasKnown(row, question),
      )
      .map((row) => row.organisation),
  )
  return demo.organisations.filter(
    ({ kind, number, names }) =>
      kind === 'employer' &&
      numbers.has(number) &&
      !ended.has(number) &&
      names.some((row) => holds(row, question)),
  )
}

function workersAmong(
  records: DemoRecords,
  question: Question,
  numbers: ReadonlySet<OrganisationNumber>,
): number {
  let total = 0
  for (const { number } of employersAmong(records, question, numbers)) {
    const reports = records.demo.headcounts.filter(
      (row) => row.organisation === number && row.asOf <= question.asOf && wasKnown(row, question),
    )
    total += reports.sort((a, b) => (a.asOf < b.asOf ? 1 : -1))[0]?.workers ?? 0
  }
  return total
}

function membersAmong(
  { people }: DemoRecords,
  question: Question,
  numbers: ReadonlySet<OrganisationNumber>,
): number {
  return people.filter((person) =>
    person.memberships.some((row) => numbers.has(row.union) && holds(row, question)),
  ).length
}

function nameOf({ demo }: DemoRecords, question: Question, number: OrganisationNumber): string {
  return demo.organisations[number - 1]!.names.find((row) => holds(row, question))?.name ?? ''
}
