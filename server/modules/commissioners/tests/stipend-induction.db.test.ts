import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { OpenClaim } from '#contract/funds-payments.ts'
import type { PaymentExplanation, StipendPreview } from '#contract/stipends.ts'
import { newId } from '#server/platform/ids.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { testServer } from '#server/test/server.ts'
import { makeChair, makeOffice, runMonth, type Office } from './make-chairs.ts'

const october = '2026-10'

/** An office in Jiangbei, where the rule asks for induction since September 2026. */
async function officeOfJiangbei(): Promise<Office> {
  const office = await makeOffice()
  const { owner } = await testServer()
  await owner.query(`update tenants set division_code = '330205' where id = $1`, [office.tenant.id])
  return office
}

/** A certificate of induction of a person, completed on a day. */
async function inducted(tx: Tx, { personId, on }: { personId: string; on: string }): Promise<void> {
  const [planId, courseId] = [newId(), newId()]
  await sql`insert into training_plans (tenant_id, id, organisation_id, year, budget_fen, funder, created_by)
    select ${tx.tenantId}, ${planId}, organisation_id, 2000 + count(*) over (), 0, 'federation', ${newId()}::uuid from appointments
    where tenant_id = ${tx.tenantId} and person_id = ${personId} limit 1`.execute(tx)
  await sql`insert into training_courses (tenant_id, id, plan_id, kind, title, class_hours, budget_fen, planned_month, created_by)
    values (${tx.tenantId}, ${courseId}, ${planId}, 'induction', '初任培训', 8, 0, 3, ${newId()})`.execute(tx)
  await sql`insert into training_certificates (tenant_id, id, course_id, person_id, number, class_hours, completed_on)
    values (${tx.tenantId}, ${newId()}, ${courseId}, ${personId}, '1', 8, ${on})`.execute(tx)
}

const preview = async (office: Office, month: string) =>
  (
    await office.maker.get<StipendPreview>(
      `/stipends/preview?organisationId=${office.tenant.federationId}&month=${month}`,
    )
  ).body.items

test('no stipend before induction: who completed it by the last day of the month is paid, a day later is not', async () => {
  const office = await officeOfJiangbei()
  const { unionId } = office.tenant.north
  const { unionId: other } = office.tenant.south
  const people = await office.tenant.inside(async (tx) => {
    const intime = await makeChair(tx, { unionId, grade: 'good' })
    const late = await makeChair(tx, { unionId: other, grade: 'good' })
    await makeChair(tx, { unionId, grade: 'excellent' })
    await inducted(tx, { personId: intime.personId, on: '2026-10-31' })
    await inducted(tx, { personId: late.personId, on: '2026-11-01' })
    return { intime, late }
  })
  const outcomes = new Map((await preview(office, october)).map((each) => [each.personId, each.outcome]))
  assert.equal(outcomes.get(people.intime.personId), 'due')
  assert.equal(outcomes.get(people.late.personId), 'no_induction')
  assert.deepEqual([...outcomes.values()].toSorted(), ['due', 'no_induction', 'no_induction'])
  const { body } = await runMonth(office, october, { by: office.maker })
  assert.deepEqual([body.lines, body.grossFen], [1, 120_000])
})

test('the reason why shows the induction and the rule that asks for it, and honours beside the money', async () => {
  const office = await officeOfJiangbei()
  const { personId } = await office.tenant.inside(async (tx) => {
    const chair = await makeChair(tx, { unionId: office.tenant.north.unionId, grade: 'good' })
    await inducted(tx, { personId: chair.personId, on: '2026-09-20' })
    return chair
  })
  await runMonth(office, october, { by: office.maker })
  const open = await office.maker.get<{ items: OpenClaim[] }>(`/budgets/${office.budgetId}/open-claims`)
  assert.equal(open.body.items[0]!.personId, personId)
  const claim = await office.tenant.inside((tx) =>
    tx.selectFrom('claims').select('id').where('tenant_id', '=', tx.tenantId).executeTakeFirstOrThrow(),
  )
  const { body } = await office.maker.get<PaymentExplanation>(`/claims/${claim.id}/explanation`)
  assert.equal(body.inductionOn, '2026-09-20')
  assert.match(body.rules.find(({ key }) => key === 'stipends.induction')!.value, /true/)
  assert.deepEqual(body.honours, [])
})

test('months before the rule asks for it are paid without induction', async () => {
  const office = await officeOfJiangbei()
  await office.tenant.inside((tx) => makeChair(tx, { unionId: office.tenant.north.unionId, grade: 'good' }))
  assert.deepEqual(
    (await preview(office, '2026-08')).map(({ outcome }) => outcome),
    ['due'],
  )
})
