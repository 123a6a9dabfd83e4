import { sql } from 'kysely'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { Assessment, operations } from '#contract/privacy-records.ts'
import { inScope, mustReach } from '#server/modules/access/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { forbidden, invalid } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { readCursor, writeCursor } from '#server/platform/paging.ts'
import { insertAssessment } from '../store.ts'

/** Impact assessments within scope, the latest first, with the day until which each is kept (K7 56). */
export async function listAssessments(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['listAssessments']>,
): Promise<OutputOf<(typeof operations)['listAssessments']>> {
  const limit = input.limit ?? 50
  const after = readCursor(input.cursor, [''])[0]!
  const { value: days } = await ruleFor<number>(tx, 'retention.assessments', actor.today)
  const { rows } = await sql<Assessment>`
    select a.id, a.organisation_id as "organisationId", o.name as "organisationName", a.occasion, a.subject, a.necessity, a.risks, a.measures,
      a.conclusion, a.assessed_on as "assessedOn", a.assessed_on + ${days}::int as "keepUntil"
    from privacy_assessments a cross join lateral (
      select name from organisation_profiles p where p.tenant_id = a.tenant_id and p.organisation_id = a.organisation_id and p.superseded_at is null
      order by p.starts_on desc limit 1) o
    where a.tenant_id = ${tx.tenantId} and ${inScope(tx, { actor, permission: 'privacy.manage' }, sql.ref('a.organisation_id'))}
      and (${after} = '' or a.id < nullif(${after}, '')::uuid)
    order by a.id desc limit ${limit + 1}`.execute(tx)
  const items = rows.slice(0, limit)
  return { items, nextCursor: rows.length > limit ? writeCursor([items.at(-1)!.id]) : null }
}

/** Records an impact assessment made for an organisation within scope. */
export async function recordAssessment(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['recordAssessment']>,
): Promise<{ id: string }> {
  await mustReach(tx, { actor, permission: 'privacy.manage' }, input.organisationId)
  if (actor.appointment === null) forbidden()
  if (input.assessedOn > actor.today) invalid([{ path: 'assessedOn', code: 'people.date_in_future' }])
  const id = newId()
  await insertAssessment(tx, { id, ...input, recordedBy: actor.appointment.id })
  await audit(tx, actor, 'consents.assessment_recorded', {
    kind: 'privacy_assessment',
    id,
    organisationId: input.organisationId,
    params: { occasion: input.occasion, conclusion: input.conclusion },
  })
  return { id }
}
