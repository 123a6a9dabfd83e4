import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { ruleFor } from '#server/modules/rules/index.ts'
import { today } from '#server/platform/clock.ts'
import { inTenant, type Tx, type TxHost } from '#server/platform/db/transaction.ts'
import { workerFile } from '#server/platform/worker-file.ts'
import { openIntroductions } from '../desk/open-introductions.ts'
import { barredPairs, listedPeople } from './queries/people.ts'
import type { WeeklyInput, WeeklyLists } from './rules/weekly-lists.ts'
import { numbered, type Numbered } from './sides.ts'
import { insertWeek } from './store.ts'

/**
 * Makes this week's lists of a tenant where there are none yet: pairs who may meet by both sides' limits, each shown to both. Reads, works in a
 * thread of its own, and writes all or nothing; of two runs one writes. Returns how many pairs.
 */
export async function makeListsOfWeek(host: TxHost, tenantId: string): Promise<{ pairs: number }> {
  const gathered = await inTenant(host, tenantId, gather)
  if (gathered === null) return { pairs: 0 }
  const { men, women, barred } = gathered.people
  const lists = await inThread({ men, women, barred, most: gathered.most, seed: randomInt(1, 2 ** 31) })
  return inTenant(host, tenantId, (tx) => writeLists(tx, gathered, lists))
}

interface Gathered {
  weekOn: string
  people: Numbered
  most: number
  ruleVersion: string
  modelId: string | null
  organisationId: string
}

async function gather(tx: Tx): Promise<Gathered | null> {
  const { weekOn, made, modelId, organisationId } = await stateOfWeek(tx)
  if (made || organisationId === null) return null
  const day = await today(tx)
  const most = await ruleFor<number>(tx, 'matchmaking.suggestions_weekly', day)
  const weeks = await ruleFor<number>(tx, 'matchmaking.shown_before_weeks', day)
  const people = numbered(await listedPeople(tx, weeks.value), await barredPairs(tx))
  if (people.men.size === 0 || people.women.size === 0) return null
  return { weekOn, people, most: most.value, ruleVersion: most.version, modelId, organisationId }
}

interface WeekState {
  weekOn: string
  made: boolean
  modelId: string | null
  organisationId: string | null
}

async function stateOfWeek(tx: Tx): Promise<WeekState> {
  const { rows } = await sql<WeekState>`
    select w.monday::text as "weekOn",
      exists (select from suggestion_weeks s where s.tenant_id = ${tx.tenantId} and s.week_on = w.monday) as made,
      (select id from suggestion_models m where m.tenant_id = ${tx.tenantId} order by m.trained_at desc limit 1) as "modelId",
      (select ancestor_id from organisation_tree t where t.tenant_id = ${tx.tenantId} and t.ends_before is null
        order by t.depth desc, t.ancestor_id limit 1) as "organisationId"
    from (select date_trunc('week', app_today()::timestamp)::date as monday) w`.execute(tx)
  return rows[0]!
}

async function writeLists(tx: Tx, gathered: Gathered, lists: WeeklyLists): Promise<{ pairs: number }> {
  const { people, weekOn, most, ruleVersion, modelId, organisationId } = gathered
  const { pairs, exposure } = lists
  const week = { weekOn, most, ruleVersion, modelId, pairs: pairs.length, exposure }
  const counted = { male: people.men.size, female: people.women.size }
  if (!(await insertWeek(tx, { ...week, people: counted }))) return { pairs: 0 }
  for (let at = 0; at < pairs.length; at += atOnce)
    await openIntroductions(
      tx,
      pairs.slice(at, at + atOnce).map(([man, woman]) => ({
        persons: [people.manIds[man]!, people.womanIds[woman]!] as const,
        source: 'suggestion',
        matchmakerId: null,
        organisationId,
      })),
    )
  return { pairs: pairs.length }
}

const atOnce = 1000

async function inThread(input: WeeklyInput): Promise<WeeklyLists> {
  const worker = new Worker(workerFile(import.meta.url, './weekly.worker.ts'), { workerData: input })
  try {
    const [lists] = (await once(worker, 'message')) as [WeeklyLists]
    return lists
  } finally {
    await worker.terminate()
  }
}
