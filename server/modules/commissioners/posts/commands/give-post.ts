import { sql } from 'kysely'
import type { operations } from '#contract/commissioners-posts.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import { appoint, mustReach, raiseAccessVersion } from '#server/modules/access/index.ts'
import { nearTo } from '#server/modules/people/index.ts'
import { ruleFor, satisfies } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, invalid, refuse } from '#server/platform/errors.ts'
import { candidacyRules, obstaclesOf } from '#server/modules/ballots/index.ts'
import { candidacyObstacles } from '../../candidacy/obstacles.ts'
import { insertDeclaration } from '../../candidacy/store.ts'
import { mustSeeTalent } from '../../pool/queries/find-talent.ts'
import { askForInduction } from '#server/modules/training/index.ts'
import { insertOrigin } from '../store.ts'

type Give = InputOf<(typeof operations)['giveCommissionerPost']>

/**
 * Somebody of the pool becomes commissioner at one or several two-new organisations within scope, after declaring what the candidate rules ask. Nobody
 * gives a post to themself; a declaration that bars says which rule (error `commissioners.candidacy_blocked`).
 */
export async function giveCommissionerPost(
  tx: Tx,
  actor: Actor,
  input: Give,
): Promise<{ appointmentIds: string[] }> {
  // Whoever gives a post at the same moment waits here, and then sees this one.
  await raiseAccessVersion(tx)
  const talent = await mustSeeTalent(tx, actor, input.talentId)
  if ((await nearTo(tx, actor.personId)).has(talent.personId)) refuse('commissioners.not_oneself')
  if (input.endsBefore <= input.startsOn)
    invalid([{ path: 'endsBefore', code: 'commissioners.end_before_start' }])
  for (const organisationId of input.organisationIds) {
    await mustReach(tx, { actor, permission: 'commissioners.write' }, organisationId)
    await mustBeVacant(tx, { ...input, organisationId, personId: talent.personId })
  }
  await mustHaveRoom(tx, { personId: talent.personId, more: input.organisationIds.length, input })

  const appointmentIds: string[] = []
  for (const organisationId of input.organisationIds) {
    const { personId } = talent
    await insertDeclaration(tx, {
      personId,
      organisationId,
      recordedBy: actor.appointment!.id,
      ...input.declaration,
    })
    const [obstacle] = await candidacyObstacles(tx, {
      personId,
      organisationId,
      office: officeOf(input.kind),
      day: input.startsOn,
    })
    if (obstacle !== undefined)
      refuse('commissioners.candidacy_blocked', { obstacle: obstacle.code, source: obstacle.rule.source })
    const { appointmentId } = await appoint(tx, actor, {
      personId,
      post: 'commissioner',
      organisationId,
      fullTime: input.kind === 'party_affairs_officer',
      basis: input.basis,
      documentNo: input.documentNo,
      startsOn: input.startsOn,
      endsBefore: input.endsBefore,
      substitutesId: null,
    })
    await insertOrigin(tx, { appointmentId, talentId: talent.id, electionId: input.electionId ?? null })
    await audit(tx, actor, 'commissioners.post_given', {
      kind: 'appointment',
      id: appointmentId,
      organisationId,
    })
    appointmentIds.push(appointmentId)
    await askForInduction(tx, actor, { appointmentId, personId, organisationId })
  }
  return { appointmentIds }
}

/** What would stand in the way of a candidate who declares this at an organisation within scope; nothing is kept. */
export async function checkCandidacy(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['checkCandidacy']>,
): Promise<OutputOf<(typeof operations)['checkCandidacy']>> {
  await mustReach(tx, { actor, permission: 'commissioners.write' }, input.organisationId)
  const rules = await candidacyRules(tx, actor.today)
  return { obstacles: obstaclesOf(officeOf(input.kind), input.declaration, rules) }
}

/** A part-time chair is judged as a chair, a Party-affairs officer by the rules for commissioners. */
function officeOf(kind: Give['kind']): 'chair' | 'commissioner' {
  return kind === 'part_time_chair' ? 'chair' : 'commissioner'
}

/** A two-new organisation that exists on the first day, where the person holds no such post in that time and a seat of the kind is free. */
async function mustBeVacant(
  tx: Tx,
  at: Pick<Give, 'kind' | 'startsOn' | 'endsBefore'> & { organisationId: string; personId: string },
): Promise<void> {
  const seats = await ruleFor<number>(tx, 'commissioners.seats', at.startsOn)
  const held = sql`from appointments a where a.tenant_id = o.tenant_id and a.organisation_id = o.id and a.post = 'commissioner'
    and a.superseded_at is null and a.substitutes_id is null
    and a.starts_on < ${at.endsBefore}::date and ${at.startsOn}::date < coalesce(a.ends_before, 'infinity')`
  const { rows } = await sql<{ isTwoNew: boolean; exists: boolean; holds: boolean; taken: number }>`
    select o.kind = 'employer' and o.two_new_type is not null as "isTwoNew",
      exists (select from organisation_profiles p where p.tenant_id = o.tenant_id and p.organisation_id = o.id and p.superseded_at is null
        and p.starts_on <= ${at.startsOn}::date and (p.ends_before is null or ${at.startsOn}::date < p.ends_before)) as exists,
      exists (select ${held} and a.person_id = ${at.personId}) as holds,
      (select count(*)::int ${held} and a.full_time = ${at.kind === 'party_affairs_officer'}) as taken
    from organisations o where o.tenant_id = ${tx.tenantId} and o.id = ${at.organisationId}`.execute(tx)
  const { isTwoNew, exists, holds, taken } = rows[0]!
  if (!isTwoNew) refuse('commissioners.not_two_new')
  if (!exists) refuse('access.organisation_not_then', { startsOn: at.startsOn })
  if (holds) conflict('commissioners.already_there')
  if (!satisfies(taken + 1, seats)) conflict('commissioners.seat_taken')
}

/** Nobody holds more posts at a time than the rule allows. */
async function mustHaveRoom(
  tx: Tx,
  { personId, more, input }: { personId: string; more: number; input: Give },
): Promise<void> {
  const most = await ruleFor<number>(tx, 'commissioners.most_posts', input.startsOn)
  const { rows } = await sql<{ held: number }>`
    select count(*)::int as held from appointments where tenant_id = ${tx.tenantId} and person_id = ${personId} and post = 'commissioner'
      and superseded_at is null and substitutes_id is null
      and starts_on < ${input.endsBefore}::date and ${input.startsOn}::date < coalesce(ends_before, 'infinity')`.execute(
    tx,
  )
  if (!satisfies(rows[0]!.held + more, most)) refuse('commissioners.too_many_posts', { most: most.value })
}
