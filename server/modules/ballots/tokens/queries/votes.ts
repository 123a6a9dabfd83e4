import { sql } from 'kysely'
import type { OwnPhoneVote, PhoneVote } from '#contract/phone-votes.ts'
import { hexOf } from '#contract/sealed-votes/bytes.ts'
import { canReach, inScope } from '#server/modules/access/index.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { issuedCount, voteColumns, type LockedVote } from '../store.ts'

const organisationName = sql<string>`(select name from organisation_profiles p where p.tenant_id = v.tenant_id
  and p.organisation_id = v.organisation_id and p.superseded_at is null order by starts_on desc limit 1)`

/** Votes by phone of one's scope, the latest first: where they stand and how many tokens were drawn, nothing of what was cast. */
export async function listPhoneVotes(tx: Tx, actor: Actor): Promise<{ items: PhoneVote[] }> {
  const { rows } = await sql<
    LockedVote & { organisationName: string; issued: number; steps: { step: string; takenAt: string }[] }
  >`
    select ${voteColumns}, ${organisationName} as "organisationName",
      ${issuedCount} as issued,
      coalesce((select json_agg(json_build_object('step', s.step, 'takenAt', to_char(s.taken_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
        order by s.taken_at) from phone_vote_steps s where s.tenant_id = v.tenant_id and s.vote_id = v.id), '[]') as steps
    from phone_votes v where v.tenant_id = ${tx.tenantId}
      and ${inScope(tx, { actor, permission: 'phone_votes.read' }, sql.ref('v.organisation_id'))}
    order by v.created_at desc limit 200`.execute(tx)
  const items: PhoneVote[] = []
  for (const row of rows)
    items.push({
      ...row,
      tokenKey: hexOf(row.tokenKey),
      committeeKey: row.committeeKey === null ? null : hexOf(row.committeeKey),
      can: {
        allow:
          row.organisationId !== actor.appointment?.organisationId &&
          (await canReach(tx, { actor, permission: 'phone_votes.allow' }, row.organisationId)),
        run: await canReach(tx, { actor, permission: 'phone_votes.run' }, row.organisationId),
      },
    })
  return { items }
}

/** Votes on whose roll one stands, from the token period on. */
export async function listOwnPhoneVotes(tx: Tx, actor: Actor): Promise<{ items: OwnPhoneVote[] }> {
  const records = await personRecords(tx, actor.personId)
  const { rows } = await sql<
    LockedVote & { organisationName: string; hasToken: boolean; meetingOn: string | null }
  >`
    select * from (
      select ${voteColumns}, ${organisationName} as "organisationName", r.has_token as "hasToken", v.created_at,
        (select meeting_on from elections e where e.tenant_id = v.tenant_id and e.id = v.election_id) as "meetingOn"
      from phone_vote_voters r join phone_votes v on v.tenant_id = r.tenant_id and v.id = r.vote_id
      where r.tenant_id = ${tx.tenantId} and r.person_id = any(${records?.recordIds ?? [actor.personId]}::uuid[])) own
    where state in ('tokens', 'opened', 'closed', 'counted', 'voided') order by created_at desc limit 20`.execute(
    tx,
  )
  return { items: rows.map((row) => ({ ...row, tokenKey: hexOf(row.tokenKey) })) }
}

/** What everybody may know of a vote; undefined where there is none. */
export async function publicVote(
  tx: Tx,
  voteId: string,
): Promise<(LockedVote & { organisationName: string; issued: number }) | undefined> {
  const { rows } = await sql<LockedVote & { organisationName: string; issued: number }>`
    select ${voteColumns}, ${organisationName} as "organisationName",
      ${issuedCount} as issued
    from phone_votes v where v.tenant_id = ${tx.tenantId} and v.id = ${voteId}`.execute(tx)
  return rows[0]
}
