import { sql, type RawBuilder } from 'kysely'
import type { CountedRecord } from '#contract/assessments.ts'
import type { AssessmentCounter, CountAsked } from '#server/platform/assessment-subject.ts'
import { trainingRecords } from '#server/modules/training/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'

/** What is counted about a commissioner from the platform’s own records. Records of the unit count for the days in the post there. */
export const commissionerCounters: readonly AssessmentCounter[] = [
  {
    name: 'training_hours',
    title: { zh: '参加培训学时', en: 'Class hours of training' },
    unit: { zh: '学时', en: 'class hours' },
    records: trainingRecords,
  },
  {
    name: 'unit_events',
    title: { zh: '本单位开展活动', en: 'Events held by the unit' },
    unit: { zh: '场', en: 'events' },
    records: (tx, asked) =>
      recordsOfUnions(
        tx,
        asked,
        sql`select e.id, 'event' as kind, e.title as label, (e.starts_at at time zone 'Asia/Shanghai')::date as day
          from events e where e.tenant_id = ${tx.tenantId} and e.state = 'closed'
            and e.organisation_id in (select u.id from unions u where u.no = n.no union all select n.organisation_id)`,
      ),
  },
  {
    name: 'members_joined',
    title: { zh: '新发展会员', en: 'Members who joined' },
    unit: { zh: '人', en: 'members' },
    records: (tx, asked) =>
      recordsOfUnions(
        tx,
        asked,
        sql`select m.id, 'membership' as kind, '入会' as label, m.starts_on as day
          from memberships m where m.tenant_id = ${tx.tenantId} and m.superseded_at is null and m.kind = 'member'
            and m.union_id in (select u.id from unions u where u.no = n.no)`,
      ),
  },
]

type Row = Omit<CountedRecord, 'value'> & { no: number; known: boolean }

// Of a unit without a union nothing of the union's work can be known: that is unknown and not none.
async function recordsOfUnions(
  tx: Tx,
  asked: readonly CountAsked[],
  records: RawBuilder<unknown>,
): Promise<(CountedRecord[] | null)[]> {
  const { rows } = await sql<Row | { no: number; id: null; known: boolean }>`
    with asked as (
      select * from unnest(${asked.map((_, at) => at)}::int[], ${asked.map((each) => each.organisationId)}::uuid[],
        ${asked.map((each) => each.from)}::date[], ${asked.map((each) => each.until)}::date[]) as n (no, organisation_id, since, until)),
    unions as (
      select n.no, o.id from asked n join organisations o on o.tenant_id = ${tx.tenantId} and o.id = n.organisation_id and o.kind like '%union%'
      union
      select n.no, c.union_id from asked n join coverages c on c.tenant_id = ${tx.tenantId} and c.employer_id = n.organisation_id
        and c.starts_on < n.until and (c.ends_before is null or c.ends_before > n.since))
    select n.no, r.id, r.kind, r.label, r.day as on, exists (select from unions u where u.no = n.no) as known
    from asked n left join lateral (${records}) r on r.day >= n.since and r.day < n.until
    order by n.no, r.day, r.id`.execute(tx)
  return asked.map((_, at) => {
    const here = rows.filter(({ no }) => no === at)
    if (!here.some(({ known }) => known)) return null
    return here.flatMap((row) =>
      row.id === null ? [] : [{ id: row.id, kind: row.kind, label: row.label, on: row.on, value: 1 }],
    )
  })
}
