import type { operations } from '#contract/commissioners-pool.ts'
import type { InputOf } from '#contract/operation.ts'
import { canReach, mustReach } from '#server/modules/access/index.ts'
import { personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, invalid, notFound } from '#server/platform/errors.ts'
import { mustChangeTalent } from '../queries/find-talent.ts'
import { findOwnTalent } from '../queries/talents.ts'
import { endSharing, endTalentEntry, insertSharing, insertTalent, updateTalent } from '../store.ts'

type Input<Id extends keyof typeof operations> = InputOf<(typeof operations)[Id]>

/** An organisation within scope recommends somebody whose file the officer may read. Nobody sees it beyond until the person agrees. */
export async function addTalent(
  tx: Tx,
  actor: Actor,
  { personId, organisationId, ...entry }: Input<'addTalent'>,
): Promise<{ talentId: string }> {
  await mustReach(tx, { actor, permission: 'commissioners.write' }, organisationId)
  const records = found(await personRecords(tx, personId))
  const home = records.organisationId
  if (home === null || !(await canReach(tx, { actor, permission: 'people.read' }, home))) notFound()
  const talentId = await insertTalent(tx, {
    personId: records.personId,
    organisationId,
    recordedBy: actor.appointment!.id,
    entry,
  })
  if (talentId === null) conflict('commissioners.in_the_pool')
  await audit(tx, actor, 'commissioners.talent_added', subjectOf(talentId, organisationId))
  return { talentId }
}

/** Puts an entry right that was recommended within scope. */
export async function changeTalent(
  tx: Tx,
  actor: Actor,
  { talentId, ...entry }: Input<'changeTalent'>,
): Promise<Record<string, never>> {
  const talent = await mustChangeTalent(tx, actor, talentId)
  await updateTalent(tx, talent.id, entry)
  await audit(tx, actor, 'commissioners.talent_changed', subjectOf(talent.id, talent.organisationId))
  return {}
}

/** Somebody leaves the pool. */
export async function endTalent(
  tx: Tx,
  actor: Actor,
  { talentId, reason }: Input<'endTalent'>,
): Promise<Record<string, never>> {
  const talent = await mustChangeTalent(tx, actor, talentId)
  await endTalentEntry(tx, talent.id, reason)
  await audit(tx, actor, 'commissioners.talent_ended', subjectOf(talent.id, talent.organisationId))
  return {}
}

/** Keeps that the person agreed on paper to be seen by the other streets, with the number of the paper, or took it back. */
export async function recordTalentSharing(
  tx: Tx,
  actor: Actor,
  input: Input<'recordTalentSharing'>,
): Promise<Record<string, never>> {
  const talent = await mustChangeTalent(tx, actor, input.talentId)
  if (input.agreed) {
    if (input.documentNo === undefined) invalid([{ path: 'documentNo', code: 'field.required' }])
    await insertSharing(tx, {
      talentId: talent.id,
      documentNo: input.documentNo,
      recordedBy: actor.appointment!.id,
    })
    await audit(tx, actor, 'commissioners.talent_shared', subjectOf(talent.id, talent.organisationId))
  } else {
    await endSharing(tx, talent.id)
    await audit(tx, actor, 'commissioners.talent_unshared', subjectOf(talent.id, talent.organisationId))
  }
  return {}
}

/** The person lets the other streets see their own entry, or no longer. */
export async function setOwnTalentSharing(
  tx: Tx,
  actor: Actor,
  { agreed }: Input<'setOwnTalentSharing'>,
): Promise<Record<string, never>> {
  const talent = await findOwnTalent(tx, actor)
  if (talent === undefined) notFound()
  if (agreed) await insertSharing(tx, { talentId: talent.id, documentNo: null, recordedBy: null })
  else await endSharing(tx, talent.id)
  return {}
}

function subjectOf(id: string, organisationId: string) {
  return { kind: 'talent', id, organisationId }
}
