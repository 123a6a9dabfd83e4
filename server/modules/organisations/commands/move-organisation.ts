import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/organisations.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, refuse } from '#server/platform/errors.ts'
import { mayLead } from '../kinds.ts'
import { livesOf, mustBeDays, mustLiveOn } from '../life.ts'
import { mustReachOrganisations } from '../policy.ts'
import { gapsIn, rewrite, rowOn, stretchFrom } from '../rules.ts'
import { rewriteTies, tiesOf } from '../store.ts'
import { beginTreeChange, carryTreeChange, membersBelow, type TreeWork } from '../tree-change.ts'

type Input = InputOf<(typeof operations)['moveOrganisation']>

/**
 * Puts an organisation, with everything below it, under another from a day on, until the next move already recorded. Both ends must be
 * within reach. Refused: under itself on any day, under a parent that does not exist throughout, under a kind that cannot lead it.
 */
export async function moveOrganisation(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<OutputOf<(typeof operations)['moveOrganisation']>> {
  mustBeDays({ startsOn: input.startsOn })
  const work = await beginTreeChange(tx, actor, [input.organisationId, input.parentId])
  const reach = { actor, permission: 'organisations.write' } as const
  await mustReachOrganisations(tx, reach, [input.organisationId, input.parentId])
  await move(tx, work, input)
  await audit(tx, actor, 'organisations.moved', {
    kind: 'organisation',
    id: input.organisationId,
    organisationId: input.organisationId,
    params: { parentId: input.parentId, startsOn: input.startsOn },
  })
  return {
    organisationId: input.organisationId,
    startsOn: input.startsOn,
    children: 0,
    coverages: 0,
    members: await membersBelow(tx, [input.organisationId]),
    taskId: null,
  }
}

/** The move itself, for whoever holds the locks. */
export async function move(
  tx: Tx,
  work: TreeWork,
  input: Pick<Input, 'organisationId' | 'parentId' | 'startsOn' | 'documentNo'>,
): Promise<void> {
  const { organisationId, parentId, startsOn } = input
  if (organisationId === parentId) refuse('organisations.cycle', { day: startsOn })
  const child = work.heads.get(organisationId)!
  const parent = work.heads.get(parentId)!
  if (!mayLead(parent.kind, child.kind))
    refuse('organisations.cannot_lead', { parentKind: parent.kind, childKind: child.kind })
  const life = (await livesOf(tx, [organisationId])).get(organisationId)
  mustLiveOn(life, startsOn)
  const rows = (await tiesOf(tx, 'child', [organisationId])).filter((row) => row.value.kind === 'leads')
  if (rowOn(rows, startsOn)?.value.parentId === parentId) conflict('organisations.already_there')

  const tie = { childId: organisationId, parentId, kind: 'leads', documentNo: input.documentNo ?? null }
  const held = stretchFrom(rows, startsOn)
  if (held !== null)
    await rewriteTies(
      tx,
      work.stamp,
      rewrite(rows, held, () => tie),
    )
  else {
    // The top of a tree stood under nobody: it does from now on, until its end or the next move.
    const [free] = gapsIn({ startsOn, endsBefore: life!.endsBefore }, rows)
    await rewriteTies(tx, work.stamp, { supersede: [], insert: [{ ...free!, value: tie }] })
  }
  await carryTreeChange(tx, { organisationIds: [organisationId], on: startsOn })
}
