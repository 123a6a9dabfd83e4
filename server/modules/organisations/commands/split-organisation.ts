import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/organisations.ts'
import { createTask } from '#server/modules/inbox/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, refuse } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { handOver, type HandedOver } from '../hand-over.ts'
import { isUnion } from '../kinds.ts'
import { livesOf, mustBeDays, mustLiveOn } from '../life.ts'
import { membersOfEmployers } from '../membership-counts.ts'
import { mustReachOrganisations } from '../policy.ts'
import { rowOn, type DatedRow } from '../rules.ts'
import {
  coveragesOf,
  insertOrganisations,
  insertSuccession,
  profilesOf,
  rewriteProfiles,
  rewriteTies,
  tiesOf,
  type Tie,
} from '../store.ts'
import { beginTreeChange, carryTreeChange, type TreeWork } from '../tree-change.ts'
import { profileOf } from './create-organisation.ts'

type Input = InputOf<(typeof operations)['splitOrganisation']>

/**
 * A new organisation out of one, under the same parent, from a day on: the chosen children and covered employers go on to it; an employer
 * that stood below the old union comes along. Members stay until they are transferred: the new union finds a task that says how many.
 */
export async function splitOrganisation(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<OutputOf<(typeof operations)['splitOrganisation']>> {
  mustBeDays({ happenedOn: input.happenedOn })
  const work = await beginTreeChange(tx, actor, [input.organisationId])
  await mustReachOrganisations(tx, { actor, permission: 'organisations.write' }, [input.organisationId])
  const id = newId()
  const handed = await split(tx, work, { ...input, id })
  const members = await membersOfEmployers(tx, input.organisationId, input.employerIds)
  const taskId =
    members === 0
      ? null
      : await createTask(tx, actor, {
          kind: 'organisations.transfer_members',
          organisationId: id,
          permission: 'people.write',
          subjectId: input.organisationId,
          params: { count: members, from: input.happenedOn },
          dueOn: null,
        })
  await audit(tx, actor, 'organisations.split', {
    kind: 'organisation',
    id: input.organisationId,
    organisationId: input.organisationId,
    params: { successorId: id, happenedOn: input.happenedOn },
  })
  return {
    organisationId: id,
    startsOn: input.happenedOn,
    children: handed.childIds.length,
    coverages: handed.coverages,
    members,
    taskId,
  }
}

/** The split in the tree, for whoever holds the locks; the new organisation gets the given id. */
export async function split(tx: Tx, work: TreeWork, input: Input & { id: string }): Promise<HandedOver> {
  const { organisationId, happenedOn: on, id } = input
  const documentNo = input.documentNo ?? null
  const life = (await livesOf(tx, [organisationId])).get(organisationId)
  mustLiveOn(life, on)
  // A split of what will end could not say what becomes of the new one.
  if (life!.hasEnding) conflict('organisations.already_ended', { name: life!.name })
  const parents = (await tiesOf(tx, 'child', [organisationId])).filter((row) => row.value.kind === 'leads')
  if (rowOn(parents, on) === undefined) refuse('organisations.top_cannot_split')
  const childIds = await mustBelong(tx, input)

  const head = work.heads.get(organisationId)!
  await enterBeside(tx, work, { ...input, parents })
  const heads = new Map(work.heads).set(id, { ...head, id })
  const handed = await handOver(
    tx,
    { ...work, heads },
    {
      fromIds: [organisationId],
      toId: id,
      on,
      childIds,
      employerIds: input.employerIds,
    },
  )
  await insertSuccession(tx, work.stamp, {
    predecessorId: organisationId,
    successorId: id,
    kind: 'split',
    on,
    documentNo,
  })
  await carryTreeChange(tx, { organisationIds: [id, ...handed.childIds], on })
  return handed
}

/** The children that go along: the chosen ones, and chosen employers that stand below the old one. All must be its own on the day. */
async function mustBelong(tx: Tx, input: Input): Promise<string[]> {
  const { organisationId, happenedOn: on } = input
  const led = (await tiesOf(tx, 'parent', [organisationId])).filter(
    (row) => row.value.kind === 'leads' && rowOn([row], on) !== undefined,
  )
  const ledIds = new Set(led.map((row) => row.value.childId))
  const covered = await coveragesOf(tx, 'union', [organisationId])
  const coveredIds = new Set(covered.filter((row) => rowOn([row], on)).map((row) => row.value.employerId))
  const strangers = [
    ...input.childIds.filter((id) => !ledIds.has(id)),
    ...input.employerIds.filter((id) => !coveredIds.has(id)),
  ]
  if (strangers.length > 0) refuse('organisations.not_its_own', { count: strangers.length })
  return [...new Set([...input.childIds, ...input.employerIds.filter((id) => ledIds.has(id))])]
}

/** Enters the new organisation with what the old one's entry says, under the same parents: also through moves already recorded for later. */
async function enterBeside(
  tx: Tx,
  work: TreeWork,
  input: Input & { id: string; parents: readonly DatedRow<Tie>[] },
): Promise<void> {
  const { organisationId, happenedOn: on, id } = input
  const documentNo = input.documentNo ?? null
  const head = work.heads.get(organisationId)!
  const profiles = (await profilesOf(tx, [organisationId])).get(organisationId) ?? []
  const { value: old } = found(rowOn(profiles, on))
  const unionType = isUnion(head.kind) ? (input.unionType ?? head.unionType) : null
  await insertOrganisations(tx, work.stamp, [
    { id, kind: head.kind, unionType, twoNewType: null, statCode: null },
  ])
  const own = { name: input.name, uscc: input.uscc ?? null, approvalNo: null, foundedOn: on }
  const profile = { ...profileOf({ ...old, ...own }), foundedPrecision: 'day' as const }
  await rewriteProfiles(tx, work.stamp, {
    supersede: [],
    insert: [{ startsOn: on, endsBefore: null, value: { ...profile, documentNo, organisationId: id } }],
  })
  const places = input.parents.filter((row) => row.endsBefore === null || row.endsBefore > on)
  await rewriteTies(tx, work.stamp, {
    supersede: [],
    insert: places.map((row) => ({
      startsOn: row.startsOn > on ? row.startsOn : on,
      endsBefore: row.endsBefore,
      value: {
        childId: id,
        parentId: row.value.parentId,
        kind: 'leads',
        documentNo: row.startsOn > on ? row.value.documentNo : documentNo,
      },
    })),
  })
}
