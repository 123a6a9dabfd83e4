import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/organisations.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, invalid, refuse } from '#server/platform/errors.ts'
import { livesOf, mustBeDays, mustLiveOn } from '../life.ts'
import { mustReachOrganisations } from '../policy.ts'
import { gapsIn } from '../rules.ts'
import { lockOrganisations, rewriteTies, takeStamp, tiesOf } from '../store.ts'

type Input = InputOf<(typeof operations)['recordAffiliation']>

/** Ties an organisation to another beside the line of leading: by trade, place, Party or health. Gives no powers and no roll-up. */
export async function recordAffiliation(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<OutputOf<(typeof operations)['recordAffiliation']>> {
  const { organisationId, parentId, kind, startsOn } = input
  const span = { startsOn, endsBefore: input.endsBefore ?? null }
  mustBeDays({ startsOn, endsBefore: input.endsBefore })
  if (span.endsBefore !== null && span.endsBefore <= startsOn)
    invalid([{ path: 'endsBefore', code: 'organisations.ends_before_start' }])
  if (organisationId === parentId) refuse('organisations.tie_to_itself')
  await lockOrganisations(tx, [organisationId, parentId])
  await mustReachOrganisations(tx, { actor, permission: 'organisations.write' }, [organisationId])
  await mustReachOrganisations(tx, { actor, permission: 'organisations.read' }, [parentId])
  const lives = await livesOf(tx, [organisationId, parentId])
  for (const id of [organisationId, parentId]) mustLiveOn(lives.get(id), startsOn)

  const known = (await tiesOf(tx, 'child', [organisationId])).filter(
    (row) => row.value.kind === kind && row.value.parentId === parentId,
  )
  const gaps = gapsIn(span, known)
  if (gaps.length === 0) conflict('organisations.already_tied')
  const value = { childId: organisationId, parentId, kind, documentNo: input.documentNo ?? null }
  await rewriteTies(tx, await takeStamp(tx, actor), {
    supersede: [],
    insert: gaps.map((gap) => ({ ...gap, value })),
  })
  await audit(tx, actor, 'organisations.tied', {
    kind: 'organisation',
    id: organisationId,
    organisationId,
    params: { parentId, tie: kind, startsOn },
  })
  return { organisationId, startsOn }
}
