import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { listOrganisations } from '#server/modules/organisations/queries/organisations.ts'
import { getOrganisationTree } from '#server/modules/organisations/queries/tree.ts'
import type { Actor } from '#server/platform/actor.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { Random } from '#tools/generate/random.ts'
import { dayText, horizonDays } from './days.ts'
import type { SlowModel } from './slow-model.ts'

/** What the model knew at an instant. */
export interface KnownState {
  at: string
  model: SlowModel
}

interface Comparison {
  known: readonly KnownState[]
  ids: readonly string[]
  random: Random
  why: string
}

const questionsAsKnownThen = 4

/** Asks product and model the same: the closure and the coverages on every day as known now, then the register and the tree of random days as known at random instants. */
export async function compare(tx: Tx, comparison: Comparison): Promise<number> {
  const { known, ids, random, why } = comparison
  const last = known.at(-1)!
  let questions = 0
  const closure = await closureOf(tx, ids)
  const coverages = await coveragesOf(tx, ids)
  for (let day = 0; day < horizonDays; day++) {
    assert.deepEqual(
      pairsOn(closure, day),
      closureOfModel(last.model, ids, day),
      `tree of day ${day}\n${why}`,
    )
    assert.deepEqual(
      pairsOn(coverages, day),
      coveragesOfModel(last.model, ids, day),
      `coverages of day ${day}\n${why}`,
    )
    questions += 2
  }
  const actor = await anybody(tx, ids[0]!)
  for (let n = 0; n < questionsAsKnownThen; n++) {
    const state = n === 0 ? last : random.pick(known)
    await compareQueries(tx, actor, { ...comparison, state, day: random.below(horizonDays) })
    questions += 2
  }
  return questions
}

async function compareQueries(
  tx: Tx,
  actor: Actor,
  ask: Comparison & { state: KnownState; day: number },
): Promise<void> {
  const { state, day, ids } = ask
  const alive = ids.map((_, index) => index).filter((index) => state.model.organisations[index]?.name[day])
  const index = ask.random.pick(alive)
  const moment = { asOf: dayText(day), knownAt: state.at }
  const why = `${JSON.stringify(moment)} below ${index}\n${ask.why}`
  const listed = await listOrganisations(tx, actor, { parentId: ids[index]!, limit: 200, ...moment })
  assert.deepEqual(
    listed.items.map((row) => `${row.id} ${row.name} ${row.parent?.id ?? ''}`).sort(),
    state.model
      .below(index, day)
      .map((each) => {
        const { name, parent } = state.model.organisations[each]!
        return `${ids[each]} ${name[day]} ${parent[day] === null ? '' : ids[parent[day]!]}`
      })
      .sort(),
    why,
  )
  const { items } = await getOrganisationTree(tx, actor, { parentId: ids[index]!, ...moment })
  const children = state.model.organisations
    .map((_, child) => child)
    .filter((child) => state.model.organisations[child]!.parent[day] === index)
  assert.deepEqual(
    items.map((node) => `${node.id} ${node.below}`).sort(),
    children.map((child) => `${ids[child]} ${state.model.below(child, day).length - 1}`).sort(),
    why,
  )
}

interface DatedPair {
  pair: string
  startsOn: string
  endsBefore: string | null
}

async function closureOf(tx: Tx, ids: readonly string[]): Promise<DatedPair[]> {
  const { rows } = await sql<DatedPair>`
    select t.ancestor_id || ' ' || t.descendant_id as pair, t.starts_on as "startsOn", t.ends_before as "endsBefore" from organisation_tree t
    where t.tenant_id = ${tx.tenantId} and t.descendant_id = any(${ids}::uuid[])`.execute(tx)
  return rows
}

/** Pairs that hold on a day; one that is written twice for the same day stands here twice. */
function pairsOn(rows: readonly DatedPair[], day: number): string[] {
  const on = dayText(day)
  const held = rows.filter((row) => row.startsOn <= on && (row.endsBefore === null || on < row.endsBefore))
  return held.map((row) => row.pair).sort()
}

function closureOfModel(model: SlowModel, ids: readonly string[], day: number): string[] {
  const pairs = ids.flatMap((id, index) => model.below(index, day).map((below) => `${id} ${ids[below]}`))
  return pairs.sort()
}

async function coveragesOf(tx: Tx, ids: readonly string[]): Promise<DatedPair[]> {
  const { rows } = await sql<DatedPair>`
    select v.union_id || ' ' || v.employer_id as pair, v.starts_on as "startsOn", v.ends_before as "endsBefore" from coverages v
    where v.tenant_id = ${tx.tenantId} and v.union_id = any(${ids}::uuid[]) and v.superseded_at is null`.execute(
    tx,
  )
  return rows
}

function coveragesOfModel(model: SlowModel, ids: readonly string[], day: number): string[] {
  return [...model.covered]
    .filter(([, cells]) => cells[day])
    .map(([key]) =>
      key
        .split(' ')
        .map((each) => ids[Number(each)])
        .join(' '),
    )
    .sort()
}

/** Somebody who may read the whole tenant. */
async function anybody(tx: Tx, organisationId: string): Promise<Actor> {
  const grant = {
    permission: 'organisations.read',
    reach: 'tenant',
    organisationId,
    source: 'delegation',
  } as const
  return {
    tenantId: tx.tenantId,
    sessionId: '',
    accountId: '',
    personId: '',
    appointment: null,
    grants: [{ ...grant, startsOn: '2000-01-01', endsBefore: null, delegationId: null }],
    tokenId: null,
    today: await today(tx),
    signInDue: null,
  }
}
