import { sql, type RawBuilder } from 'kysely'
import type { CaseFile, CaseRow, operations } from '#contract/matchmaking-desk.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { viewProfile } from '../../entry/view-profile.ts'
import { openUnderPerson } from '../note-seals.ts'
import { mustHaveDesk } from '../policy.ts'
import { findCase, type CaseHead } from './find-case.ts'
import { introductionsOf } from './introductions.ts'
import { ledgerOf } from './ledger.ts'
import { poolPerson } from './pool.ts'
import { profilesOf } from './profiles.ts'

/** One's own cases, open ones unless asked otherwise; the longest without a step first. */
export async function listCases(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listCases']>,
): Promise<OutputOf<(typeof operations)['listCases']>> {
  const matchmaker = await mustHaveDesk(tx, actor)
  const limit = input.limit ?? 50
  const [day, id] = readCursor(input.cursor, ['', '']) as [string, string]
  const rows = await caseRows(tx, matchmaker.id, {
    condition: sql`(c.ended_on is null) = ${input.state !== 'ended'}
      and (${id} = '' or (s.step_on, c.id) > (nullif(${day}, '')::date, nullif(${id}, '')::uuid))`,
    limit: limit + 1,
  })
  const items = await asCaseRows(tx, actor, rows.slice(0, limit))
  const last = items.at(-1)
  const nextCursor = rows.length > limit && last ? writeCursor([last.lastStepOn, last.id]) : null
  return { items, nextCursor }
}

/** Open cases without a step for longer than the rule allows, the longest first. */
export async function quietCases(tx: Tx, actor: Actor, matchmakerId: string): Promise<CaseRow[]> {
  const days = await ruleFor<number>(tx, 'matchmaking.quiet_case_days', actor.today)
  const rows = await caseRows(tx, matchmakerId, {
    condition: sql`c.ended_on is null and s.step_on <= ${addDays(actor.today, -days.value)}::date`,
    limit: 50,
  })
  return asCaseRows(tx, actor, rows)
}

interface Row {
  id: string
  personId: string
  openedOn: string
  stepOn: string
  introductions: number
}

async function caseRows(
  tx: Tx,
  matchmakerId: string,
  page: { condition: RawBuilder<unknown>; limit: number },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select c.id, c.person_id as "personId", c.opened_on as "openedOn", s.step_on as "stepOn", s.introductions
    from matchmaker_cases c
    cross join lateral (
      select greatest(c.opened_on, (max(i.proposed_at) at time zone 'Asia/Shanghai')::date, (max(e.ended_at) at time zone 'Asia/Shanghai')::date,
        (select (max(n.written_at) at time zone 'Asia/Shanghai')::date from desk_notes n where n.tenant_id = c.tenant_id and n.case_id = c.id)) as step_on,
        count(i.id)::int as introductions
      from introductions i left join introduction_endings e on e.tenant_id = i.tenant_id and e.introduction_id = i.id
      where i.tenant_id = c.tenant_id and i.matchmaker_id = c.matchmaker_id and c.person_id in (i.person_a, i.person_b)) s
    where c.tenant_id = ${tx.tenantId} and c.matchmaker_id = ${matchmakerId} and ${page.condition}
    order by s.step_on, c.id limit ${page.limit}`.execute(tx)
  return rows
}

async function asCaseRows(tx: Tx, actor: Actor, rows: readonly Row[]): Promise<CaseRow[]> {
  const days = await ruleFor<number>(tx, 'matchmaking.quiet_case_days', actor.today)
  const quietBefore = addDays(actor.today, -days.value)
  const profiles = await profilesOf(
    tx,
    rows.map((row) => row.personId),
  )
  return rows.map((row) => {
    const profile = profiles.get(row.personId)
    return {
      id: row.id,
      nickname: profile?.nickname ?? null,
      sex: profile?.sex ?? null,
      ageBand: profile?.card.ageBand ?? null,
      districtCode: profile?.card.districtCode ?? null,
      openedOn: row.openedOn,
      lastStepOn: row.stepOn,
      quiet: row.stepOn <= quietBefore,
      hidden: profile?.hidden ?? true,
      introductions: row.introductions,
    }
  })
}

/** One of one's own cases with all that the desk holds. The look is logged and shown to the person. */
export async function getCase(tx: Tx, actor: Actor, input: { caseId: string }): Promise<CaseFile> {
  const matchmaker = await mustHaveDesk(tx, actor)
  const head = found(await findCase(tx, { caseId: input.caseId, matchmakerId: matchmaker.id }))
  const open = head.endedOn === null
  const profile = open ? await poolPerson(tx, { actor, matchmaker }, head.personId) : undefined
  const visible = profile !== undefined
  if (visible) await viewProfile(tx, actor, { personId: head.personId, occasion: 'case' })
  return {
    id: head.id,
    openedOn: head.openedOn,
    endedOn: head.endedOn,
    card: visible ? { nickname: profile.nickname, sex: profile.sex, card: profile.card } : null,
    notes: open ? await notesOf(tx, head) : [],
    introductions: await introductionsOf(
      tx,
      matchmaker.id,
      sql`${head.personId}::uuid in (i.person_a, i.person_b)`,
    ),
    ledger: open ? await ledgerOf(tx, head.personId) : [],
    can: { propose: open && visible, release: open },
  }
}

async function notesOf(tx: Tx, head: CaseHead): Promise<CaseFile['notes']> {
  const { rows } = await sql<{ id: string; cipher: Buffer; writtenAt: Date }>`
    select id, text_cipher as cipher, written_at as "writtenAt" from desk_notes
    where tenant_id = ${tx.tenantId} and person_id = ${head.personId} order by written_at desc, id limit 200`.execute(
    tx,
  )
  const texts = await openUnderPerson(
    tx,
    head.personId,
    rows.map((row) => row.cipher),
  )
  return rows.map((row, at) => ({
    id: row.id,
    text: texts[at] ?? null,
    writtenAt: row.writtenAt.toISOString(),
  }))
}
