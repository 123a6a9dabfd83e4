import { sql } from 'kysely'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { Duplicate, DuplicateSide, operations } from '#contract/people-duplicates.ts'
import { openTasksAbout } from '#server/modules/inbox/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { profileToday } from '../queries/member-columns.ts'
import { reachable } from '../queries/register-facts.ts'
import { maskDocument, maskMobile } from '../rules/masks.ts'
import { openHidden } from '../secrets.ts'
import { suspicions, type Suspicion } from './suspects.ts'

type Asked = InputOf<(typeof operations)['listDuplicates']>
type Answer = OutputOf<(typeof operations)['listDuplicates']>

/** Records within scope that may be one person. Of a duplicate outside one’s scope nothing is shown but that there is one. */
export async function listDuplicates(tx: Tx, actor: Actor, input: Asked): Promise<Answer> {
  const { reason } = input
  const limit = input.limit ?? 50
  const [from] = readCursor(input.cursor, ['0'])
  const all = (await suspicions(tx)).filter((one) => reason === undefined || one.reasons.includes(reason))
  const placed = await placesOf(
    tx,
    all.flatMap((one) => [one.keptId, one.otherId]),
  )
  const mine = await reachable(tx, { actor, permission: 'people.write' }, [...new Set([...placed.values()])])
  const isMine = (id: string) => mine.has(placed.get(id) ?? '')
  const concern = all.flatMap((one) => {
    if (!isMine(one.keptId) && !isMine(one.otherId)) return []
    if (isMine(one.keptId)) return [{ ...one, seen: isMine(one.otherId) }]
    return [{ keptId: one.otherId, otherId: one.keptId, reasons: one.reasons, seen: false }]
  })
  const next = Number(from) + limit
  return {
    items: await itemsOf(tx, concern.slice(Number(from), next)),
    nextCursor: concern.length > next ? writeCursor([String(next)]) : null,
    total: concern.length,
  }
}

async function itemsOf(tx: Tx, shown: readonly (Suspicion & { seen: boolean })[]): Promise<Duplicate[]> {
  const sides = await sidesOf(
    tx,
    shown.flatMap((one) => (one.seen ? [one.keptId, one.otherId] : [one.keptId])),
  )
  const proposals = await openTasksAbout(
    tx,
    shown.filter(({ seen }) => !seen).map(({ keptId }) => keptId),
  )
  const proposed = new Set(
    proposals.filter(({ kind }) => kind === 'people.merge_proposed').map(({ subjectId }) => subjectId),
  )
  return shown.map((one) => ({
    kept: sides.get(one.keptId)!,
    other: one.seen ? sides.get(one.otherId)! : null,
    reasons: one.reasons,
    proposed: proposed.has(one.keptId),
  }))
}

/** The union that answers for each record: of today, or, where the membership has ended, the last one. */
export async function placesOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; union_id: string }>`
    select distinct on (m.person_id) m.person_id as id, m.union_id from memberships m
    where m.tenant_id = ${tx.tenantId} and m.person_id = any(${[...new Set(personIds)]}::uuid[]) and m.superseded_at is null
    order by m.person_id, (m.starts_on <= app_today() and (m.ends_before is null or app_today() < m.ends_before)) desc, m.starts_on desc`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.id, row.union_id]))
}

async function sidesOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, DuplicateSide>> {
  const { rows } = await sql<SideRow>`
    select p.id as "personId", p.name, p.birth_date as "birthDate", p.document_kind as "documentKind", p.document_cipher as "documentCipher",
      p.mobile_cipher as "mobileCipher", k.wrapped_key as "wrappedKey", k.master_key_id as "masterKeyId", o.name as "unionName",
      m.person_id is not null as member
    from persons p
    left join person_keys k on k.tenant_id = p.tenant_id and k.person_id = p.id
    left join member_index m on m.tenant_id = p.tenant_id and m.person_id = p.id
    left join organisation_profiles o on ${profileToday(tx, 'o', sql.ref('m.union_id'))}
    where p.tenant_id = ${tx.tenantId} and p.id = any(${[...new Set(personIds)]}::uuid[])`.execute(tx)
  return new Map(
    rows.map(({ documentCipher, mobileCipher, wrappedKey, masterKeyId, ...shown }) => {
      const document = openHidden(tx.keys, { wrappedKey, masterKeyId }, documentCipher)
      const mobile = openHidden(tx.keys, { wrappedKey, masterKeyId }, mobileCipher)
      return [
        shown.personId,
        {
          ...shown,
          document: document === null ? null : maskDocument(document),
          mobile: mobile === null ? null : maskMobile(mobile),
        },
      ]
    }),
  )
}

type SideRow = Omit<DuplicateSide, 'document' | 'mobile'> & {
  documentCipher: Buffer | null
  mobileCipher: Buffer | null
  wrappedKey: Buffer | null
  masterKeyId: number | null
}
