import { nearTo, personRecords } from '#server/modules/people/index.ts'
import { mustReach } from '#server/modules/access/index.ts'
import type { operations } from '#contract/funds-payments.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { notFound, refuse } from '#server/platform/errors.ts'
import { newId } from '#server/platform/ids.ts'
import { aboveCeilings, refuseAbove } from '../../ceilings/above-ceilings.ts'
import { lockBudget } from '../../claims/claim-all.ts'
import { yuanOf } from '../../yuan.ts'
import { handOf } from '../policy.ts'
import { accountsInClear, checksumOf } from '../queries/bank-lines.ts'
import { duesOf } from '../queries/dues.ts'
import { nameOfPerson } from '../queries/names.ts'
import { dueTogether, type DueTogether } from '../rules.ts'
import { insertAct, insertBatch, insertPayeeAccount, type NewLine } from '../store.ts'

/** Records the account somebody within reach is paid to. The holder is the person: money goes to nobody else (D12). */
export async function recordPayeeAccount(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['recordPayeeAccount']>,
): Promise<Record<string, never>> {
  const records = (await personRecords(tx, input.personId)) ?? notFound()
  if (records.organisationId === null) notFound()
  await mustReach(tx, { actor, permission: 'funds.write' }, records.organisationId)
  const { personId, organisationId } = records
  if ((await nearTo(tx, actor.personId)).has(personId)) refuse('funds.own_payment')
  if (input.holder.trim() !== (await nameOfPerson(tx, personId))) refuse('funds.holder_differs')
  await insertPayeeAccount(tx, {
    personId,
    bankName: input.bankName.trim(),
    number: input.number,
    holder: input.holder.trim(),
    recordedByPerson: await handOf(tx, actor),
  })
  await audit(tx, actor, 'funds.account_recorded', { kind: 'person', id: personId, organisationId })
  return {}
}

/**
 * Puts everything on a list that is due on a budget and can be paid: the first hand. The budget is locked meanwhile, so that no claim comes on two
 * lists. What concerns the maker or a near relative is left to somebody else, and what is above its ceiling (D7) is left off. Refuses where nothing is
 * left (422).
 */
export async function createPaymentBatch(
  tx: Tx,
  actor: Actor,
  { budgetId }: { budgetId: string },
): Promise<{ batchId: string; lines: number; totalFen: number }> {
  const budget = await lockBudget(tx, actor, budgetId)
  const dues = await duesOf(tx, budget.id)
  const above = await aboveCeilings(
    tx,
    dues.map(({ claimId }) => claimId),
  )
  const together = dueTogether(dues, {
    near: await nearTo(tx, actor.personId),
    above: new Set(above.map(({ claimId }) => claimId)),
  })
  const lines = together.filter(({ state }) => state === 'ready' || state === 'again').map(lineOf)
  if (lines.length === 0) {
    refuseAbove(above)
    refuse('funds.nothing_to_pay')
  }
  const batchId = newId()
  await insertBatch(tx, {
    id: batchId,
    budgetId: budget.id,
    checksum: await checksumOfLines(tx, lines),
    lines,
  })
  await insertAct(tx, actor, { batchId, act: 'made', personId: await handOf(tx, actor) })
  const totalFen = lines.reduce((sum, line) => sum + line.amountFen, 0)
  await audit(tx, actor, 'funds.batch_made', {
    kind: 'payment_batch',
    id: batchId,
    organisationId: budget.organisationId,
    params: { lines: lines.length, total: yuanOf(totalFen) },
  })
  return { batchId, lines: lines.length, totalFen }
}

function lineOf({ personId, claims, netFen, taxFen }: DueTogether, at: number): NewLine {
  return {
    id: newId(),
    number: at + 1,
    personId,
    accountId: claims[0]!.accountId!,
    amountFen: netFen,
    taxFen,
    reissuesId: claims[0]!.returned?.lineId ?? null,
    claims: claims.map(({ claimId, attempts }) => ({ claimId, attempt: attempts + 1 })),
  }
}

async function checksumOfLines(tx: Tx, lines: readonly NewLine[]): Promise<Buffer> {
  const accounts = await accountsInClear(
    tx,
    lines.map((line) => line.accountId),
  )
  return checksumOf(
    lines.map(({ number, amountFen, accountId }) => ({
      number,
      amountFen,
      ...(accounts.get(accountId) ?? refuse('funds.payee_erased')),
    })),
  )
}
