import { dayOf, isoOf, yearsAfter } from '#tools/generate/days.ts'
import { shareOut, skewedSizes, unionNameOf } from '#tools/generate/organisations.ts'
import { addOrganisation, affiliate, learntAt, open, type Draft } from '../draft.ts'
import type { OrganisationNumber, PersonNumber } from '../shapes.ts'
import type { Branch, Frame } from './frame.ts'
import type { Sizes } from './sizes.ts'

/** A basic union of one employer, with the numbers of its people: chair first, then whoever signs in, then matchmakers and singles. */
export interface UnionBlock {
  union: OrganisationNumber
  employer: OrganisationNumber
  branch: Branch
  startDay: number
  electedDay: number
  termEndDay: number
  members: number
  first: PersonNumber
}

const WORKERS_TO_MEMBERS = 1.18
const FEWEST_MEMBERS = 8

/** Employers, each with its own union below a district or group, and what it reported; people are numbered from `first` on. */
export function addRegister(
  draft: Draft,
  frame: Frame,
  { sizes, first }: { sizes: Sizes; first: PersonNumber },
): UnionBlock[] {
  const random = draft.random('register')
  const counts = shareOut(
    sizes.unions,
    frame.branches.map(({ weight }) => weight),
  )
  const members = skewedSizes(random, { count: sizes.unions, total: sizes.members, least: FEWEST_MEMBERS })
  let next = first
  return frame.branches
    .flatMap((branch, at) => Array.from({ length: counts[at]! }, () => branch))
    .map((branch, at) => {
      const block = addUnion(draft, branch, { members: members[at]!, first: next })
      next += block.members
      return block
    })
}

function addUnion(draft: Draft, branch: Branch, given: { members: number; first: PersonNumber }): UnionBlock {
  const random = draft.random(`union:${given.first}`)
  const made = draft.employerMaker.next()
  const { divisionCode } = branch
  const startDay = random.between(dayOf('2010-01-01'), yearsAfter(draft.today, -8))
  const termEndDay = draft.today + random.between(200, 1500)
  const electedDay = yearsAfter(termEndDay, -5)
  const union = addOrganisation(draft, {
    kind: 'basic_union',
    name: unionNameOf(made.name),
    uscc: draft.employerMaker.nextUscc('81'),
    street: null,
    startDay,
    divisionCode,
    union: {
      type: 'single',
      termYears: 5,
      electedOn: isoOf(electedDay),
      termEndsBefore: isoOf(termEndDay),
      approvalDocument: draft.documentNumber(electedDay),
    },
  }).number
  affiliate(draft, { child: union, parent: branch.organisation, kind: 'leads' }, [startDay])
  const employer = addOrganisation(draft, {
    kind: 'employer',
    name: made.name,
    uscc: made.uscc,
    street: null,
    startDay: startDay - random.between(90, 2500),
    divisionCode,
    employer: {
      twoNew: made.twoNew,
      industryCode: made.industryCode,
      natureCode: made.natureCode,
      directPoint: null,
      annualBudgetFen: null,
      sixHaves: null,
      contactMobile: null,
    },
  }).number
  affiliate(draft, { child: employer, parent: union, kind: 'leads' }, [startDay])
  draft.coverages.push({ union, employer, ...open(draft, startDay) })
  report(draft, employer, given.members)
  return { union, employer, branch, startDay, electedDay, termEndDay, ...given }
}

function report(draft: Draft, organisation: OrganisationNumber, members: number): void {
  const workers = Math.round(members * WORKERS_TO_MEMBERS)
  draft.headcounts.push({
    organisation,
    asOf: isoOf(draft.figuresOn),
    workers,
    women: Math.round(workers * 0.45),
    migrants: Math.round(workers * 0.3),
    source: 'quarterly_report',
    recordedAt: learntAt(draft, draft.figuresOn + 5),
    supersededAt: null,
  })
}
