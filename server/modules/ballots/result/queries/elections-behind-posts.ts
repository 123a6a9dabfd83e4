import { sql } from 'kysely'
import type { ElectionWon } from '#contract/ballots-shapes.ts'
import { lastName } from '#server/modules/access/index.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { postOf } from '../../preparation/seats.ts'

/**
 * The confirmed elections behind the posts that somebody (root record) holds on a day of a month (`YYYY-MM`), as the posts were known at a moment, the
 * earliest first. Merged records count as one person. Posts that were only entered, or given by a document, have none.
 */
export async function electionsBehindPosts(
  tx: Tx,
  { personId, month, knownAt }: { personId: string; month: string; knownAt: string },
): Promise<ElectionWon[]> {
  const first = `${month}-01`
  const { rows } = await sql<ElectionWon>`
    select distinct e.id as "ballotId", e.title, e.kind, e.meeting_on as "meetingOn", at.name as "organisationName",
      (select (s.taken_at at time zone 'Asia/Shanghai')::date from election_steps s where s.tenant_id = e.tenant_id and s.election_id = e.id
        and s.step = 'confirmed') as "confirmedOn"
    from appointments a
    join elections e on e.tenant_id = a.tenant_id and e.organisation_id = a.organisation_id and e.meeting_on = a.starts_on
    join jsonb_each_text(${JSON.stringify(postOf)}::jsonb) as filled (kind, post) on filled.kind = e.kind and filled.post = a.post
    join election_steps c on c.tenant_id = e.tenant_id and c.election_id = e.id and c.step = 'confirmed'
    left join person_aliases al on al.tenant_id = a.tenant_id and al.alias_id = a.person_id and al.undone_at is null
    cross join lateral (${lastName(tx, sql.ref('e.organisation_id'))}) at
    where a.tenant_id = ${tx.tenantId} and coalesce(al.person_id, a.person_id) = ${personId} and a.basis = 'election' and a.substitutes_id is null
      and a.recorded_at <= ${knownAt}::timestamptz and (a.superseded_at is null or a.superseded_at > ${knownAt}::timestamptz)
      and a.starts_on < (${first}::date + interval '1 month')::date and (a.ends_before is null or a.ends_before > ${first}::date)
      and exists (select from election_candidates n join election_results x on x.tenant_id = n.tenant_id and x.election_id = n.election_id
        where n.tenant_id = e.tenant_id and n.election_id = e.id and n.withdrawn_at is null and x.result -> 'elected' @> to_jsonb(n.id::text)
          and (n.person_id = ${personId} or exists (select from person_aliases m where m.tenant_id = n.tenant_id and m.alias_id = n.person_id
            and m.person_id = ${personId} and m.undone_at is null)))
    order by "meetingOn", "ballotId"`.execute(tx)
  return rows
}
