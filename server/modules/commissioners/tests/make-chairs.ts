import type { Tx } from '#server/platform/db/transaction.ts'
import { insertPayeeAccount } from '#server/modules/funds/payments/store.ts'
import { makeBudget } from '#server/modules/funds/tests/make-budget.ts'
import type { TestClient } from '#server/test/client.ts'
import { makePerson, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { newId } from '#server/platform/ids.ts'
import { insertGrade, insertGradeDecision } from '../stipends/store.ts'

let serial = 0

/** What a test says of a part-time chair; everything else is usual. */
export interface TestChair {
  unionId: string
  grade?: string
  startsOn?: string
  endsBefore?: string
  fullTime?: boolean
  account?: string
}

/** A part-time chair with a grade of 2026 and an account; gives the ids. */
export async function makeChair(
  tx: Tx,
  chair: TestChair,
): Promise<{ personId: string; appointmentId: string }> {
  const personId = await makePerson(tx, { name: '周主席' })
  const appointmentId = await makePost(tx, personId, chair)
  if (chair.grade !== undefined) await grade(tx, { personId, ...chair, grade: chair.grade })
  const number = chair.account ?? `62170000${String(++serial).padStart(8, '0')}`
  if (number !== '')
    await insertPayeeAccount(tx, {
      personId,
      bankName: '宁波银行江北支行',
      number,
      holder: '周主席',
      recordedByPerson: personId,
    })
  return { personId, appointmentId }
}

/** A post as chair, part-time unless said otherwise; gives the appointment’s id. */
export async function makePost(tx: Tx, personId: string, chair: TestChair): Promise<string> {
  const id = newId()
  await tx
    .insertInto('appointments')
    .values({
      tenant_id: tx.tenantId,
      id,
      appointment_id: id,
      person_id: personId,
      post: 'union_chair',
      organisation_id: chair.unionId,
      full_time: chair.fullTime ?? false,
      basis: 'election',
      starts_on: chair.startsOn ?? '2024-01-01',
      ends_before: chair.endsBefore ?? null,
    })
    .execute()
  return id
}

/** A grade of 2026 that was approved. */
export async function grade(
  tx: Tx,
  given: { personId: string; unionId: string; grade: string },
): Promise<string> {
  const gradeId = await insertGrade(tx, {
    personId: given.personId,
    organisationId: given.unionId,
    grade: given.grade,
    startsOn: '2026-01-01',
    endsBefore: '2027-01-01',
    reason: '年度考核',
    enteredBy: null,
    enteredByPerson: given.personId,
  })
  await insertGradeDecision(tx, {
    gradeId,
    outcome: 'approved',
    decidedBy: null,
    decidedByPerson: given.personId,
  })
  return gradeId
}

/** An office that pays stipends: a budget, and three hands. */
export interface Office {
  tenant: TestTenant
  budgetId: string
  maker: TestClient
  checker: TestClient
  payer: TestClient
}

/** A federation with money for stipends and three officers for the three hands. */
export async function makeOffice(amountFen = 10_000_000): Promise<Office> {
  const tenant = await makeTenant()
  const { budgetId } = await tenant.inside((tx) =>
    makeBudget(tx, { organisationId: tenant.federationId, amountFen }),
  )
  const at = (post: string) => tenant.officer(post, tenant.federationId)
  return {
    tenant,
    budgetId,
    maker: await at('federation_officer'),
    checker: await at('federation_officer'),
    payer: await at('finance_clerk'),
  }
}

/** Runs a month of everybody. */
export function runMonth({ tenant, budgetId }: Office, month: string, { by }: { by: TestClient }) {
  return by.post<{ runId: string; lines: number; grossFen: number }>('/stipends/runs', {
    organisationId: tenant.federationId,
    month,
    budgetId,
  })
}

/** Puts everything due on a list; gives its id. */
export async function makeList({ budgetId, maker }: Office): Promise<string> {
  const { body } = await maker.post<{ batchId: string }>(`/budgets/${budgetId}/payment-batches`)
  return body.batchId
}

/** Makes a list of everything due, has it checked and paid; gives its id. */
export async function payList(office: Office): Promise<string> {
  const batchId = await makeList(office)
  const { status: checked } = await office.checker.post(`/payment-batches/${batchId}/check`)
  const { status: paid } = await office.payer.post(`/payment-batches/${batchId}/payment`)
  if (checked !== 200 || paid !== 200) throw new Error(`not paid: ${checked}, ${paid}`)
  return batchId
}
