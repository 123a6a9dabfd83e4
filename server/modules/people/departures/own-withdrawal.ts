import type { InputOf } from '#contract/operation.ts'
import type { operations, OwnWithdrawal } from '#contract/people-departures.ts'
import { appointmentsOf } from '#server/modules/access/index.ts'
import { createTask, endTasksAbout } from '#server/modules/inbox/index.ts'
import { ruleFor } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import { addDays, today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, refuse } from '#server/platform/errors.ts'
import { lockPersons } from '../memberships.ts'
import { personRecords, type PersonRecords } from '../person-scope.ts'
import { personsInTransit, unionsToday } from '../transfer-store.ts'
import { leaveUnion } from './leave-union.ts'
import {
  endWithdrawal,
  insertWithdrawal,
  openWithdrawalOf,
  withdrawalsDue,
  type OpenWithdrawal,
} from './store.ts'

type Declared = InputOf<(typeof operations)['declareOwnWithdrawal']>

/** What withdrawing would mean today, and a withdrawal one has declared. */
export async function getOwnWithdrawal(tx: Tx, actor: Actor): Promise<OwnWithdrawal> {
  return answerFor(tx, actor, await ownRecords(tx, actor))
}

/** A member declares to withdraw. The union is told; the membership ends after some days (rule data), and until then it can be taken back. */
export async function declareOwnWithdrawal(tx: Tx, actor: Actor, input: Declared): Promise<OwnWithdrawal> {
  const records = await lockedOwn(tx, actor)
  const unionId = (await unionsToday(tx, [records.personId])).get(records.personId)
  if (unionId === undefined) refuse('people.own_not_member')
  if ((await openWithdrawalOf(tx, records.recordIds)) !== undefined) conflict('people.own_withdrawal_open')
  if ((await personsInTransit(tx, [records.personId])).size > 0) conflict('people.own_transfer_open')
  const effectiveOn = await firstDayWithout(tx, actor.today)
  const id = await insertWithdrawal(tx, {
    personId: records.personId,
    unionId,
    effectiveOn,
    reason: input.reason?.trim() ?? null,
  })
  await createTask(tx, actor, {
    kind: 'people.withdrawal_declared',
    organisationId: unionId,
    permission: 'people.write',
    subjectId: id,
    params: { personId: records.personId, effectiveOn },
    dueOn: effectiveOn,
  })
  await audit(tx, actor, 'people.withdrawal_declared', subjectOf(records.personId, { unionId, effectiveOn }))
  return answerFor(tx, actor, records)
}

/** The person stays after all. */
export async function takeBackOwnWithdrawal(tx: Tx, actor: Actor): Promise<OwnWithdrawal> {
  const records = await lockedOwn(tx, actor)
  const open = await openWithdrawalOf(tx, records.recordIds)
  if (open === undefined) conflict('people.own_withdrawal_over')
  await endWithdrawal(tx, open.id, 'taken_back')
  await endTask(tx, actor, open)
  await audit(tx, actor, 'people.withdrawal_taken_back', subjectOf(open.personId, open))
  return answerFor(tx, actor, records)
}

/** Carries out the withdrawals whose day has come; whose membership has gone another way meanwhile is overtaken. Returns how many ended. */
export async function carryOutWithdrawals(tx: Tx): Promise<number> {
  let ended = 0
  for (const { personId } of await withdrawalsDue(tx, await today(tx))) {
    const records = found(await personRecords(tx, personId))
    await lockPersons(tx, records.recordIds)
    const open = await openWithdrawalOf(tx, records.recordIds)
    if (open === undefined) continue
    const left = await leaveUnion(tx, null, {
      recordIds: records.recordIds,
      on: open.effectiveOn,
      reason: 'withdrawn',
    })
    await endWithdrawal(tx, open.id, left ? 'carried_out' : 'overtaken')
    await endTask(tx, null, open)
    if (left) await audit(tx, null, 'people.withdrawn', subjectOf(open.personId, open))
    ended += 1
  }
  return ended
}

async function answerFor(tx: Tx, actor: Actor, records: PersonRecords): Promise<OwnWithdrawal> {
  const open = await openWithdrawalOf(tx, records.recordIds)
  const member = (await unionsToday(tx, [records.personId])).has(records.personId)
  return {
    member,
    wouldEndOn: await firstDayWithout(tx, actor.today),
    appointments: (await appointmentsOf(tx, records.personId, actor.today)).length,
    declared:
      open === undefined
        ? null
        : { effectiveOn: open.effectiveOn, declaredAt: open.declaredAt.toISOString() },
  }
}

async function firstDayWithout(tx: Tx, day: string): Promise<string> {
  return addDays(day, (await ruleFor<number>(tx, 'people.withdrawal_days', day)).value)
}

async function ownRecords(tx: Tx, actor: Actor): Promise<PersonRecords> {
  return found(await personRecords(tx, actor.personId))
}

async function lockedOwn(tx: Tx, actor: Actor): Promise<PersonRecords> {
  const records = await ownRecords(tx, actor)
  await lockPersons(tx, records.recordIds)
  return records
}

async function endTask(tx: Tx, actor: Actor | null, { id }: OpenWithdrawal): Promise<void> {
  await endTasksAbout(tx, actor, {
    subjectIds: [id],
    kinds: ['people.withdrawal_declared'],
    outcome: 'overtaken',
  })
}

function subjectOf(personId: string, { unionId, effectiveOn }: { unionId: string; effectiveOn: string }) {
  return { kind: 'person', id: personId, organisationId: unionId, params: { effectiveOn } }
}
