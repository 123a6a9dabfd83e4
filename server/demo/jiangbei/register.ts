import { mobileNumbers } from '#tools/generate/codes.ts'
import { dayOf, isoOf, yearsAfter } from '#tools/generate/days.ts'
import { quota, type Random } from '#tools/generate/random.ts'
import { addOrganisation, affiliate, open, type Draft } from '../draft.ts'
import type { Frame } from './frame.ts'
import { chineseNumber, type EmployerPlan, type UnionPlan } from './plan.ts'
import type { DemoEmployer, OrganisationNumber } from '../shapes.ts'

const FIRST_UNIONS = dayOf('2001-06-01')

/** Adds unions and employers with their links, direct points, industrial guidance and the Party bodies of employers. */
export function addRegister(
  draft: Draft,
  frame: Frame,
  plans: { employers: EmployerPlan[]; unions: UnionPlan[] },
): void {
  const random = draft.random('register')
  for (const union of plans.unions) addUnion(draft, union, random)
  const directPoints = chooseDirectPoints(random, plans.employers)
  const contactMobile = mobileNumbers(draft.seed + 500_000)
  for (const employer of plans.employers) {
    addEmployer(draft, employer, {
      random,
      directPoint: directPoints.get(employer) ?? null,
      contactMobile: contactMobile(),
    })
  }
  linkLargestToDistrict(draft, frame, plans.unions)
  addGuidance(draft, frame, plans.unions)
  addPartyBodies(draft, frame, plans.employers)
}

function addUnion(draft: Draft, union: UnionPlan, random: Random): void {
  const termYears = random.chance(0.6) ? 5 : 3
  union.termEndDay = draft.today + daysToTermEnd(union, termYears, random)
  union.electedDay = yearsAfter(union.termEndDay, -termYears)
  // A joint union has had at least one term before; the employers joined it then or later.
  const earlierTerms = union.type === 'joint' ? random.between(1, 3) : random.between(0, 3)
  union.startDay = Math.max(FIRST_UNIONS, yearsAfter(union.electedDay, -termYears * earlierTerms))
  union.organisation = addOrganisation(draft, {
    kind: 'basic_union',
    name: union.name,
    uscc: union.type === 'organiser_only' ? null : draft.employerMaker.nextUscc('81'),
    street: union.street.federation,
    startDay: union.startDay,
    union: {
      type: union.type,
      termYears,
      electedOn: isoOf(union.electedDay),
      termEndsBefore: isoOf(union.termEndDay),
      approvalDocument: draft.documentNumber(union.electedDay),
    },
  }).number
  // The association may be younger than the union, which was led by the street until then.
  const hubDay = Math.max(union.startDay, hubStart(draft, union))
  if (hubDay > union.startDay) {
    affiliate(draft, { child: union.organisation, parent: union.street.federation, kind: 'leads' }, [
      union.startDay,
      hubDay,
    ])
  }
  affiliate(draft, { child: union.organisation, parent: union.hub.organisation, kind: 'leads' }, [hubDay])
}

function daysToTermEnd(union: UnionPlan, termYears: number, random: Random): number {
  if (union.gap === 'term_over') return -random.between(10, 300)
  if (union.gap === 'ends_in_30') return random.between(3, 30)
  if (union.gap === 'ends_in_90') return random.between(31, 90)
  if (union.gap === 'ends_in_180') return random.between(91, 180)
  return random.between(181, termYears * 365 - 200)
}

function hubStart(draft: Draft, union: UnionPlan): number {
  return dayOf(draft.organisations[union.hub.organisation - 1]!.startsOn)
}

type EmployerExtras = { random: Random; directPoint: DemoEmployer['directPoint']; contactMobile: string }

function addEmployer(
  draft: Draft,
  employer: EmployerPlan,
  { random, directPoint, contactMobile }: EmployerExtras,
): void {
  const union = employer.union
  employer.startDay =
    union && union.type !== 'joint'
      ? union.startDay - random.between(90, 2500)
      : draft.today - random.between(500, 7000)
  employer.coverageDay = union
    ? Math.max(union.startDay, Math.min(employer.startDay + random.between(60, 900), draft.today - 120))
    : 0
  if (union && union.type !== 'joint') employer.coverageDay = union.startDay
  const { name, uscc, twoNew, industryCode, natureCode } = employer.made
  employer.organisation = addOrganisation(draft, {
    kind: 'employer',
    name,
    uscc,
    street: employer.street.federation,
    startDay: employer.startDay,
    employer: {
      twoNew,
      industryCode,
      natureCode,
      directPoint,
      annualBudgetFen: directPoint ? random.pick([3_000_000, 3_500_000, 4_000_000, 5_000_000]) : null,
      sixHaves: employer.workers >= 50 || directPoint ? venueOf(random) : null,
      contactMobile,
    },
  }).number
  const child = employer.organisation
  // Until a union covers it an employer is looked after by its street; from then on by that union.
  const street = { child, parent: employer.street.federation, kind: 'leads' } as const
  if (!union) return affiliate(draft, street, [employer.startDay])
  if (employer.coverageDay > employer.startDay)
    affiliate(draft, street, [employer.startDay, employer.coverageDay])
  affiliate(draft, { child, parent: union.organisation, kind: 'leads' }, [employer.coverageDay])
  draft.coverages.push({ union: union.organisation, employer: child, ...open(draft, employer.coverageDay) })
}

/** About half of the venues have all six. */
function venueOf(random: Random): boolean[] {
  return Array.from({ length: 6 }, () => random.chance(0.9))
}

/** 16 points of the district and 26 of the streets, all with a union of their own. */
function chooseDirectPoints(
  random: Random,
  employers: readonly EmployerPlan[],
): Map<EmployerPlan, DemoEmployer['directPoint']> {
  const fit = random.shuffle(employers.filter((e) => e.union?.type === 'single' && e.workers >= 40))
  const ofDistrict = quota(employers.length, 0.004)
  const ofStreets = quota(employers.length, 0.0065)
  return new Map(
    fit
      .slice(0, ofDistrict + ofStreets)
      .map((employer, at) => [employer, at < ofDistrict ? 'district' : 'street'] as const),
  )
}

/** The unions of the largest employers answer to the district itself and belong to their street by territory only. */
function linkLargestToDistrict(draft: Draft, frame: Frame, unions: readonly UnionPlan[]): void {
  const single = unions.filter((union) => union.type === 'single')
  const bySize = [...single].sort((a, b) => b.employers[0]!.workers - a.employers[0]!.workers)
  for (const union of bySize.slice(0, quota(unions.length, 0.006))) {
    const row = draft.affiliations.findLast(
      (link) => link.child === union.organisation && link.kind === 'leads' && link.endsBefore === null,
    )!
    row.parent = frame.federation
    union.hub = { organisation: frame.federation, prefix: '区直' }
    affiliate(draft, { child: union.organisation, parent: union.street.federation, kind: 'territory' }, [
      dayOf(row.startsOn),
    ])
  }
}

/** Industrial unions guide the unions of their trade: building (05), transport (07) and education (16). */
function addGuidance(draft: Draft, frame: Frame, unions: readonly UnionPlan[]): void {
  const random = draft.random('guidance')
  const guides: Record<string, OrganisationNumber> = {
    '05': frame.constructionUnion,
    '07': frame.constructionUnion,
    '16': frame.educationUnion,
  }
  for (const union of unions) {
    const parent = guides[union.employers[0]!.made.industryCode]
    if (union.type !== 'single' || parent === undefined || !random.chance(0.4)) continue
    const startDay = random.between(Math.max(union.startDay, dayOf('2003-06-01')), draft.today)
    affiliate(draft, { child: union.organisation, parent, kind: 'guides' }, [startDay])
  }
}

/** About a quarter of the employers has a Party body: the larger ones their own branch, others one for several. */
function addPartyBodies(draft: Draft, frame: Frame, employers: readonly EmployerPlan[]): void {
  const random = draft.random('party')
  for (const street of frame.streets) {
    const here = employers.filter((employer) => employer.street === street)
    const own = here.filter((employer) => employer.workers >= 50 && random.chance(0.5))
    const shared = here.filter((employer) => employer.workers < 50 && random.chance(0.17))
    for (const employer of own) {
      linkParty(draft, { name: `中共${employer.made.name}支部委员会`, employers: [employer], random })
    }
    for (let number = 1; shared.length > 0; number++) {
      const name = `中共${street.name}两新组织第${chineseNumber(number)}联合支部委员会`
      linkParty(draft, { name, employers: shared.splice(0, random.between(3, 6)), random })
    }
  }
}

function linkParty(
  draft: Draft,
  { name, employers, random }: { name: string; employers: EmployerPlan[]; random: Random },
): void {
  const [first] = employers as [EmployerPlan, ...EmployerPlan[]]
  const startDay = Math.min(
    draft.today - 10,
    Math.max(dayOf('2012-10-01'), first.startDay + random.between(200, 400)),
  )
  const branch = addOrganisation(draft, {
    kind: 'party_body',
    name,
    uscc: null,
    street: first.street.federation,
    startDay,
  }).number
  affiliate(draft, { child: branch, parent: first.street.partyCommittee, kind: 'leads' }, [startDay])
  for (const employer of employers) {
    const from = Math.max(startDay, employer.startDay)
    affiliate(draft, { child: employer.organisation, parent: branch, kind: 'party' }, [from])
  }
}
