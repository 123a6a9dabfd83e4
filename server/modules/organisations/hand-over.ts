import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import { mayLead } from './kinds.ts'
import { livesOf } from './life.ts'
import { gapsIn, overlapOf, rewrite, type DatedRow, type Rewrite, type Span } from './rules.ts'
import {
  coveragesOf,
  insertEnding,
  profilesOf,
  rewriteCoverages,
  rewriteProfiles,
  rewriteTies,
  tiesOf,
  type Coverage,
  type Tie,
} from './store.ts'
import type { TreeWork } from './tree-change.ts'

/** Whose ties and coverages go on to whom, from which day; `childIds` and `employerIds` choose some of them, without them all go. */
export interface HandOver {
  fromIds: readonly string[]
  toId: string
  on: string
  childIds?: readonly string[]
  employerIds?: readonly string[]
}

/** What went on to the successor: the children it leads from now on, and how many coverages. */
export interface HandedOver {
  childIds: string[]
  coverages: number
}

/** Hands children (of every kind of tie) and coverages on from a day on; what the successor has already is not doubled. */
export async function handOver(tx: Tx, work: TreeWork, input: HandOver): Promise<HandedOver> {
  const children = await tiesOf(tx, 'parent', input.fromIds)
  const childIds = await handOverLed(tx, work, { ...input, rows: children })
  // Beside the line of leading nothing refuses a successor that ends itself some day: what goes on to it ends with it.
  const life = (await livesOf(tx, [input.toId])).get(input.toId)!
  const during = { startsOn: input.on, endsBefore: life.endsBefore }
  await handOverTies(tx, work, { ...input, during, rows: children })
  return { childIds, coverages: await handOverCoverages(tx, work, { ...input, during }) }
}

async function handOverLed(
  tx: Tx,
  work: TreeWork,
  input: HandOver & { rows: DatedRow<Tie>[] },
): Promise<string[]> {
  const after = { startsOn: input.on, endsBefore: null }
  const led = input.rows.filter(
    (row) => row.value.kind === 'leads' && (input.childIds?.includes(row.value.childId) ?? true),
  )
  const change = rewrite(led, after, (tie) => ({ ...tie, parentId: input.toId }))
  const childIds = [...new Set(change.insert.map((row) => row.value.childId))]
  if (childIds.includes(input.toId)) refuse('organisations.successor_below')
  await mustLeadAll(tx, work.heads.get(input.toId)!.kind, childIds)
  await rewriteTies(tx, work.stamp, change)
  return childIds
}

async function handOverTies(
  tx: Tx,
  work: TreeWork,
  input: HandOver & { during: Span; rows: DatedRow<Tie>[] },
): Promise<void> {
  // Chosen children keep their other ties: only a whole hand-over carries them.
  if (input.childIds !== undefined) return
  const others = input.rows.filter((row) => row.value.kind !== 'leads')
  const known = (await tiesOf(tx, 'parent', [input.toId])).filter((row) => row.value.kind !== 'leads')
  const keyOf = (tie: Tie) => (tie.childId === input.toId ? null : `${tie.kind} ${tie.childId}`)
  const redirect = (tie: Tie) => ({ ...tie, parentId: input.toId })
  await rewriteTies(
    tx,
    work.stamp,
    redirectOnce({ rows: others, known, during: input.during, keyOf, redirect }),
  )
}

async function handOverCoverages(
  tx: Tx,
  work: TreeWork,
  input: HandOver & { during: Span },
): Promise<number> {
  const byUnion = (await coveragesOf(tx, 'union', input.fromIds)).filter(
    (row) => input.employerIds?.includes(row.value.employerId) ?? true,
  )
  const ofUnion = redirectOnce<Coverage>({
    rows: byUnion,
    known: await coveragesOf(tx, 'union', [input.toId]),
    during: input.during,
    keyOf: (coverage) => coverage.employerId,
    redirect: (coverage) => ({ ...coverage, unionId: input.toId }),
  })
  await rewriteCoverages(tx, work.stamp, ofUnion)
  if (input.employerIds !== undefined) return ofUnion.supersede.length
  const ofEmployer = redirectOnce<Coverage>({
    rows: await coveragesOf(tx, 'employer', input.fromIds),
    known: await coveragesOf(tx, 'employer', [input.toId]),
    during: input.during,
    keyOf: (coverage) => coverage.unionId,
    redirect: (coverage) => ({ ...coverage, employerId: input.toId }),
  })
  await rewriteCoverages(tx, work.stamp, ofEmployer)
  return ofUnion.supersede.length + ofEmployer.supersede.length
}

/** Pairs that may stand once only: each row ends on the day, and the successor gets the days of it that it does not have yet. */
function redirectOnce<V>(input: {
  rows: DatedRow<V>[]
  known: DatedRow<V>[]
  during: Span
  keyOf: (value: V) => string | null
  redirect: (value: V) => V
}): Rewrite<V> {
  const change = rewrite(input.rows, { startsOn: input.during.startsOn, endsBefore: null }, () => null)
  const held = new Map<string, Span[]>()
  for (const row of input.known) {
    const key = input.keyOf(row.value)
    if (key !== null) held.set(key, [...(held.get(key) ?? []), row])
  }
  for (const row of input.rows) {
    const key = input.keyOf(row.value)
    if (key === null || !change.supersede.includes(row.id)) continue
    const days = overlapOf(row, input.during)
    const gaps = days === null ? [] : gapsIn(days, held.get(key) ?? [])
    change.insert.push(...gaps.map((gap) => ({ ...gap, value: input.redirect(row.value) })))
    held.set(key, [...(held.get(key) ?? []), ...gaps])
  }
  return change
}

/** An organisation's own days are over: its place, its other ties, its coverages and its names end, and the ending is recorded. Answers how many coverages ended. */
export async function endOrganisation(
  tx: Tx,
  work: TreeWork,
  input: { organisationId: string; on: string; reason: 'closed' | 'merged'; documentNo: string | null },
): Promise<number> {
  const after = { startsOn: input.on, endsBefore: null }
  const ids = [input.organisationId]
  const gone = () => null
  await rewriteTies(tx, work.stamp, rewrite(await tiesOf(tx, 'child', ids), after, gone))
  await rewriteTies(tx, work.stamp, rewrite(await tiesOf(tx, 'parent', ids), after, gone))
  const asUnion = rewrite(await coveragesOf(tx, 'union', ids), after, gone)
  await rewriteCoverages(tx, work.stamp, asUnion)
  const asEmployer = rewrite(await coveragesOf(tx, 'employer', ids), after, gone)
  await rewriteCoverages(tx, work.stamp, asEmployer)
  const profiles = (await profilesOf(tx, ids)).get(input.organisationId) ?? []
  await rewriteProfiles(tx, work.stamp, rewrite(profiles, after, gone))
  await insertEnding(tx, work.stamp, input)
  return asUnion.supersede.length + asEmployer.supersede.length
}

async function mustLeadAll(tx: Tx, parentKind: string, childIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ kind: string }>`
    select distinct kind from organisations where tenant_id = ${tx.tenantId} and id = any(${childIds}::uuid[])`.execute(
    tx,
  )
  const wrong = rows.find((row) => !mayLead(parentKind, row.kind))
  if (wrong !== undefined) refuse('organisations.cannot_lead', { parentKind, childKind: wrong.kind })
}
