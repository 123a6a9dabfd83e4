import { employerMaker, type EmployerMaker } from '#tools/generate/organisations.ts'
import { dayOf, isoOf, lastQuarterEnd, yearOf, yearsAfter } from '#tools/generate/days.ts'
import { randomFrom, type Random } from '#tools/generate/random.ts'
import type {
  Dated,
  DemoAffiliation,
  DemoAppointment,
  DemoCoverage,
  DemoHeadcount,
  DemoOperation,
  DemoOrganisation,
  DemoScale,
  DemoSuccession,
  OrganisationKind,
  OrganisationNumber,
} from './shapes.ts'

/** Where a demo plays: what its names, codes and documents begin with. */
export interface DemoPlace {
  code: string
  divisionCode: string
  city: string
  district: string
  /** How the federation's documents are numbered, such as 甬北工. */
  documents: string
  /** Since how many years the register has been kept here. */
  ledgerYears: number
}

/** The demo while it is being put together. Days are day numbers here and become texts in the records. */
export interface Draft {
  place: DemoPlace
  scale: DemoScale
  seed: number
  today: number
  /** The day of the latest headcounts. */
  figuresOn: number
  /** The day from which the register has been kept here; nothing is recorded earlier. */
  ledgerFrom: number
  employerMaker: EmployerMaker
  random(stream: string): Random
  /** The next number of the federation's documents in the year of a day, such as 甬北工〔2024〕17号. */
  documentNumber(day: number): string
  organisations: DemoOrganisation[]
  affiliations: DemoAffiliation[]
  coverages: DemoCoverage[]
  headcounts: DemoHeadcount[]
  successions: DemoSuccession[]
  operations: DemoOperation[]
  appointments: DemoAppointment[]
}

export function startDraft(
  place: DemoPlace,
  { scale, today, seed }: { scale: DemoScale; today: string; seed: number },
): Draft {
  const day = dayOf(today)
  const documents = new Map<number, number>()
  const random = (stream: string) => randomFrom(`${seed}:${place.code}:${stream}`)
  return {
    place,
    scale,
    seed,
    today: day,
    figuresOn: lastQuarterEnd(day),
    ledgerFrom: yearsAfter(day, -place.ledgerYears),
    employerMaker: employerMaker(random('employers'), place),
    random,
    documentNumber: (on) => {
      const year = yearOf(on)
      const count = (documents.get(year) ?? 0) + 1
      documents.set(year, count)
      return `${place.documents}〔${year}〕${count}号`
    },
    organisations: [],
    affiliations: [],
    coverages: [],
    headcounts: [],
    successions: [],
    operations: [],
    appointments: [],
  }
}

/** A period that still holds, recorded when an officer would have learnt of it. */
export function open(draft: Draft, startDay: number): Dated {
  return {
    startsOn: isoOf(startDay),
    endsBefore: null,
    recordedAt: learntAt(draft, startDay),
    supersededAt: null,
  }
}

/**
 * A period that ended, as the register knows it: first the open row that was believed until the end became known, then the row with
 * its end. A period that had ended before the register began is one row.
 */
export function ended(draft: Draft, startDay: number, endDay: number): Dated[] {
  const first = open(draft, startDay)
  const last = { ...first, endsBefore: isoOf(endDay), recordedAt: learntAt(draft, endDay) }
  return last.recordedAt === first.recordedAt ? [last] : [{ ...first, supersededAt: last.recordedAt }, last]
}

/** Half past nine in the morning, three days after the day, but not before the register began nor after today. */
export function learntAt(draft: Draft, day: number): string {
  return `${isoOf(Math.min(Math.max(day + 3, draft.ledgerFrom), draft.today))}T01:30:00.000Z`
}

type NewOrganisation = Pick<DemoOrganisation, 'name' | 'uscc' | 'street'> &
  Partial<Pick<DemoOrganisation, 'union' | 'employer' | 'divisionCode'>> & {
    kind: OrganisationKind
    startDay: number
  }

/** Adds an organisation that still exists, with one name, and returns the record. */
export function addOrganisation(draft: Draft, { startDay, ...given }: NewOrganisation): DemoOrganisation {
  const number = draft.organisations.length + 1
  const divisionCode = given.divisionCode ?? draft.place.divisionCode
  const organisation: DemoOrganisation = {
    number,
    kind: given.kind,
    name: given.name,
    names: [{ name: given.name, ...open(draft, startDay) }],
    uscc: given.uscc,
    statCode: `${divisionCode}${String(number).padStart(6, '0')}`,
    divisionCode,
    street: given.street,
    streetName: streetNameOf(draft, given.street),
    startsOn: isoOf(startDay),
    endsBefore: null,
    union: given.union ?? null,
    employer: given.employer ?? null,
  }
  draft.organisations.push(organisation)
  return organisation
}

function streetNameOf(draft: Draft, street: OrganisationNumber | null): string | null {
  if (street === null) return null
  return draft.organisations[street - 1]!.name.replace(draft.place.district, '').replace(/总工会$/, '')
}

type Link = Pick<DemoAffiliation, 'child' | 'parent' | 'kind'>

/** Links a child to a parent from one day on, until before another day where one is given. */
export function affiliate(draft: Draft, link: Link, [startDay, endDay]: readonly [number, number?]): void {
  const rows = endDay === undefined ? [open(draft, startDay)] : ended(draft, startDay, endDay)
  for (const row of rows) draft.affiliations.push({ ...link, documentNumber: null, ...row })
}

/** Ends an organisation, its name and every open link and coverage of it on a day. */
export function endOrganisation(draft: Draft, organisation: DemoOrganisation, day: number): void {
  organisation.endsBefore = isoOf(day)
  endOpenRows(draft, organisation.names, { day, concerns: () => true })
  endOpenRows(draft, draft.affiliations, { day, concerns: (row) => row.child === organisation.number })
  endOpenRows(draft, draft.coverages, {
    day,
    concerns: (row) => row.union === organisation.number || row.employer === organisation.number,
  })
}

/** Supersedes open rows by rows that end on the day. */
export function endOpenRows<Row extends Dated>(
  draft: Draft,
  rows: Row[],
  { day, concerns }: { day: number; concerns: (row: Row) => boolean },
): void {
  const recordedAt = learntAt(draft, day)
  for (const row of rows.filter(
    (each) => each.endsBefore === null && each.supersededAt === null && concerns(each),
  )) {
    rows.push({ ...row, endsBefore: isoOf(day), recordedAt })
    row.supersededAt = recordedAt
  }
}
