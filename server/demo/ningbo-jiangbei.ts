import { isoOf } from '#tools/generate/days.ts'
import { startDraft, type Draft } from './draft.ts'
import { addFrame } from './jiangbei/frame.ts'
import { addHeadcounts } from './jiangbei/headcounts.ts'
import { addHistory } from './jiangbei/history.ts'
import { demoPeople } from './jiangbei/people.ts'
import { planEmployersAndUnions, sizesOf } from './jiangbei/plan.ts'
import { addPosts, appointViceChair, SHOWN_STREET, type Posts } from './jiangbei/posts.ts'
import { addRegister } from './jiangbei/register.ts'
import { planRoll, type Block, type Roll } from './jiangbei/roll.ts'
import { planTalents } from './jiangbei/talents.ts'
import type { DemoAccount, DemoRole, DemoScale, DemoTenant } from './shapes.ts'

const CODE = 'ningbo-jiangbei'
const SEED = 330205
const place = {
  code: CODE,
  divisionCode: '330205',
  city: '宁波',
  district: '宁波市江北区',
  documents: '甬北工',
  ledgerYears: 3,
}

/**
 * The demo of 宁波市江北区总工会: 3,969 two-new organisations and 144,500 workers by headcount (Workers' Daily page), as of `today`
 * (`YYYY-MM-DD`, 2022 or later). The same scale, day and seed give the same records on every machine.
 */
export function ningboJiangbei({
  scale,
  today,
  seed = SEED,
}: {
  scale: DemoScale
  today: string
  seed?: number
}): DemoTenant {
  const draft = startDraft(place, { scale, today, seed })
  const frame = addFrame(draft)
  const plans = planEmployersAndUnions(draft, frame)
  addRegister(draft, frame, plans)
  const ended = addHistory(draft, plans)
  addHeadcounts(draft, plans.employers, ended)
  const roll = planRoll(draft, { frame, employers: plans.employers, ended })
  const posts = addPosts(draft, frame, roll)
  const accounts = chooseAccounts(draft, roll, posts)
  const sizes = sizesOf(scale)
  return {
    code: CODE,
    name: '宁波市江北区总工会',
    scale,
    totals: {
      twoNewOrganisations: sizes.employers,
      workers: sizes.workers,
      members: sizes.members,
      persons: roll.persons,
      figuresOn: isoOf(draft.figuresOn),
    },
    organisations: draft.organisations,
    affiliations: draft.affiliations,
    coverages: draft.coverages,
    headcounts: draft.headcounts,
    successions: draft.successions,
    operations: draft.operations,
    appointments: draft.appointments,
    accounts,
    venues: scale === 'full' ? 96 : 8,
    assessed: scale === 'full' ? 80 : 12,
    electing: unionOf(draft, accounts),
    matchmaking: null,
    commissioners: { talents: planTalents(draft, frame, roll) },
    people: () => demoPeople(draft, roll),
  }
}

/** The union whose chair has an account. */
function unionOf(draft: Draft, accounts: readonly DemoAccount[]): number {
  const [chair] = accounts.find(({ role }) => role === 'union')!.appointments
  return draft.appointments.find(({ number }) => number === chair)!.organisation
}

/** One account per role. A district tenant has no city: the district federation is its top. */
function chooseAccounts(draft: Draft, roll: Roll, posts: Posts): DemoAccount[] {
  const shown = chooseShownUnion(roll, posts)
  const elsewhere = roll.blocks.find(
    (block) =>
      block.union.type === 'joint' &&
      block.employer.street !== shown.employer.street &&
      block.employer.members > 1,
  )!
  const chair = posts.chairs.get(shown.union.organisation)!
  const street = shown.employer.street.federation
  const platformUnion = roll.platform.find(
    ({ union }) => draft.organisations[union - 1]!.street === street,
  )!.union
  const second = appointViceChair(draft, shown.first, platformUnion)
  const account = (role: DemoRole, person: number, appointments: number[]): DemoAccount => {
    return { role, login: `${role}@${CODE}`, person, appointments }
  }
  const officer = (role: DemoRole, appointments: number[]) =>
    account(role, draft.appointments.find((row) => row.number === appointments[0])!.person, appointments)
  return [
    officer('district', posts.district),
    officer('street', posts.street),
    officer('union', [chair, second]),
    account('worker', shown.first + 1, []),
    account('worker2', elsewhere.first + 1, []),
    officer('system', [posts.system]),
    officer('security', [posts.security]),
    officer('audit', [posts.audit]),
    officer('auditor', [posts.auditor]),
    officer('finance', [posts.finance]),
    officer('district2', [posts.second]),
  ]
}

/** A union of one employer with a chair, of a size that fits on a screen, in the shown street if there is one. */
function chooseShownUnion(roll: Roll, posts: Posts): Block {
  const street = roll.officers[SHOWN_STREET + 1]!.employer
  const fit = roll.blocks.filter(
    ({ union, employer }) =>
      union.type === 'single' && posts.chairs.has(union.organisation) && employer.members >= 12,
  )
  const rank = ({ employer }: Block) =>
    (employer.street.federation === street ? 0 : 10_000) + Math.abs(employer.members - 80)
  return fit.reduce((best, block) => (rank(block) < rank(best) ? block : best))
}
