import { sql } from 'kysely'
import type { DeskMeeting } from '#contract/matchmaking-association.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { mustHaveDesk } from '../../desk/policy.ts'
import { namesOf } from '../../desk/queries/names.ts'

interface Row extends Omit<DeskMeeting, 'own' | 'offered' | 'others'> {
  cases: { number: number | null; caseId: string; personId: string; mine: boolean }[]
}

/** Meetings from a week ago on of the federations a matchmaker stands in: own cases with their numbers, those that could get one, and others' numbers. */
export async function listDeskMeetings(tx: Tx, actor: Actor): Promise<{ items: DeskMeeting[] }> {
  const matchmaker = await mustHaveDesk(tx, actor)
  const { rows } = await sql<Row>`
    select m.id, m.kind, m.title, m.held_on as "heldOn", m.place, m.agenda,
      coalesce((select jsonb_agg(jsonb_build_object('number', n.number, 'caseId', c.id, 'personId', c.person_id,
          'mine', c.matchmaker_id = ${matchmaker.id}) order by n.number)
        from matchmaker_cases c
        join meeting_agreements a on a.tenant_id = c.tenant_id and a.person_id = c.person_id and a.ended_at is null
        left join meeting_cases n on n.tenant_id = c.tenant_id and n.case_id = c.id and n.meeting_id = m.id
        where c.tenant_id = m.tenant_id and c.ended_on is null and (n.number is not null or c.matchmaker_id = ${matchmaker.id})), '[]') as cases
    from association_meetings m
    where m.tenant_id = ${tx.tenantId} and m.held_on > app_today() - 7 and exists (
      select from organisation_tree t where t.tenant_id = m.tenant_id and t.ancestor_id = m.organisation_id
        and t.descendant_id = ${matchmaker.organisationId} and t.starts_on <= app_today() and (t.ends_before is null or app_today() < t.ends_before))
    order by m.held_on, m.id limit 20`.execute(tx)
  const name = await namesOf(
    tx,
    rows.flatMap((row) => row.cases.filter((each) => each.mine).map((each) => each.personId)),
  )
  return {
    items: rows.map(({ cases, ...meeting }) => ({
      ...meeting,
      own: cases.flatMap((each) =>
        each.mine && each.number !== null
          ? [{ number: each.number, caseId: each.caseId, nickname: name(each.personId) }]
          : [],
      ),
      offered: cases.flatMap((each) =>
        each.mine && each.number === null ? [{ caseId: each.caseId, nickname: name(each.personId) }] : [],
      ),
      others: cases.flatMap((each) => (each.mine || each.number === null ? [] : [each.number])),
    })),
  }
}
