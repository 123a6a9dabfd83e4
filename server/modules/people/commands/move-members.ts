import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/people.ts'
import type { MassChange, Selection } from '#contract/people-records.ts'
import type { TransferSide } from '#contract/people-transfers.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, notFound, refuse } from '#server/platform/errors.ts'
import { lockPersons } from '../memberships.ts'
import { canReachPerson, personRecords, type PersonRecords } from '../person-scope.ts'
import { mustTakeMembers, reachable } from '../queries/register-facts.ts'
import { mustBeRealDays } from '../rules/days.ts'
import { selectPersons, type SelectedPerson } from '../selection.ts'
import { personsInTransit, unionsToday } from '../transfer-store.ts'
import { atOnce, changeMany, type ManyChange } from './change-many.ts'
import { isForBackground, orderMassChange } from './order-mass-change.ts'
import { requestTransfers } from './request-transfers.ts'

type Many = InputOf<(typeof operations)['moveMembers']>
type One = InputOf<(typeof operations)['transferMembership']>
type OneMoved = OutputOf<(typeof operations)['transferMembership']>

// The other union answers at most this many at once.
const mostProposed = 500

/** Moves members to another union from a day on: at once when both are within reach, otherwise by asking the other union (C2). */
export async function moveMembers(tx: Tx, actor: Actor, input: Many): Promise<MassChange> {
  const { transferIds: _transferIds, ...change } = await move(tx, actor, { ...input, selection: input })
  return change
}

/** The same for one member; also asks the union of today to let somebody go who is wanted in a union within reach. */
export async function transferMembership(tx: Tx, actor: Actor, input: One): Promise<OneMoved> {
  const { personId, toUnionId, on } = input
  mustBeRealDays({ on })
  const wanted = (await reachable(tx, { actor, permission: 'people.write' }, [toUnionId])).has(toUnionId)
  const records = found(await personRecords(tx, personId))
  if (!wanted || (await canReachPerson(tx, { actor, permission: 'people.write' }, records))) {
    const { transferIds, ...change } = await move(tx, actor, {
      selection: { personIds: [personId] },
      toUnionId,
      on,
    })
    return { ...change, transferId: transferIds[0] ?? null }
  }
  return askUnionOfToday(tx, actor, { records, toUnionId })
}

interface Move {
  selection: Selection
  toUnionId: string
  on: string
}

async function move(
  tx: Tx,
  actor: Actor,
  { selection, toUnionId, on }: Move,
): Promise<MassChange & { transferIds: string[] }> {
  mustBeRealDays({ on })
  const selected = await selectPersons(tx, actor, { selection, on })
  await mustTakeMembers(tx, toUnionId, on)
  const mine = await reachable(tx, { actor, permission: 'people.write' }, [toUnionId])
  if (!mine.has(toUnionId)) return ask(tx, actor, { selected, toUnionId })
  const change = (await isForBackground(tx, actor, selected.length))
    ? await orderMassChange(tx, actor, {
        kind: 'moved',
        unionId: toUnionId,
        on,
        endsAlso: [],
        personIds: selected.map(({ personId }) => personId),
      })
    : await moveSelected(tx, actor, { selected, toUnionId, on, run: atOnce })
  return { ...change, transferIds: [] }
}

interface SelectedMove {
  selected: readonly SelectedPerson[]
  toUnionId: string
  on: string
  run: ManyChange['run']
}

/** Moves persons who are selected and locked to a union within reach. */
export async function moveSelected(
  tx: Tx,
  actor: Actor,
  { selected, toUnionId, on, run }: SelectedMove,
): Promise<MassChange> {
  await mustTakeMembers(tx, toUnionId, on)
  return changeMany(tx, actor, {
    kind: 'moved',
    unionId: toUnionId,
    on,
    endReason: 'transferred',
    selected,
    whyNot: ({ current }) => whyNotMove(current?.value.unionId, toUnionId),
    become: (value) => ({ ...value, unionId: toUnionId }),
    endsAlso: [],
    run,
  })
}

/** Code of the sentence why somebody cannot go from one union to another; null when they can. */
export function whyNotMove(unionId: string | undefined, toUnionId: string): string | null {
  if (unionId === undefined) return 'people.no_membership'
  return unionId === toUnionId ? 'people.same_union' : null
}

/** Lets members go and asks the other union to take them in. In transit a person stays a member, and is counted, where they are. */
async function ask(
  tx: Tx,
  actor: Actor,
  { selected, toUnionId }: { selected: readonly SelectedPerson[]; toUnionId: string },
): Promise<MassChange & { transferIds: string[] }> {
  const ids = selected.map(({ personId }) => personId)
  const inTransit = await personsInTransit(tx, ids)
  const unions = await unionsToday(tx, ids)
  const judged = selected.map((person) => ({
    person,
    code: inTransit.has(person.personId)
      ? 'people.transfer_open'
      : whyNotMove(unions.get(person.personId), toUnionId),
  }))
  const fit = judged.filter(({ code }) => code === null)
  if (fit.length > mostProposed) refuse('people.too_many_proposals', { limit: mostProposed })
  const transferIds = await request(tx, actor, {
    persons: fit.map(({ person: { personId } }) => ({ personId, fromUnionId: unions.get(personId)! })),
    toUnionId,
    askedBy: 'union_of_today',
  })
  const leftOut = judged.flatMap(({ person: { personId, name }, code }) =>
    code === null ? [] : [{ personId, name, code }],
  )
  return { changeId: null, changed: 0, proposed: fit.length, leftOut, jobId: null, transferIds }
}

async function askUnionOfToday(
  tx: Tx,
  actor: Actor,
  { records, toUnionId }: { records: PersonRecords; toUnionId: string },
): Promise<OneMoved> {
  await mustTakeMembers(tx, toUnionId, actor.today)
  await lockPersons(tx, records.recordIds)
  const fromUnionId = (await unionsToday(tx, [records.personId])).get(records.personId)
  // Who is no member, or on the way already, is not told to a union that has nothing to do with them.
  if (fromUnionId === undefined) notFound()
  if ((await personsInTransit(tx, [records.personId])).size > 0) conflict('people.transfer_open')
  const [transferId] = await request(tx, actor, {
    persons: [{ personId: records.personId, fromUnionId }],
    toUnionId,
    askedBy: 'union_to_come',
  })
  return { changeId: null, changed: 0, proposed: 1, leftOut: [], jobId: null, transferId: transferId! }
}

interface Asked {
  persons: readonly { personId: string; fromUnionId: string }[]
  toUnionId: string
  askedBy: TransferSide
}

async function request(tx: Tx, actor: Actor, asked: Asked): Promise<string[]> {
  return requestTransfers(tx, actor, { ...asked, reason: null, importId: null })
}
