import { sql } from 'kysely'
import type { BatchState, ReturnCause } from '#contract/funds-payments.ts'
import { keyOfPerson } from '#server/modules/people/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { sealText } from '#server/platform/crypto.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** Writes down an account under the person's own key; gives its id. */
export async function insertPayeeAccount(
  tx: Tx,
  account: { personId: string; bankName: string; number: string; holder: string; recordedByPerson: string },
): Promise<string> {
  const id = newId()
  const key = await keyOfPerson(tx, account.personId)
  await tx
    .insertInto('payee_accounts')
    .values({
      tenant_id: tx.tenantId,
      id,
      person_id: account.personId,
      bank_name: account.bankName,
      number_cipher: sealText(key, account.number),
      holder_cipher: sealText(key, account.holder),
      recorded_by_person: account.recordedByPerson,
    })
    .execute()
  return id
}

/** A line of a new list and the claims it pays. */
export interface NewLine {
  id: string
  number: number
  personId: string
  accountId: string
  amountFen: number
  taxFen: number
  reissuesId: string | null
  claims: readonly { claimId: string; attempt: number }[]
}

/** Adds a list with its lines. A claim on another list that lives is refused by its key (409). */
export async function insertBatch(
  tx: Tx,
  batch: { id: string; budgetId: string; checksum: Buffer; lines: readonly NewLine[] },
): Promise<void> {
  const { id, lines } = batch
  const sum = (of: (line: NewLine) => number) => lines.reduce((so, line) => so + of(line), 0)
  await sql`
    insert into payment_batches (tenant_id, id, budget_id, number, line_count, total_fen, tax_fen, checksum)
    select ${tx.tenantId}, ${id}, ${batch.budgetId}, coalesce(max(b.number), 0) + 1, ${lines.length}, ${sum((line) => line.amountFen)},
      ${sum((line) => line.taxFen)}, ${batch.checksum}
    from payment_batches b where b.tenant_id = ${tx.tenantId} and b.budget_id = ${batch.budgetId}`.execute(tx)
  await sql`
    insert into payment_lines (tenant_id, id, batch_id, number, person_id, payee_account_id, amount_fen, tax_fen, reissues_id)
    select ${tx.tenantId}, l.id, ${id}, l.number, l."personId", l."accountId", l."amountFen", l."taxFen", l."reissuesId"
    from json_to_recordset(${JSON.stringify(lines)}::json) as l (id uuid, number int, "personId" uuid, "accountId" uuid, "amountFen" bigint,
      "taxFen" bigint, "reissuesId" uuid)`.execute(tx)
  const pairs = lines.flatMap((line) => line.claims.map((claim) => ({ lineId: line.id, ...claim })))
  await sql`
    insert into payment_line_claims (tenant_id, line_id, claim_id, attempt)
    select ${tx.tenantId}, p."lineId", p."claimId", p.attempt
    from json_to_recordset(${JSON.stringify(pairs)}::json) as p ("lineId" uuid, "claimId" uuid, attempt smallint)`.execute(
    tx,
  )
}

/** Keeps what somebody did with a list. The same act twice, or a second hand of one person, is refused by a key (409). */
export async function insertAct(
  tx: Tx,
  actor: Actor,
  act: { batchId: string; act: BatchState; personId: string; reason?: string },
): Promise<void> {
  await tx
    .insertInto('payment_batch_acts')
    .values({
      tenant_id: tx.tenantId,
      batch_id: act.batchId,
      act: act.act,
      person_id: act.personId,
      appointment_id: actor.appointment?.id ?? null,
      reason: act.reason ?? '',
    })
    .execute()
}

/** Keeps a file of returns and what it says of each line. The same file twice is refused by its key (409). */
export async function insertReturns(
  tx: Tx,
  file: {
    id: string
    batchId: string
    sha256: Buffer
    importedBy: string | null
    lines: readonly { lineId: string; cause: ReturnCause }[]
  },
): Promise<void> {
  await tx
    .insertInto('payment_return_files')
    .values({
      tenant_id: tx.tenantId,
      id: file.id,
      batch_id: file.batchId,
      sha256: file.sha256,
      imported_by: file.importedBy,
    })
    .execute()
  await sql`
    insert into payment_returns (tenant_id, line_id, file_id, cause)
    select ${tx.tenantId}, r."lineId", ${file.id}, r.cause
    from json_to_recordset(${JSON.stringify(file.lines)}::json) as r ("lineId" uuid, cause text)`.execute(tx)
}
