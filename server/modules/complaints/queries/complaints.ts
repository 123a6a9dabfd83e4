import { sql, type RawBuilder } from 'kysely'
import type { ComplaintFile, ComplaintRow, operations, OwnComplaint } from '#contract/complaints.ts'
import type { InputOf } from '#contract/operation.ts'
import { inScope } from '#server/modules/access/index.ts'
import { complainantHash } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found } from '#server/platform/errors.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { stateAfter, type Act } from '../rules.ts'
import { openWords } from '../seals.ts'

type ListInput = InputOf<(typeof operations)['listComplaints']>

/** Complaints that lie at a level within scope, the latest first; never those about the officer who asks. */
export async function listComplaints(
  tx: Tx,
  actor: Actor,
  input: ListInput,
): Promise<{ items: ComplaintRow[]; nextCursor: string | null; total: number }> {
  const limit = input.limit ?? 50
  const after = readCursor(input.cursor, [''])[0]!
  const rows = await complaintRows(
    tx,
    sql`${handled(tx, actor)} and (${input.subject ?? null}::text is null or c.subject = ${input.subject ?? null})`,
  )
  const matching = rows
    .map((row) => rowOf(row))
    .filter((row) => input.state === undefined || row.state === input.state)
  const page = matching.filter((row) => after === '' || row.id < after)
  const items = page.slice(0, limit)
  return {
    items,
    nextCursor: page.length > limit ? writeCursor([items.at(-1)!.id]) : null,
    total: matching.length,
  }
}

/** One complaint with everything said. Out of scope, or about oneself: not there. */
export async function complaintFile(
  tx: Tx,
  actor: Actor,
  input: { complaintId: string },
): Promise<ComplaintFile> {
  const [row] = await complaintRows(tx, sql`c.id = ${input.complaintId} and ${handled(tx, actor)}`)
  const complaint = rowOf(found(row))
  return {
    ...complaint,
    aboutOfficer: row!.aboutOfficer,
    text: openWords(tx, row!.sealedText),
    filerName: row!.filerName,
    acts: await actsOf(tx, complaint.id),
    can: { answer: complaint.state === 'waiting', reveal: complaint.anonymous },
  }
}

/** One's own complaints, filed with or without a name. */
export async function listOwnComplaints(tx: Tx, actor: Actor): Promise<{ items: OwnComplaint[] }> {
  const rows = await complaintRows(tx, sql`c.filer_hash = ${complainantHash(tx, actor.personId)}`)
  const items = await Array.fromAsync(rows, async (row) => {
    const complaint = rowOf(row)
    return {
      ...complaint,
      text: openWords(tx, row.sealedText),
      acts: await actsOf(tx, row.id),
      can: { reply: complaint.state === 'answered' },
    }
  })
  return { items }
}

function handled(tx: Tx, actor: Actor): RawBuilder<unknown> {
  return sql`${inScope(tx, { actor, permission: 'complaints.handle' }, sql.ref('c.handler_organisation_id'))}
    and c.about_organisation_id is distinct from ${actor.appointment?.organisationId ?? null}::uuid
    and not exists (select from appointments a where a.tenant_id = c.tenant_id and a.appointment_id = c.about_appointment_id
      and a.person_id = ${actor.personId})`
}

interface Row extends Omit<ComplaintRow, 'state' | 'filedAt'> {
  filedAt: Date
  acts: Act[]
  aboutOfficer: string | null
  filerName: string | null
  sealedText: Buffer | null
}

// Complaints are few: a federation of a hundred thousand members has some hundred a year.
const mostShown = 2000

async function complaintRows(tx: Tx, condition: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select c.id, c.receipt_no as "receiptNo", c.subject, c.handler_organisation_id as "handlerOrganisationId", c.filer_id is null as anonymous,
      c.filed_at as "filedAt", c.sealed_text as "sealedText",
      (${nameOf(tx, sql.ref('c.about_organisation_id'))}) as "aboutName", (${nameOf(tx, sql.ref('c.handler_organisation_id'))}) as "handledBy",
      a.post as "aboutPost", officer.name as "aboutOfficer", filer.name as "filerName", x.acts, x."dueOn"
    from complaints c
    cross join lateral (select array_agg(act order by number) as acts, (array_agg(due_on order by number desc) filter (where due_on is not null))[1] as "dueOn"
      from complaint_acts x where x.tenant_id = c.tenant_id and x.complaint_id = c.id) x
    left join appointments a on a.tenant_id = c.tenant_id and a.appointment_id = c.about_appointment_id and a.superseded_at is null
    left join persons officer on officer.tenant_id = c.tenant_id and officer.id = a.person_id
    left join persons filer on filer.tenant_id = c.tenant_id and filer.id = c.filer_id
    where c.tenant_id = ${tx.tenantId} and ${condition} order by c.id desc limit ${mostShown}`.execute(tx)
  return rows
}

function rowOf(row: Row): ComplaintRow {
  const state = stateAfter(row.acts)
  const { acts: _acts, aboutOfficer: _officer, filerName: _filer, sealedText: _text, ...shown } = row
  return {
    ...shown,
    state,
    filedAt: row.filedAt.toISOString(),
    dueOn: state === 'waiting' ? row.dueOn : null,
  }
}

async function actsOf(tx: Tx, complaintId: string): Promise<ComplaintFile['acts']> {
  const { rows } = await sql<{
    act: Act
    handledBy: string
    post: string | null
    sealed: Buffer | null
    actedAt: Date
  }>`
    select x.act, (${nameOf(tx, sql.ref('x.handler_organisation_id'))}) as "handledBy", a.post, x.sealed_text as sealed, x.acted_at as "actedAt"
    from complaint_acts x
    left join appointments a on a.tenant_id = x.tenant_id and a.appointment_id = x.appointment_id and a.superseded_at is null
    where x.tenant_id = ${tx.tenantId} and x.complaint_id = ${complaintId} order by x.number`.execute(tx)
  return rows.map(({ sealed, actedAt, ...act }) => ({
    ...act,
    text: openWords(tx, sealed),
    actedAt: actedAt.toISOString(),
  }))
}

function nameOf(tx: Tx, organisation: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select name from organisation_profiles o where o.tenant_id = ${tx.tenantId} and o.organisation_id = ${organisation}
    and o.superseded_at is null order by o.starts_on desc limit 1`
}
