import { unionNameOf } from '#tools/generate/organisations.ts'
import { dayOf, isoOf } from '#tools/generate/days.ts'
import { quota, type Random } from '#tools/generate/random.ts'
import {
  addOrganisation,
  affiliate,
  endOpenRows,
  endOrganisation,
  ended,
  learntAt,
  open,
  type Draft,
} from '../draft.ts'
import type { EmployerPlan, Origin, UnionPlan } from './plan.ts'
import type { DemoAffiliation, DemoOperation, OrganisationNumber } from '../shapes.ts'

/** An employer that is no more, with the union that covered it and the workers it last had. */
export interface Ended extends Origin {
  workers: number
}

interface Plans {
  employers: EmployerPlan[]
  unions: UnionPlan[]
}

/** Renames, moves (past and planned), closures, merges and splits. Returns the employers that ended. */
export function addHistory(draft: Draft, plans: Plans): Ended[] {
  const random = draft.random('history')
  const single = random.shuffle(
    plans.unions.filter((union) => union.type === 'single' && isOld(draft, union.startDay)),
  )
  const renamed = single.splice(0, quota(plans.employers.length, 0.008))
  const moved = single.filter((union) => union.street.hubs.length > 1 && union.hub.prefix !== '区直')
  const successors = random.shuffle([...single]).slice(0, quota(plans.employers.length, 0.004))
  for (const union of renamed) rename(draft, union, random)
  moved
    .slice(0, quota(plans.unions.length, 0.012))
    .forEach((union, at) => move(draft, union, { random, isPlanned: at === 0 }))
  const merged = successors.map((union) => mergeInto(draft, union, random))
  const closed = plans.employers
    .slice(0, quota(plans.employers.length, 0.015))
    .map((neighbour) => closeOne(draft, neighbour, random))
  addSplits(draft, plans.employers, random)
  return [...merged, ...closed]
}

function isOld(draft: Draft, startDay: number): boolean {
  return startDay < draft.ledgerFrom - 200
}

function recordOperation(
  draft: Draft,
  kind: DemoOperation['kind'],
  what: { organisation: OrganisationNumber; other?: OrganisationNumber; day: number },
): string {
  const decidedDay = Math.min(what.day, draft.today)
  const documentNumber = draft.documentNumber(decidedDay)
  draft.operations.push({
    kind,
    organisation: what.organisation,
    other: what.other ?? null,
    on: isoOf(what.day),
    documentNumber,
    recordedAt: learntAt(draft, decidedDay),
  })
  return documentNumber
}

function rename(draft: Draft, union: UnionPlan, random: Random): void {
  const employer = union.employers[0]!
  const day = random.between(draft.ledgerFrom + 30, draft.today - 40)
  const formerName = draft.employerMaker.next().name
  const pairs = [
    [employer.organisation, formerName, employer.startDay],
    [union.organisation, unionNameOf(formerName), union.startDay],
  ] as const
  for (const [number, name, startDay] of pairs) {
    const organisation = draft.organisations[number - 1]!
    organisation.names = [
      ...ended(draft, startDay, day).map((row) => ({ name, ...row })),
      { name: organisation.name, ...open(draft, day) },
    ]
    recordOperation(draft, 'rename', { organisation: number, day })
  }
}

/** The union was led by another hub of its street before; a planned move happens next month and is already recorded. */
function move(
  draft: Draft,
  union: UnionPlan,
  { random, isPlanned }: { random: Random; isPlanned: boolean },
): void {
  const child = union.organisation
  const isOpen = (link: DemoAffiliation) =>
    link.child === child && link.kind === 'leads' && link.endsBefore === null && link.supersededAt === null
  const row = draft.affiliations.find(isOpen)!
  const hubs = union.street.hubs.filter((hub) => hub !== union.hub)
  // A hub that led the union before must have been there when the union came to it.
  const fit = isPlanned
    ? hubs
    : hubs.filter((hub) => draft.organisations[hub.organisation - 1]!.startsOn <= row.startsOn)
  if (fit.length === 0) return
  const other = random.pick(fit)
  const earliest = Math.max(dayOf(row.startsOn), draft.ledgerFrom) + 90
  const day = isPlanned ? draft.today + 30 : random.between(earliest, draft.today - 60)
  const parent = isPlanned ? other.organisation : row.parent
  if (!isPlanned) row.parent = other.organisation
  const documentNumber = recordOperation(draft, 'move', { organisation: child, other: parent, day })
  if (!isPlanned && random.chance(0.3)) {
    // First entered four weeks too early; the correction supersedes both rows of the wrong entry.
    const supersededAt = learntAt(draft, day + 10)
    endOpenRows(draft, draft.affiliations, { day: day - 28, concerns: isOpen })
    draft.affiliations.at(-1)!.supersededAt = supersededAt
    draft.affiliations.push({
      child,
      parent,
      kind: 'leads',
      documentNumber,
      ...open(draft, day - 28),
      supersededAt,
    })
    draft.affiliations.push({ ...row, endsBefore: isoOf(day), recordedAt: supersededAt, supersededAt: null })
    draft.affiliations.push({
      child,
      parent,
      kind: 'leads',
      documentNumber,
      ...open(draft, day),
      recordedAt: supersededAt,
    })
    return
  }
  endOpenRows(draft, draft.affiliations, { day, concerns: isOpen })
  draft.affiliations.push({ child, parent, kind: 'leads', documentNumber, ...open(draft, day) })
}

/** An employer with its own union that was merged into a present one; its members came along. */
function mergeInto(draft: Draft, union: UnionPlan, random: Random): Ended {
  const successor = union.employers[0]!
  const mergedDay = random.between(draft.ledgerFrom + 60, draft.today - 60)
  const origin = addEndedEmployer(draft, { neighbour: successor, endDay: mergedDay, random })
  successor.origins.push(origin)
  const pairs = [
    [origin.employer, successor.organisation],
    [origin.union, union.organisation],
  ] as const
  for (const [predecessor, heir] of pairs) {
    draft.successions.push({ predecessor, successor: heir, on: isoOf(mergedDay), kind: 'merge' })
    recordOperation(draft, 'merge', { organisation: predecessor, other: heir, day: mergedDay })
  }
  return origin
}

function closeOne(draft: Draft, neighbour: EmployerPlan, random: Random): Ended {
  const endDay = random.between(draft.ledgerFrom + 60, draft.today - 30)
  const closed = addEndedEmployer(draft, { neighbour, endDay, random })
  for (const organisation of [closed.employer, closed.union]) {
    recordOperation(draft, 'close', { organisation, day: endDay })
  }
  return closed
}

/** A former employer of the same street as a present one, with the single union that ended on the same day. */
function addEndedEmployer(
  draft: Draft,
  { neighbour: { street }, endDay, random }: { neighbour: EmployerPlan; endDay: number; random: Random },
): Ended {
  const made = draft.employerMaker.next()
  const startDay = draft.ledgerFrom - random.between(1200, 4500)
  const unionDay = startDay + random.between(100, 800)
  const electedDay = unionDay
  const union = addOrganisation(draft, {
    kind: 'basic_union',
    name: unionNameOf(made.name),
    uscc: draft.employerMaker.nextUscc('81'),
    street: street.federation,
    startDay: unionDay,
    union: {
      type: 'single',
      termYears: 5,
      electedOn: isoOf(electedDay),
      termEndsBefore: isoOf(electedDay + 1826),
      approvalDocument: draft.documentNumber(electedDay),
    },
  })
  const { uscc, twoNew, industryCode, natureCode } = made
  const employer = addOrganisation(draft, {
    kind: 'employer',
    name: made.name,
    uscc,
    street: street.federation,
    startDay,
    employer: {
      twoNew,
      industryCode,
      natureCode,
      directPoint: null,
      annualBudgetFen: null,
      sixHaves: null,
      contactMobile: null,
    },
  })
  affiliate(draft, { child: union.number, parent: street.federation, kind: 'leads' }, [unionDay])
  affiliate(draft, { child: employer.number, parent: street.federation, kind: 'leads' }, [startDay, unionDay])
  affiliate(draft, { child: employer.number, parent: union.number, kind: 'leads' }, [unionDay])
  draft.coverages.push({ union: union.number, employer: employer.number, ...open(draft, unionDay) })
  endOrganisation(draft, employer, endDay)
  endOrganisation(draft, union, endDay)
  return {
    employer: employer.number,
    union: union.number,
    startDay: unionDay,
    mergedDay: endDay,
    workers: random.between(6, 60),
  }
}

/** A younger employer that was part of an older one of the same street and trade until it was founded. */
function addSplits(draft: Draft, employers: readonly EmployerPlan[], random: Random): void {
  const young = random.shuffle(
    employers.filter(
      (employer) => employer.startDay > draft.ledgerFrom && employer.made.twoNew !== 'new_social',
    ),
  )
  for (const offspring of young.slice(0, quota(employers.length, 0.001))) {
    const parent = employers.find(
      (e) => e.street === offspring.street && e.workers > 60 && e.startDay < draft.ledgerFrom - 400,
    )
    if (!parent) continue
    const [predecessor, successor, day] = [parent.organisation, offspring.organisation, offspring.startDay]
    draft.successions.push({ predecessor, successor, on: isoOf(day), kind: 'split' })
    recordOperation(draft, 'split', { organisation: predecessor, other: successor, day })
  }
}
