import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { computeResult, findPeriod, insertResult } from '#server/modules/assessments/index.ts'
import { settle } from '../settle.ts'
import { as, confirmed, read, type Office } from './office.ts'

/** The federation takes everybody into the running period who has come to a post since it began. */
export async function enrolNewcomers(office: Office, period: string): Promise<void> {
  const { page, world } = office
  await as(office, 'district', `${world.url}/console/assessments`)
  await page.getByRole('link', { name: period }).click()
  await page.getByRole('button', { name: '列入考核对象' }).click()
  await page.getByText(/新列入 \d+ 人/).waitFor()
}

/** On the phone: the own report; gives the id of the assessment. */
export async function reportOneself(phone: Page, { world }: Office, words: string): Promise<string> {
  await phone.goto(`${world.url}/me`)
  await phone.getByText('请提交考核自评').click()
  await phone.getByLabel('本期做了哪些工作，成效如何').first().fill(words)
  await phone.getByRole('button', { name: '提交自评' }).click()
  await phone.getByText(words).waitFor()
  const own = await read<{ items: { id: string; state: string }[] }>(
    { world, page: phone },
    '/me/assessments',
  )
  return own.items.find(({ state }) => state === 'open')!.id
}

/** On the phone of a member: how satisfied they are, without a name, once. */
export async function beSatisfied(phone: Page, { world }: Office): Promise<void> {
  await phone.goto(`${world.url}/me`)
  await phone.getByText(/做满意度测评/).click()
  await phone.getByText('不记名，每人一次').waitFor()
  await phone.getByLabel('很满意').first().check()
  await phone.getByRole('button', { name: '提交测评' }).first().click()
  await phone.getByText('您已评过，谢谢。').waitFor()
}

/** Scores what is one's own to score, in points out of 100. */
export async function score(
  office: Office,
  {
    role,
    assessmentId,
    points,
  }: { role: string; assessmentId: string; points: Readonly<Record<string, number>> },
): Promise<void> {
  const { page, world } = office
  await as(office, role, `${world.url}/console/assessments/people/${assessmentId}`)
  await page.getByRole('link', { name: '打分' }).first().click()
  for (const [indicator, value] of Object.entries(points))
    await page.getByLabel(`${indicator}：0–100 分，可到小数点后两位`).first().fill(String(value))
  await page.getByRole('button', { name: '保存，下一位' }).click()
  // The next person stands in the address once the scores are kept.
  await page.waitForURL((url) => !url.search.includes(assessmentId))
  await settle(page)
}

/** Takes a step of an assessment as an officer: reviews or approves it. */
export async function take(
  office: Office,
  { role, assessmentId, step }: { role: string; assessmentId: string; step: '核定结果' | '审批通过' },
): Promise<void> {
  const { page, world } = office
  await as(office, role, `${world.url}/console/assessments/people/${assessmentId}`)
  await confirmed(page, step)
  await page.getByRole('main').getByRole('button', { name: step }).waitFor({ state: 'detached' })
}

/** On the phone: reads the result and appeals. */
export async function appeal(phone: Page, { world }: Office, why: string): Promise<void> {
  await phone.goto(`${world.url}/me`)
  await phone.getByText('您的考核结果出来了').click()
  await phone.getByText('对结果有异议').click()
  await phone.getByLabel('哪一项不对，为什么').fill(why)
  await phone.getByRole('button', { name: '提出申诉' }).click()
  await phone.getByText('申诉已提交，等待处理。').waitFor()
}

/** An officer without a hand in it so far keeps the result as it is. */
export async function keepResult(office: Office, assessmentId: string, why: string): Promise<void> {
  const { page, world } = office
  await as(office, 'district2', `${world.url}/console/tasks`)
  await page.getByText('有人对考核结果提出申诉').first().waitFor()
  await page.goto(`${world.url}/console/assessments/people/${assessmentId}`)
  await page.getByRole('button', { name: '处理申诉' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('不采纳，维持原结果').click()
  await dialog.locator('textarea').fill(why)
  await dialog.getByRole('button', { name: '处理申诉' }).click()
  await page.getByText('维持原结果').first().waitFor()
}

/** The federation closes the period: grades are final. */
export async function closePeriod(office: Office, period: string): Promise<void> {
  const { page, world } = office
  await as(office, 'district', `${world.url}/console/assessments`)
  await page.getByRole('link', { name: period }).click()
  await confirmed(page, '结束周期')
  await page.getByText('周期已结束').waitFor()
}

/** Behind the screens: everybody else of the period has long been reviewed and approved, as of a day. */
export async function finishOthers(
  { world, tenant }: Office,
  others: { period: string; except: string; on: string },
): Promise<void> {
  await world.inside(tenant, async (tx) => {
    const { rows: cases } = await sql<{ id: string; personId: string; periodId: string }>`
      select a.id, a.person_id as "personId", a.period_id as "periodId" from assessments a
      join assessment_periods p on p.tenant_id = a.tenant_id and p.id = a.period_id and p.name = ${others.period}
      where a.tenant_id = ${tx.tenantId} and a.state = 'open' and a.id <> ${others.except} order by a.id`.execute(
      tx,
    )
    const { rows: takers } = await sql<{ id: string; personId: string }>`
      select appointment_id as id, person_id as "personId" from appointments
      where tenant_id = ${tx.tenantId} and post = 'federation_officer' and superseded_at is null order by appointment_id limit 2`.execute(
      tx,
    )
    const [reviewer, approver] = takers
    for (const each of cases) {
      const period = await findPeriod(tx, each.periodId)
      const result = await computeResult(tx, period, { ...each, voices: 'counted' })
      await insertResult(tx, {
        assessmentId: each.id,
        ...result,
        reviewedBy: reviewer!.id,
        reviewerId: reviewer!.personId,
      })
      for (const [step, taker] of [
        ['reviewed', reviewer!],
        ['approved', approver!],
      ] as const)
        await sql`insert into assessment_steps (tenant_id, id, assessment_id, person_id, step, taken_by, taker_id, taken_at)
          values (${tx.tenantId}, gen_random_uuid(), ${each.id}, ${each.personId}, ${step}, ${taker.id}, ${taker.personId}, ${others.on}::timestamptz)`.execute(
          tx,
        )
    }
    await sql`update assessments set state = 'approved' where tenant_id = ${tx.tenantId} and id = any(${cases.map(({ id }) => id)}::uuid[])`.execute(
      tx,
    )
  })
}
