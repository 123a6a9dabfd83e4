import type { Draft } from '../draft.ts'
import type { Ended } from './history.ts'
import { sizesOf, type EmployerPlan, type UnionPlan } from './plan.ts'
import { quota, type Random } from '#tools/generate/random.ts'
import { shareOut } from '#tools/generate/organisations.ts'
import { addOrganisation, affiliate, open } from '../draft.ts'
import type { Frame, Street } from './frame.ts'
import { dayOf, isoOf, yearsAfter } from '#tools/generate/days.ts'
import type { OrganisationNumber, PersonNumber } from '../shapes.ts'

/** How many officers work in the district federation and in each street federation, without a membership here. */
const DISTRICT_OFFICERS = 9
const STREET_OFFICERS = 4

/** Which person numbers stand for whom, known before anybody is made: posts can refer to people by number. */
export interface Roll {
  officers: { employer: OrganisationNumber; first: PersonNumber; count: number }[]
  blocks: Block[]
  platform: { union: OrganisationNumber; startDay: number; first: PersonNumber; count: number }[]
  retained: RetainedPlan[]
  /** Workers with an employment and no membership, at employers without a union. */
  unorganised: EmployerPlan[]
  /** Members who left: their membership has ended. */
  leavers: EmployerPlan[]
  persons: number
}

/** The members at work of one employer; the first one has been there from the union's beginning. */
export interface Block {
  employer: EmployerPlan
  union: UnionPlan
  first: PersonNumber
}

export interface RetainedPlan {
  employer: OrganisationNumber
  union: OrganisationNumber
  /** When the union began to cover the employer, and when both ended if they did. */
  fromDay: number
  closedDay: number | null
  /** The union that keeps the membership after the closure. */
  placedIn: OrganisationNumber | null
}

interface Sources {
  frame: Frame
  employers: EmployerPlan[]
  ended: Ended[]
}

/** Numbers everybody and adds the platform workers' union of each street. */
export function planRoll(draft: Draft, { frame, employers, ended }: Sources): Roll {
  const random = draft.random('roll')
  const sizes = sizesOf(draft.scale)
  let next: PersonNumber = 1
  const take = (count: number) => (next += count) - count
  const officers = [
    { employer: frame.federation, first: take(DISTRICT_OFFICERS), count: DISTRICT_OFFICERS },
    ...frame.streets.map((street) => ({
      employer: street.federation,
      first: take(STREET_OFFICERS),
      count: STREET_OFFICERS,
    })),
  ]
  const blocks = employers.flatMap((employer) =>
    employer.union ? [{ employer, union: employer.union, first: take(employer.members) }] : [],
  )
  const platformCounts = shareOut(
    sizes.platform,
    frame.streets.map((street) => street.weight),
  )
  const platform = frame.streets.map((street, at) => {
    const count = platformCounts[at]!
    return { ...addPlatformUnion(draft, street, random), first: take(count), count }
  })
  shareHauliers(draft, { frame, employers, platform: platform.map((row) => row.union) })
  const unorganised = employers.filter((employer) => !employer.union && random.chance(0.6))
  const leavers = pickMany(random, blocks, quota(sizes.members, 0.015)).map((block) => block.employer)
  const retained = planRetained(
    { random, blocks, ended, platform: platform.map((row) => row.union) },
    sizes.retained,
  )
  take(retained.length + unorganised.length + leavers.length)
  return { officers, blocks, platform, retained, unorganised, leavers, persons: next - 1 }
}

/** Couriers and drivers are members of a joint union of their street without an employer there (rules C8). */
function addPlatformUnion(
  draft: Draft,
  street: Street,
  random: Random,
): { union: OrganisationNumber; startDay: number } {
  const startDay = random.between(dayOf('2021-09-01'), dayOf('2022-03-01'))
  const termEndDay = yearsAfter(startDay, 5 * (1 + Math.floor((draft.today - startDay) / 1827)))
  const union = addOrganisation(draft, {
    kind: 'basic_union',
    name: `宁波市江北区${street.name}新就业形态劳动者联合工会`,
    uscc: draft.employerMaker.nextUscc('81'),
    street: street.federation,
    startDay,
    union: {
      type: 'joint',
      termYears: 5,
      electedOn: isoOf(yearsAfter(termEndDay, -5)),
      termEndsBefore: isoOf(termEndDay),
      approvalDocument: draft.documentNumber(startDay),
    },
  }).number
  affiliate(draft, { child: union, parent: street.federation, kind: 'leads' }, [startDay])
  return { union, startDay }
}

/** Some hauliers with a union of their own are covered by the platform workers' union too: one employer, two unions. */
function shareHauliers(
  draft: Draft,
  {
    frame,
    employers,
    platform,
  }: { frame: Frame; employers: readonly EmployerPlan[]; platform: OrganisationNumber[] },
): void {
  for (const employer of employers) {
    if (employer.made.industryCode !== '07' || employer.union?.type !== 'single' || employer.organisation % 2)
      continue
    const union = platform[frame.streets.indexOf(employer.street)]!
    const startDay = Math.max(employer.coverageDay, dayOf('2022-04-01'))
    draft.coverages.push({ union, employer: employer.organisation, ...open(draft, startDay) })
  }
}

type RetainedSources = { random: Random; blocks: Block[]; ended: Ended[]; platform: OrganisationNumber[] }

/** Most retained members stay in the union they retired from; those of closed employers were placed in a street's union. */
function planRetained({ random, blocks, ended, platform }: RetainedSources, count: number): Roll['retained'] {
  const placed = ended.length === 0 ? 0 : quota(count, 0.2)
  const fromClosed = pickMany(random, ended, placed).map(({ employer, union, startDay, mergedDay }) => {
    return { employer, union, fromDay: startDay, closedDay: mergedDay, placedIn: random.pick(platform) }
  })
  const settled = blocks.filter((block) => block.employer.members >= 10)
  const stayed = pickMany(random, settled, count - placed).map(({ union, employer }) => {
    return {
      employer: employer.organisation,
      union: union.organisation,
      fromDay: employer.coverageDay,
      closedDay: null,
      placedIn: null,
    }
  })
  return [...fromClosed, ...stayed]
}

function pickMany<T>(random: Random, list: readonly T[], count: number): T[] {
  return Array.from({ length: count }, () => random.pick(list))
}
