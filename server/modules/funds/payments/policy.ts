import { sql } from 'kysely'
import type { HandRefusal } from '#contract/funds-payments.ts'
import { canReach } from '#server/modules/access/index.ts'
import { nearTo, personRecords } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, refuse } from '#server/platform/errors.ts'
import type { BatchHead } from './queries/find-batch.ts'

/** What can be done with a list after it was made. */
export type Step = 'check' | 'pay' | 'export' | 'sendBack'

const permissions = {
  check: 'funds.check',
  pay: 'funds.pay',
  export: 'funds.pay',
  sendBack: 'funds.check',
} as const

/** The real person behind the actor: the same hand, whichever record signs in. */
export async function handOf(tx: Tx, actor: Actor): Promise<string> {
  return (await personRecords(tx, actor.personId))?.personId ?? actor.personId
}

/**
 * Why somebody may not take a step, or null. Making, checking and paying are three people (D12); none of them is paid by the list, is a near relative
 * of somebody who is, or, to check it, wrote down one of its accounts.
 */
export async function whyNot(
  tx: Tx,
  actor: Actor,
  { step, batch }: { step: Step; batch: BatchHead },
): Promise<HandRefusal> {
  if (!(await canReach(tx, { actor, permission: permissions[step] }, batch.organisationId))) return 'no_power'
  if (!fits(step, batch)) return 'wrong_state'
  if (step === 'sendBack') return null
  if (step !== 'export' && batch.hands.includes(await handOf(tx, actor))) return 'same_hand'
  if (await paysNear(tx, actor, batch.id)) return 'own_payment'
  return step === 'check' && (await wroteAnAccount(tx, actor, batch.id)) ? 'own_account_entry' : null
}

/** Refuses a step that somebody may not take. Lacking the power is answered before, like "not there". */
export async function mustBeFit(
  tx: Tx,
  actor: Actor,
  asked: { step: Step; batch: BatchHead },
): Promise<void> {
  const why = await whyNot(tx, actor, asked)
  if (why === 'wrong_state' || why === 'no_power') conflict('funds.batch_moved_on')
  if (why === 'same_hand') refuse('funds.same_hand')
  if (why === 'own_payment') refuse('funds.own_payment')
  if (why === 'own_account_entry') refuse('funds.own_account_entry')
}

function fits(step: Step, { state }: BatchHead): boolean {
  switch (step) {
    case 'check':
      return state === 'made'
    case 'pay':
      return state === 'checked'
    case 'export':
      return state === 'checked' || state === 'paid'
    case 'sendBack':
      return state === 'made' || state === 'checked'
  }
}

async function paysNear(tx: Tx, actor: Actor, batchId: string): Promise<boolean> {
  const near = [...(await nearTo(tx, actor.personId))]
  const { rows } = await sql`
    select from payment_lines where tenant_id = ${tx.tenantId} and batch_id = ${batchId} and person_id = any(${near}::uuid[]) limit 1`.execute(
    tx,
  )
  return rows.length > 0
}

async function wroteAnAccount(tx: Tx, actor: Actor, batchId: string): Promise<boolean> {
  const { rows } = await sql`
    select from payment_lines l join payee_accounts a on a.tenant_id = l.tenant_id and a.id = l.payee_account_id
    where l.tenant_id = ${tx.tenantId} and l.batch_id = ${batchId} and a.recorded_by_person = ${await handOf(tx, actor)} limit 1`.execute(
    tx,
  )
  return rows.length > 0
}
