import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { TransferRow } from '#contract/people-transfers.ts'
import { inScope } from '#server/modules/access/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { maskDocument } from '../rules/masks.ts'
import { mayFollow, sideOf, type TakenStep } from '../rules/transfer.ts'
import { openHidden } from '../secrets.ts'
import { lastStep } from '../transfer-store.ts'
import { profileToday } from './member-columns.ts'

/** What a row is made of: `transferColumns` over `transfers t` with `transferJoins`. */
export interface TransferColumns extends Omit<
  TransferRow,
  'document' | 'requestedAt' | 'endedAt' | 'can' | 'byRoster'
> {
  importId: string | null
  reason: string | null
  documentCipher: Buffer | null
  wrappedKey: Buffer | null
  masterKeyId: number | null
  requestedAt: Date
  lastAt: Date
  mineFrom: boolean
  mineTo: boolean
}

/** Of whoever is to come only name and masked document are shown: the file is opened by the union the person belongs to. */
export function transferColumns(tx: Tx, actor: Actor): RawBuilder<unknown> {
  const change = { actor, permission: 'people.write' } as const
  return sql`t.id, t.handshake_id as "handshakeId",
    case when ${inScope(tx, { actor, permission: 'people.read' }, sql.ref('m.union_id'))} then m.person_id end as "personId",
    p.name, p.document_kind as "documentKind", p.document_cipher as "documentCipher", k.wrapped_key as "wrappedKey", k.master_key_id as "masterKeyId",
    t.from_union_id as "fromUnionId", coalesce(f.name, '') as "fromUnionName", t.to_union_id as "toUnionId", coalesce(u.name, '') as "toUnionName",
    t.asked_by as "askedBy", t.import_id as "importId", t.reason, last.step as state, last.due_on as "dueOn", t.recorded_at as "requestedAt",
    last.recorded_at as "lastAt", ${inScope(tx, change, sql.ref('t.from_union_id'))} as "mineFrom",
    ${inScope(tx, change, sql.ref('t.to_union_id'))} as "mineTo"`
}

/** What `transferColumns` needs beside `transfers t`. */
export function transferJoins(tx: Tx): RawBuilder<unknown> {
  return sql`
    cross join lateral (${lastStep()}) last
    left join person_aliases alias on alias.tenant_id = t.tenant_id and alias.alias_id = t.person_id and alias.undone_at is null
    join persons p on p.tenant_id = t.tenant_id and p.id = coalesce(alias.person_id, t.person_id)
    left join person_keys k on k.tenant_id = t.tenant_id and k.person_id = p.id
    left join member_index m on m.tenant_id = t.tenant_id and m.person_id = p.id
    left join organisation_profiles f on ${profileToday(tx, 'f', sql.ref('t.from_union_id'))}
    left join organisation_profiles u on ${profileToday(tx, 'u', sql.ref('t.to_union_id'))}`
}

/** True for transfers `t` that concern a union within scope, in or out. */
export function concernsMine(tx: Tx, actor: Actor, direction?: 'in' | 'out'): RawBuilder<SqlBool> {
  const reach = { actor, permission: 'people.read' } as const
  const into = inScope(tx, reach, sql.ref('t.to_union_id'))
  const outOf = inScope(tx, reach, sql.ref('t.from_union_id'))
  if (direction === 'in') return into
  return direction === 'out' ? outOf : sql<SqlBool>`(${into} or ${outOf})`
}

/** A row as it is shown: opens the one value that becomes a mask. */
export function transferRow(tx: Tx, row: TransferColumns): TransferRow {
  const {
    documentCipher,
    wrappedKey,
    masterKeyId,
    mineFrom,
    mineTo,
    lastAt,
    importId,
    reason: _,
    ...shown
  } = row
  const number = openHidden(tx.keys, { wrappedKey, masterKeyId }, documentCipher)
  const ended = shown.state !== 'requested' && shown.state !== 'released'
  const mine = { person: false, union_of_today: mineFrom, union_to_come: mineTo }
  const may = (step: TakenStep) => {
    const side = sideOf(step, shown)
    return side !== null && mine[side] && mayFollow(step, shown)
  }
  return {
    ...shown,
    document: number === null ? null : maskDocument(number),
    byRoster: importId !== null,
    requestedAt: shown.requestedAt.toISOString(),
    endedAt: ended ? lastAt.toISOString() : null,
    can: {
      release: may('released'),
      accept: may('accepted'),
      refuse: may('refused'),
      withdraw: may('withdrawn'),
    },
  }
}
