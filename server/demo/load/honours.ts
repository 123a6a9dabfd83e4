import { sql } from 'kysely'
import type { Tx } from '#server/platform/db/transaction.ts'

/**
 * Honours of the years before today, conferred by the federation at the top: some unions every year, some union chairs thanked. Chosen by codes and
 * names, so that every load shows the same; certificates carry codes of no secret.
 */
export async function loadHonours(tx: Tx, honours: { top: string; units: number }): Promise<void> {
  if (honours.units === 0) return
  await sql`
    insert into honours (tenant_id, id, organisation_id, title, rule_id, holder_organisation_id, deed, document_no, granted_on, code, granted_by)
    select ${tx.tenantId}::uuid, gen_random_uuid(), ${honours.top}, 'excellent_union', r.id, u.id, '建会规范、服务职工成效明显', documented.no, documented.on,
      ${codeOf(sql`u.id || year::text`)}, judge.id
    from generate_series(1, 3) year
    cross join lateral (select o.id from organisations o where o.tenant_id = ${tx.tenantId} and o.kind = 'basic_union'
      order by md5(o.stat_code || year) limit ${honours.units}) u
    cross join lateral (${documentOf(sql`year`, 1)}) documented
    cross join lateral (${judgeOf(tx, honours.top)}) judge
    join rules r on r.key = 'honours.titles' and r.region = ''`.execute(tx)
  await sql`
    insert into honours (tenant_id, id, organisation_id, title, rule_id, holder_person_id, deed, document_no, granted_on, code, granted_by)
    select ${tx.tenantId}::uuid, gen_random_uuid(), ${honours.top}, 'public_thanks', r.id, chair.person_id, '牵头开展职工之家建设', documented.no, documented.on,
      ${codeOf(sql`chair.person_id || 'thanks'`)}, judge.id
    from (select held.person_id from (select distinct on (a.person_id) a.person_id from appointments a
      where a.tenant_id = ${tx.tenantId} and a.post = 'union_chair' and a.superseded_at is null
        and a.starts_on < app_today() - 400 and (a.ends_before is null or a.ends_before > app_today())
      order by a.person_id) held
      order by exists (select from accounts c where c.tenant_id = ${tx.tenantId} and c.person_id = held.person_id) desc, md5(held.person_id::text)
      limit ${honours.units + 1}) chair
    cross join lateral (${documentOf(sql`1`, 2)}) documented
    cross join lateral (${judgeOf(tx, honours.top)}) judge
    join rules r on r.key = 'honours.titles' and r.region = ''`.execute(tx)
  await sql`
    insert into honour_releases (tenant_id, honour_id, basis, document_no, released_by, released_at)
    select h.tenant_id, h.id, case when h.holder_person_id is null then 'organisation' else 'public_notice' end, h.document_no, h.granted_by,
      h.granted_on + interval '10 days'
    from honours h where h.tenant_id = ${tx.tenantId} and h.granted_on < app_today() - 10 and h.granted_on > app_today() - 400`.execute(
    tx,
  )
}

const codeOf = (text: ReturnType<typeof sql>) => sql`upper(translate(left(md5(${text}), 16), '01', 'xy'))`

const documentOf = (yearsAgo: ReturnType<typeof sql>, number: number) => sql`
  select make_date(extract(year from app_today())::int - ${yearsAgo}::int, 12, 20) as on,
    '甬北工〔' || extract(year from app_today())::int - ${yearsAgo}::int || '〕' || ${number}::int || '号' as no`

const judgeOf = (tx: Tx, top: string) => sql`
  select a.appointment_id as id from appointments a where a.tenant_id = ${tx.tenantId} and a.organisation_id = ${top}
    and a.post = 'federation_officer' and a.superseded_at is null order by a.starts_on, a.appointment_id limit 1`
