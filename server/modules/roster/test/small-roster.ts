import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'
import { citizenCheck } from '../rules/citizen-number.ts'

/** A person of a small roster; what is left out stays blank in the sheet. */
export interface SheetPerson {
  name: string
  number: string
  union: string
  employer: string
  mobile?: string
  education?: string
  joined?: string
  job?: string
  card?: string
  remark?: string
}

/** A citizen number that belongs to nobody: county codes ending in 99 are not given out. */
export function citizenNumber(n: number): string {
  const digits = `33029919${70 + (n % 30)}0${1 + (n % 9)}${10 + (n % 19)}${String(n % 1000).padStart(3, '0')}`
  return digits + citizenCheck(digits)
}

const columns = [
  ['姓名', 'name'],
  ['身份证号', 'number'],
  ['手机号码', 'mobile'],
  ['学历', 'education'],
  ['工作单位', 'employer'],
  ['所属工会', 'union'],
  ['岗位', 'job'],
  ['入会时间', 'joined'],
  ['工会卡号', 'card'],
  ['备注', 'remark'],
] as const

/** The persons as a sheet in CSV. */
export function sheetOf(persons: readonly SheetPerson[]): string {
  const lines = persons.map((person) => columns.map(([, field]) => person[field] ?? '').join(','))
  return [columns.map(([title]) => title).join(','), ...lines].join('\n')
}

/**
 * One hash over everything the current view says of members: who, where, since when, with which work and card, and what searches read.
 * Two equal hashes mean that nobody could tell the views apart.
 */
export async function viewHash(tx: Tx): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws('|', i.name, i.sort_key, i.name_tokens, i.org_tokens, i.union_id, i.employer_id, i.kind, i.sex, p.sex, p.birth_date,
        p.ethnic_group, p.political_affiliation, p.education_level, encode(p.document_hash, 'hex'), encode(p.mobile_hash, 'hex'),
        encode(p.mobile_tail_hash, 'hex'), m.kind, m.joined_on, m.joined_precision, m.starts_on, m.ends_before,
        (select string_agg(concat_ws(',', e.employer_id, e.form, e.status, e.union_group, e.job, e.starts_on, e.ends_before), ';'
          order by e.starts_on, e.employer_id) from employments e where e.tenant_id = i.tenant_id and e.person_id = i.person_id and e.superseded_at is null),
        (select string_agg(concat_ws(',', encode(c.number_hash, 'hex'), c.starts_on, c.ends_before), ';' order by c.starts_on, c.number_hash)
          from service_cards c where c.tenant_id = i.tenant_id and c.person_id = i.person_id and c.superseded_at is null)) as line
    from member_index i
    join persons p on p.tenant_id = i.tenant_id and p.id = i.person_id
    join memberships m on m.tenant_id = i.tenant_id and m.id = i.membership_id and m.superseded_at is null
    where i.tenant_id = ${tx.tenantId}
    union all
    select concat_ws('|', 'count', union_id, kind, members) from union_member_counts where tenant_id = ${tx.tenantId}
    union all
    select concat_ws('|', 'open', count(*)) from memberships where tenant_id = ${tx.tenantId} and superseded_at is null and ends_before is null
    union all
    select concat_ws('|', 'known', count(*)) from persons where tenant_id = ${tx.tenantId} and document_hash is not null
    order by 1`.execute(tx)
  return createHash('sha256')
    .update(rows.map((row) => row.line).join('\n'))
    .digest('hex')
}
