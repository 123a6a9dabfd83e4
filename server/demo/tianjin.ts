import { isoOf } from '#tools/generate/days.ts'
import { startDraft, type Draft } from './draft.ts'
import type { DemoAccount, DemoRole, DemoScale, DemoTenant } from './shapes.ts'
import { addFrame, type Frame } from './tianjin/frame.ts'
import { tianjinPeople } from './tianjin/people.ts'
import { addPosts, numberOfficers, shownBranch, type Posts } from './tianjin/posts.ts'
import { addRegister, type UnionBlock } from './tianjin/register.ts'
import { tianjinMatchmaking } from './tianjin/matchmaking.ts'
import { planSingles, shownSingle, type Single } from './tianjin/singles.ts'
import { sizesOf } from './tianjin/sizes.ts'

const SEED = 120100
const place = {
  code: 'tianjin',
  divisionCode: '120100',
  city: '天津',
  district: '天津市',
  documents: '津工',
  ledgerYears: 8,
}

/**
 * The demo of 天津市总工会: a city with sixteen districts and the unions of groups of companies, as of `today` (`YYYY-MM-DD`, 2022 or
 * later). The same scale, day and seed give the same records on every machine.
 */
export function tianjin({
  scale,
  today,
  seed = SEED,
}: {
  scale: DemoScale
  today: string
  seed?: number
}): DemoTenant {
  const draft = startDraft(place, { scale, today, seed })
  const sizes = sizesOf(scale)
  const frame = addFrame(draft)
  const { officers, next } = numberOfficers(frame)
  const blocks = addRegister(draft, frame, { sizes, first: next })
  const posts = addPosts(draft, { frame, officers, blocks, sizes })
  const shown = shownSingles(draft, frame, blocks)
  const singles = [...shown, ...planSingles(draft, blocks, sizes)]
  return {
    code: place.code,
    name: '天津市总工会',
    scale,
    totals: {
      twoNewOrganisations: blocks.length,
      workers: draft.headcounts.reduce((sum, { workers }) => sum + workers, 0),
      members: sizes.members,
      persons: next - 1 + sizes.members,
      figuresOn: isoOf(draft.figuresOn),
    },
    organisations: draft.organisations,
    affiliations: draft.affiliations,
    coverages: draft.coverages,
    headcounts: draft.headcounts,
    successions: draft.successions,
    operations: draft.operations,
    appointments: draft.appointments,
    accounts: chooseAccounts(draft, { frame, blocks, posts }),
    venues: 0,
    commissioners: null,
    assessed: 0,
    electing: null,
    matchmaking: tianjinMatchmaking(draft, {
      frame,
      blocks,
      sizes,
      posts,
      singles,
      shown: shown.map(({ number }) => number),
    }),
    people: () => tianjinPeople(draft, { officers, blocks, singles }),
  }
}

/** One account per role. All but the city's are of 滨海新区, so that what one does another sees. */
function chooseAccounts(
  draft: Draft,
  { frame, blocks, posts }: { frame: Frame; blocks: UnionBlock[]; posts: Posts },
): DemoAccount[] {
  const shown = shownBranch(frame)
  const block = shownUnion(frame, blocks)
  const elsewhere = unionElsewhere(frame, blocks)
  const account = (role: DemoRole, person: number, appointments: number[]): DemoAccount => {
    return { role, login: `${role}@${place.code}`, person, appointments }
  }
  const officer = (role: DemoRole, appointment: number) =>
    account(role, draft.appointments[appointment - 1]!.person, [appointment])
  return [
    officer('city', posts.city),
    officer('district', posts.branches[frame.branches.indexOf(shown)]!),
    officer('union', posts.chairs.get(block.union)!),
    account('worker', block.first + 1, []),
    account('worker2', elsewhere.first + 1, []),
    officer('matchmaker', posts.matchmakers[0]!.appointment),
    officer('system', posts.system),
    officer('security', posts.security),
    officer('audit', posts.audit),
  ]
}

/** The two workers who sign in, and a colleague of the first one whose union has not attested anything yet. */
function shownSingles(draft: Draft, frame: Frame, blocks: readonly UnionBlock[]): Single[] {
  const block = shownUnion(frame, blocks)
  const elsewhere = unionElsewhere(frame, blocks)
  return [
    shownSingle(draft, { number: block.first + 1, sex: 'male', block, daysAgo: 300 }),
    shownSingle(draft, { number: elsewhere.first + 1, sex: 'female', block: elsewhere, daysAgo: 150 }),
    shownSingle(draft, { number: block.first + 2, sex: 'female', block, daysAgo: 1 }),
  ]
}

function unionElsewhere(frame: Frame, blocks: readonly UnionBlock[]): UnionBlock {
  return blocks.find(({ branch }) => branch.kind === 'district' && branch !== shownBranch(frame))!
}

/** A union of the shown district of a size that fits on a screen. */
function shownUnion(frame: Frame, blocks: readonly UnionBlock[]): UnionBlock {
  const here = blocks.filter(({ branch }) => branch === shownBranch(frame))
  return here.reduce((best, block) =>
    Math.abs(block.members - 60) < Math.abs(best.members - 60) ? block : best,
  )
}
