import { sql } from 'kysely'
import type { AnnualReturnLine } from '#contract/reports-returns.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** Locks an organisation: of one union only one code is written down at a time, of one scope only one return is made. */
export async function lockOrganisation(tx: Tx, organisationId: string): Promise<string | undefined> {
  const { rows } = await sql<{ kind: string }>`
    select kind from organisations where tenant_id = ${tx.tenantId} and id = ${organisationId} for no key update`.execute(
    tx,
  )
  return rows[0]?.kind
}

/** Writes a code down; the one before it, if any, no longer holds. */
export async function writeStatCode(
  tx: Tx,
  code: {
    organisationId: string
    code: string
    documentNo: string | null
    reason: string
    recordedBy: string
  },
): Promise<void> {
  await sql`update union_stat_codes set superseded_at = now()
    where tenant_id = ${tx.tenantId} and organisation_id = ${code.organisationId} and superseded_at is null`.execute(
    tx,
  )
  await tx
    .insertInto('union_stat_codes')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      organisation_id: code.organisationId,
      code: code.code,
      document_no: code.documentNo,
      reason: code.reason,
      recorded_by: code.recordedBy,
    })
    .execute()
}

/** Writes the head of a return; answers its id. */
export async function insertReturn(
  tx: Tx,
  made: {
    organisationId: string
    year: number
    startsOn: string
    endsOn: string
    ruleId: string
    reportId: string
    madeBy: string
  },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('annual_returns')
    .values({
      tenant_id: tx.tenantId,
      id,
      organisation_id: made.organisationId,
      year: made.year,
      starts_on: made.startsOn,
      ends_on: made.endsOn,
      rule_id: made.ruleId,
      report_id: made.reportId,
      made_by: made.madeBy,
    })
    .execute()
  return id
}

/** Writes the lines of a return with what the logic check found. */
export async function insertLines(
  tx: Tx,
  returnId: string,
  lines: readonly AnnualReturnLine[],
): Promise<void> {
  await sql`
    insert into annual_return_lines (tenant_id, return_id, union_id, stat_code, name, division_code, union_type, employers, workers, women_workers,
      migrant_workers, members, findings)
    select ${tx.tenantId}::uuid, ${returnId}::uuid, l."unionId", l."statCode", l.name, l."divisionCode", l."unionType", l.employers, l.workers,
      l."womenWorkers", l."migrantWorkers", l.members, l.findings
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l ("unionId" uuid, "statCode" text, name text, "divisionCode" text, "unionType" text,
      employers int, workers int, "womenWorkers" int, "migrantWorkers" int, members int, findings text[])`.execute(
    tx,
  )
}
