import { sql, type RawBuilder } from 'kysely'
import type { Finding } from '#contract/reports-seals.ts'
import { groupsOf, type Question } from '#server/modules/measures/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { sealableRows, sealedRowsOf } from '../packed-rows.ts'
import type { StoredFigure } from '../stored.ts'
import { finding } from './finding.ts'

/** How many differing rows are named; all are counted. */
const named = 100

/** What became of the rows behind a sealed figure. */
export interface CheckedRows {
  differences: number
  /** Rows of people whose data the law erased since: still there as facts without a name, or gone. */
  erased: number
  findings: Finding[]
}

interface Difference {
  id: string
  code: 'row_missing' | 'row_added' | 'row_changed' | 'row_erased'
  part: string | null
  sealed: string | null
  found: string | null
  all: number
}

/**
 * Counts anew as of the day and as known at the sealing, and compares row by row with what was sealed. What was recorded properly since is
 * not known at that moment and changes nothing; what was changed behind the back is named. A row that is gone because the law erased its
 * person is told apart by the log of erasures.
 */
export async function checkRows(
  tx: Tx,
  question: Question,
  { reportId, figure }: { reportId: string; figure: StoredFigure },
): Promise<CheckedRows> {
  const about = { figure: figure.number, measure: figure.measure }
  const { rows } = await sql<Difference>`
    with sealed as materialized (${sealedRowsOf(tx, { reportId, number: figure.number })}),
    present as materialized (${sealableRows(tx, question)}),
    differing as (
      select coalesce(s.id, p.id) as id, ${codeOf(tx)} as code, ${partOf} as part, ${textOf('s')} as sealed, ${textOf('p')} as found
      from sealed s full join present p on p.id = s.id
      where s.id is null or p.id is null or (s.organisation_id, s.value, s.day, s.counted) is distinct from (p.organisation_id, p.value, p.day, p.counted))
    select *, count(*) over () ::int as all from differing order by code, id limit ${named}`.execute(tx)
  const findings = rows.map(({ id, code, part, sealed, found }) =>
    finding(code, { ...about, rowId: id, part, sealed, found }),
  )
  return {
    differences: rows[0]?.all ?? 0,
    erased: await erasedOf(tx, reportId, figure),
    findings: [...findings, ...(await checkGroups(tx, question, figure))],
  }
}

/** The parts of a figure that was broken down, when counted anew; only where the rows are what they were do they say anything of their own. */
async function checkGroups(tx: Tx, question: Question, figure: StoredFigure): Promise<Finding[]> {
  if (figure.by === null || figure.groups === null) return []
  const found = JSON.stringify(await groupsOf(tx, question, figure.by))
  if (found === figure.groups) return []
  const about = { figure: figure.number, measure: figure.measure, part: figure.by }
  return [
    finding('groups_differ', { ...about, sealed: figure.groups.slice(0, 2000), found: found.slice(0, 2000) }),
  ]
}

function codeOf(tx: Tx): RawBuilder<string> {
  return sql<string>`case when p.id is null and ${isErased(tx)} then 'row_erased' when p.id is null then 'row_missing'
    when s.id is null then 'row_added' else 'row_changed' end`
}

/** Whether a sealed row is of somebody whose data were erased: it bears the person's id, or counts as them. */
function isErased(tx: Tx): RawBuilder<boolean> {
  return sql<boolean>`exists (select from person_erasures e where e.tenant_id = ${tx.tenantId}
    and (e.person_id = s.id or s.counted = md5(e.person_id::text || e.tenant_id::text)::uuid))`
}

async function erasedOf(tx: Tx, reportId: string, figure: StoredFigure): Promise<number> {
  const { rows } = await sql<{ erased: number }>`
    with erased as (select person_id as id, md5(person_id::text || tenant_id::text)::uuid as counted from person_erasures where tenant_id = ${tx.tenantId})
    select count(*)::int as erased from (${sealedRowsOf(tx, { reportId, number: figure.number })}) s
    where s.id in (select id from erased) or s.counted in (select counted from erased)`.execute(tx)
  return rows[0]!.erased
}

const partOf = sql`case when s.id is null or p.id is null then null
  when s.organisation_id is distinct from p.organisation_id then 'organisation'
  when s.value is distinct from p.value then 'value' when s.day is distinct from p.day then 'day' else 'counted_as' end`

function textOf(alias: 's' | 'p'): RawBuilder<string | null> {
  const column = (name: string) => sql.ref(`${alias}.${name}`)
  return sql`case when ${column('id')} is not null then concat_ws(' ', ${column('organisation_id')}, ${column('value')}, ${column('day')}) end`
}
