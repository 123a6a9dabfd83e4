import { skewedSizes, type SyntheticEmployer } from '#tools/generate/organisations.ts'
import { quota, slotsByWeight, type Random } from '#tools/generate/random.ts'
import type { Draft } from '../draft.ts'
import type { Frame, Hub, Street } from './frame.ts'
import type { OrganisationNumber } from '../shapes.ts'

/** The register's totals: Workers' Daily page on Ningbo Jiangbei. A small demo holds one per cent of each. */
const FULL = { employers: 3969, workers: 144_500 }
/** Named members are about five sixths of the reported workers. */
const MEMBER_SHARE = 5 / 6
const RETAINED_SHARE = 0.009
const PLATFORM_SHARE = 0.008
const WITHOUT_UNION_SHARE = 0.106
/** From this many members on a union must form a committee (Trade Union Law art. 11); below it may join with others. */
const COMMITTEE_MEMBERS = 25

export interface EmployerPlan {
  made: SyntheticEmployer
  street: Street
  workers: number
  women: number
  migrants: number
  /** Named members at work here; 0 without a union. Retained members come on top. */
  members: number
  union: UnionPlan | null
  /** Filled in when the records are added. */
  organisation: OrganisationNumber
  startDay: number
  coverageDay: number
  origins: Origin[]
}

/** An employer and its union that came to an end by a merge, and whose members came along. */
export interface Origin {
  employer: OrganisationNumber
  union: OrganisationNumber
  startDay: number
  mergedDay: number
}

export type UnionGap = 'none' | 'no_chair' | 'term_over' | 'ends_in_30' | 'ends_in_90' | 'ends_in_180'

export interface UnionPlan {
  type: 'single' | 'joint' | 'organiser_only'
  name: string
  hub: Hub
  street: Street
  employers: EmployerPlan[]
  gap: UnionGap
  organisation: OrganisationNumber
  startDay: number
  electedDay: number
  termEndDay: number
}

export interface DemoSizes {
  employers: number
  workers: number
  /** Members in all: at work, in platform work, retained. */
  members: number
  retained: number
  platform: number
}

export function sizesOf(scale: Draft['scale']): DemoSizes {
  const part = (whole: number) => (scale === 'full' ? whole : Math.round(whole / 100))
  const workers = part(FULL.workers)
  const members = Math.round(workers * MEMBER_SHARE)
  return {
    employers: part(FULL.employers),
    workers,
    members,
    retained: quota(members, RETAINED_SHARE),
    platform: quota(members, PLATFORM_SHARE),
  }
}

/** All employers with street, reported numbers and named members, and the unions they are in. */
export function planEmployersAndUnions(
  draft: Draft,
  frame: Frame,
): { employers: EmployerPlan[]; unions: UnionPlan[] } {
  const sizes = sizesOf(draft.scale)
  const random = draft.random('plan')
  const streetSlots = slotsByWeight(frame.streets.map((street) => [street, street.weight] as const))
  const workers = skewedSizes(random, { count: sizes.employers, total: sizes.workers, least: 3 })
  const employers = workers.map((count) =>
    planEmployer(draft, { street: random.pick(streetSlots), workers: count, random }),
  )
  const withUnion = withoutSome(random, employers)
  setMembers(random, withUnion, sizes.members - sizes.retained - sizes.platform)
  const unions = planUnions(random, frame, withUnion)
  setGaps(random, unions)
  return { employers, unions }
}

function planEmployer(
  draft: Draft,
  { street, workers, random }: { street: Street; workers: number; random: Random },
): EmployerPlan {
  const made = draft.employerMaker.next()
  const womenShare = made.twoNew === 'new_social' ? 0.55 + random.unit() * 0.4 : 0.15 + random.unit() * 0.6
  return {
    made,
    street,
    workers,
    women: Math.round(workers * womenShare),
    migrants: Math.round(workers * (0.1 + random.unit() * 0.6)),
    members: 0,
    union: null,
    organisation: 0,
    startDay: 0,
    coverageDay: 0,
    origins: [],
  }
}

/** Leaves out those without a union: mostly small employers, a few with 25 workers and more, none of the largest. */
function withoutSome(random: Random, employers: readonly EmployerPlan[]): EmployerPlan[] {
  const missing = quota(employers.length, WITHOUT_UNION_SHARE)
  const larger = quota(missing, 0.08)
  const bySize = random.shuffle([...employers])
  const left = new Set([
    ...bySize.filter((e) => e.workers < COMMITTEE_MEMBERS).slice(0, missing - larger),
    ...bySize.filter((e) => e.workers >= COMMITTEE_MEMBERS && e.workers < 80).slice(0, larger),
  ])
  return employers.filter((employer) => !left.has(employer))
}

/** Members are between one and all of the workers of each employer; their sum is exact. */
function setMembers(random: Random, employers: readonly EmployerPlan[], total: number): void {
  const workers = employers.reduce((sum, employer) => sum + employer.workers, 0)
  if (total > workers) throw new RangeError('more members than workers in employers with a union')
  const missing = employers.map((employer) => employer.workers * random.unit() ** 2)
  const factor = (workers - total) / missing.reduce((sum, part) => sum + part, 0)
  let left = total
  employers.forEach((employer, at) => {
    employer.members = Math.min(
      employer.workers,
      Math.max(1, Math.round(employer.workers - missing[at]! * factor)),
    )
    left -= employer.members
  })
  for (let at = 0; left !== 0; at = (at + 1) % employers.length) {
    const employer = employers[at]!
    const step = Math.sign(left)
    if (employer.members + step < 1 || employer.members + step > employer.workers) continue
    employer.members += step
    left -= step
  }
}

function planUnions(random: Random, frame: Frame, employers: readonly EmployerPlan[]): UnionPlan[] {
  const unions: UnionPlan[] = []
  const joining = new Map<Street, EmployerPlan[]>(frame.streets.map((street) => [street, []]))
  for (const employer of employers) {
    const isLarge = employer.members >= COMMITTEE_MEMBERS
    // A few with 25 members and more are still in a joint union: the hint that a committee is due.
    if (isLarge ? random.chance(0.985) : random.chance(0.08))
      unions.push(makeUnion(random, 'single', [employer]))
    else if (!isLarge && random.chance(0.03)) unions.push(makeUnion(random, 'organiser_only', [employer]))
    else joining.get(employer.street)!.push(employer)
  }
  for (const [street, members] of joining) {
    const numbers = new Map<Hub, number>()
    while (members.length > 0) {
      const group = members.splice(0, random.between(7, 18))
      // One employer alone is not a joint union; the last one of a street has an organiser instead.
      const union = makeUnion(random, group.length > 1 ? 'joint' : 'organiser_only', group)
      if (union.type === 'joint') {
        union.hub = random.pick(street.hubs)
        const number = (numbers.get(union.hub) ?? 0) + 1
        numbers.set(union.hub, number)
        union.name = `${union.hub.prefix}第${chineseNumber(number)}联合工会委员会`
      }
      unions.push(union)
    }
  }
  return unions
}

function makeUnion(random: Random, type: UnionPlan['type'], employers: EmployerPlan[]): UnionPlan {
  const [first] = employers as [EmployerPlan, ...EmployerPlan[]]
  const union: UnionPlan = {
    type,
    name: `${first.made.name}${type === 'organiser_only' ? '工会' : '工会委员会'}`,
    hub: random.pick(first.street.hubs),
    street: first.street,
    employers,
    gap: 'none',
    organisation: 0,
    startDay: 0,
    electedDay: 0,
    termEndDay: 0,
  }
  for (const employer of employers) employer.union = union
  return union
}

/** The worklists: unions without a chair, with a term that is over, or that ends soon. */
function setGaps(random: Random, unions: readonly UnionPlan[]): void {
  const order = random.shuffle([...unions])
  const shares: readonly (readonly [UnionGap, number])[] = [
    ['no_chair', 0.05],
    ['term_over', 0.02],
    ['ends_in_30', 0.025],
    ['ends_in_90', 0.04],
    ['ends_in_180', 0.06],
  ]
  for (const [gap, share] of shares) {
    for (const union of order.splice(0, quota(unions.length, share))) union.gap = gap
  }
}

const DIGITS = [...'零一二三四五六七八九']

/** Chinese numerals up to 99. */
export function chineseNumber(number: number): string {
  const tens = Math.floor(number / 10)
  const ones = number % 10
  return (
    (tens > 1 ? DIGITS[tens]! : '') + (tens > 0 ? '十' : '') + (ones > 0 || number === 0 ? DIGITS[ones]! : '')
  )
}
