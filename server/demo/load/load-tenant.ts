import { sql } from 'kysely'
import { makeAnchor } from '#server/modules/audit/index.ts'
import { rebuildTree } from '#server/modules/organisations/index.ts'
import { refreshMemberIndex } from '#server/modules/people/index.ts'
import { audit } from '#server/platform/audit.ts'
import { today } from '#server/platform/clock.ts'
import { inTenant, type Tx, type TxHost } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { DemoMaker } from '../demos.ts'
import type { DemoScale, DemoTenant } from '../shapes.ts'
import { loadActivation } from './activation.ts'
import { loadAssessed } from './assessments.ts'
import { loadBulletin } from './bulletin.ts'
import { fillUrn, loadDemoElections } from '#server/modules/ballots/index.ts'
import { loadEvidence } from './evidence.ts'
import { loadHonours } from './honours.ts'
import { matchmakingIds } from './matchmaking/ids.ts'
import { loadCommissioners } from './commissioners.ts'
import { loadMatchmaking } from './matchmaking/load-matchmaking.ts'
import { loadMoney, type DemoPoint } from './money.ts'
import { loadOrganisations, topOf } from './organisations.ts'
import { loadPeople } from './people.ts'
import { loadPosts } from './posts.ts'
import { loadPowers } from './powers.ts'
import { loadPrivacy } from './privacy.ts'
import { loadTasks } from './tasks.ts'
import { loadVenues } from './venues.ts'

/** Says how far the load is: `done` of `total` steps of work, in persons. */
export type LoadProgress = (step: string, done: number, total: number) => Promise<void>

const indexChunk = 5000

/** How large a demo is loaded, who is told how far it is, and where its pictures go; nowhere: it has none. */
interface Loading {
  scale: DemoScale
  progress: LoadProgress
  dataFolder?: string | null
}

/**
 * Loads one demo tenant in one transaction of the database's owner: whoever kills it leaves nothing behind. Rows come in by COPY; what
 * follows from them (tree, member index, counts) is made by the functions of the modules that own it.
 */
export async function loadTenant(
  host: TxHost,
  maker: DemoMaker,
  { scale, progress, dataFolder = null }: Loading,
): Promise<void> {
  const urn = await inTenant(host, newId(), async (tx) => {
    const day = await today(tx)
    const demo = await maker.make({ scale, today: day })
    await insertTenant(tx, demo, day)
    const organisations = await loadOrganisations(tx, demo)
    // Persons are written once and indexed once.
    const total = demo.totals.persons * 2
    const { persons, keys } = await loadPeople(tx, demo, {
      organisations,
      keysOf: new Set(demo.matchmaking?.singles.map(({ person }) => person)),
      progress: (count) => progress('people', count, total),
    })
    const appointments = await loadPosts(tx, demo, { organisations, persons })
    // Without statistics of what has just come in, what follows would walk whole tables again and again.
    await sql`analyze organisations, organisation_profiles, affiliations, persons, memberships, employments`.execute(
      tx,
    )
    await rebuildTree(tx, organisations)
    await sql`analyze organisation_tree`.execute(tx)
    for (let at = 0; at < persons.length; at += indexChunk) {
      await refreshMemberIndex(tx, { personIds: persons.slice(at, at + indexChunk) })
      await progress('index', demo.totals.persons + Math.min(at + indexChunk, persons.length), total)
    }
    await loadPowers(tx, demo, persons)
    await loadTasks(tx, demo, persons)
    await loadPrivacy(tx, demo, persons)
    await loadActivation(tx, demo, persons)
    await loadVenues(tx, demo.venues)
    if (dataFolder !== null) await loadEvidence(tx, dataFolder)
    await loadHonours(tx, { top: organisations[topOf(demo).number - 1]!, units: Math.ceil(demo.venues / 8) })
    const opened = await loadElections(tx, demo, organisations)
    await loadAssessed(tx, organisations[topOf(demo).number - 1]!, demo.assessed)
    if (demo.matchmaking !== null) {
      const ids = matchmakingIds(demo.matchmaking, { organisations, persons, appointments, keys })
      await loadMatchmaking(tx, demo.matchmaking, { ids, top: organisations[topOf(demo).number - 1]! })
    }
    if (demo.commissioners !== null) {
      const recordedBy = [...appointments.values()][0]!
      await loadCommissioners(tx, demo.commissioners, { organisations, persons, recordedBy })
    }
    const points = pointsOf(demo, organisations)
    await loadMoney(tx, { top: organisations[topOf(demo).number - 1]!, points })
    await loadBulletin(tx, { top: organisations[topOf(demo).number - 1]!, template: bulletinOf(demo) })
    await audit(tx, null, 'tenants.demo_loaded', {
      kind: 'tenant',
      id: tx.tenantId,
      organisationId: organisations[topOf(demo).number - 1]!,
      params: { organisations: organisations.length, persons: persons.length },
    })
    await makeAnchor(tx, null)
    return opened
  })
  // Never in one transaction with the roll, in the demo neither.
  if (urn !== null) await fillUrn(host, urn)
}

function loadElections(tx: Tx, { electing }: DemoTenant, organisations: readonly string[]) {
  return electing === null ? null : loadDemoElections(tx, organisations[electing - 1]!)
}

/** What the federation's bulletin tells: its programme, or who is there where it has none. */
function bulletinOf({ matchmaking, commissioners }: DemoTenant): string {
  if (matchmaking !== null) return 'matchmaking'
  return commissioners === null ? 'register' : 'commissioners'
}

function pointsOf(demo: DemoTenant, ids: readonly string[]): DemoPoint[] {
  return demo.organisations.flatMap(({ number, employer }) =>
    employer?.directPoint == null
      ? []
      : [
          {
            organisationId: ids[number - 1]!,
            level: employer.directPoint,
            totalFen: employer.annualBudgetFen ?? 3_000_000,
          },
        ],
  )
}

async function insertTenant(tx: Tx, demo: DemoTenant, day: string): Promise<void> {
  await tx
    .insertInto('tenants')
    .values({
      id: tx.tenantId,
      code: demo.code,
      name: demo.name,
      kind: 'demo',
      division_code: topOf(demo).divisionCode,
      turned_on: day,
    })
    .execute()
}
