import { sql } from 'kysely'
import type { NoticeText } from '#contract/consents.ts'
import type { InputOf } from '#contract/operation.ts'
import type { operations } from '#contract/privacy-records.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'

/** Publishes a version of the notice; of two who publish at once the second is told. */
export async function insertNotice(
  tx: Tx,
  notice: { version: number; zh: NoticeText; en: NoticeText; publishedBy: string },
): Promise<void> {
  await tx
    .insertInto('privacy_notices')
    .values({
      tenant_id: tx.tenantId,
      version: notice.version,
      text_zh: JSON.stringify(notice.zh),
      text_en: JSON.stringify(notice.en),
      published_by: notice.publishedBy,
    })
    .execute()
}

/** Notes that somebody has read a version; saying so twice changes nothing. */
export async function insertAcknowledgement(tx: Tx, personId: string, version: number): Promise<void> {
  await tx
    .insertInto('notice_acknowledgements')
    .values({ tenant_id: tx.tenantId, person_id: personId, version })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Makes what a person says about consents wait for each other, and for work that rests on one of them. */
export async function lockConsentsOf(tx: Tx, personId: string): Promise<void> {
  await sql`select from persons where tenant_id = ${tx.tenantId} and id = ${personId} for no key update`.execute(
    tx,
  )
}

/** Writes that a person agrees. */
export async function insertConsent(
  tx: Tx,
  consent: { personId: string; purpose: string; version: number },
): Promise<void> {
  await tx
    .insertInto('consents')
    .values({
      tenant_id: tx.tenantId,
      id: newId(),
      person_id: consent.personId,
      purpose: consent.purpose,
      version: consent.version,
    })
    .execute()
}

/** Withdraws every agreement of a person to a purpose, whatever its version; returns how many there were. */
export async function insertWithdrawals(tx: Tx, personId: string, purpose: string): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into consent_withdrawals (tenant_id, consent_id)
    select c.tenant_id, c.id from consents c
    where c.tenant_id = ${tx.tenantId} and c.person_id = ${personId} and c.purpose = ${purpose}
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** Writes an impact assessment. */
export async function insertAssessment(
  tx: Tx,
  made: InputOf<(typeof operations)['recordAssessment']> & { id: string; recordedBy: string },
): Promise<void> {
  await tx
    .insertInto('privacy_assessments')
    .values({
      tenant_id: tx.tenantId,
      id: made.id,
      organisation_id: made.organisationId,
      occasion: made.occasion,
      subject: made.subject,
      necessity: made.necessity,
      risks: made.risks,
      measures: made.measures,
      conclusion: made.conclusion,
      assessed_on: made.assessedOn,
      recorded_by: made.recordedBy,
    })
    .execute()
}
