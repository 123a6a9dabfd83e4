import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { makeEvent } from '#server/modules/events/tests/make-event.ts'
import { newId } from '#server/platform/ids.ts'
import { bringColleagues } from '../colleagues.ts'
import { settle } from '../settle.ts'
import { mustBeAccessible, visit } from '../visits.ts'
import { startWorld, type World } from '../world.ts'

const tenant = 'ningbo-jiangbei'
const course = '党工专员提升班'

let world: World

before(async () => {
  world = await startWorld()
  await bringColleagues(world, tenant, [
    { role: 'second', name: '方测试', post: 'federation_officer', organisation: '宁波市江北区总工会' },
    { role: 'third', name: '金测试', post: 'federation_officer', organisation: '宁波市江北区总工会' },
  ])
})

after(() => world.close())

async function read<T>(page: Page, path: string): Promise<T> {
  return (await (await page.request.get(`${world.url}/api/v1${path}`)).json()) as T
}

test('a year of a commissioner: trained by checking in, certified, assessed with their own word and the members’, appealed, decided', async (t) => {
  const session = await trainingSession()

  await t.test('the phone registers for the session and shows the pass; the door checks it in', async () => {
    let badge = 0
    await visit(world, { role: 'union', width: 390 }, async (page) => {
      await page.goto(`${world.url}/me/training`)
      await mustBeAccessible(page)
      await page.getByText(session.title).click()
      await page.getByRole('button', { name: '报名', exact: true }).click()
      await page.goto(`${world.url}/me/training`)
      await page.getByText('出示入场码签到').waitFor()
      badge = (await read<{ badgeNo: number }>(page, `/me/events/${session.id}/pass`)).badgeNo
    })
    await visit(world, { role: 'district' }, async (page) => {
      await page.goto(`${world.url}/console/events/${session.id}?tab=door`)
      await page.getByRole('textbox', { name: '号牌号或码' }).fill(String(badge))
      await page.getByRole('button', { name: '签到', exact: true }).click()
      await page
        .getByText(/在 服务台 签到|签到成功/)
        .first()
        .waitFor()
      await world.behind(
        `update events set starts_at = app_now() - interval '3 hours', ends_at = app_now() - interval '1 minute', registration_closes_at = app_now() - interval '4 hours', cancel_until = app_now() - interval '4 hours' where id = '${session.id}'`,
      )
      await page.goto(`${world.url}/console/events/${session.id}`)
      await page.getByRole('button', { name: '办结', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: '办结' }).click()
      await page.getByText('已办结').first().waitFor()
    })
  })

  let assessmentId = ''
  await t.test('the certificate is there; the own report is written', async () => {
    await visit(world, { role: 'union', width: 390 }, async (page) => {
      await page.goto(`${world.url}/me/training`)
      await page.getByRole('region', { name: course }).waitFor()
      const download = page.waitForEvent('download')
      await page.getByRole('region', { name: course }).getByText('下载证书').click()
      assert.match((await download).suggestedFilename(), /\.docx$/)
      await page.goto(`${world.url}/me`)
      await page.getByText('请提交考核自评').click()
      await page
        .getByLabel('本期做了哪些工作，成效如何')
        .first()
        .fill('走访企业三十家，新建工会两家，组织活动六场。')
      await mustBeAccessible(page)
      await page.getByRole('button', { name: '提交自评' }).click()
      await page.getByText('走访企业三十家').waitFor()
      const own = await read<{ items: { id: string; state: string }[] }>(page, '/me/assessments')
      assessmentId = own.items.find(({ state }) => state === 'open')!.id
    })
  })

  await t.test('a member of the unit says on the phone how satisfied they are, once', async () => {
    await visit(world, { role: 'worker', width: 390 }, async (page) => {
      await page.goto(`${world.url}/me`)
      await page.getByText(/做满意度测评/).click()
      await page.getByText('不记名，每人一次').waitFor()
      await mustBeAccessible(page)
      await page.getByLabel('很满意').first().check()
      await page.getByRole('button', { name: '提交测评' }).first().click()
      await page.getByText('您已评过，谢谢。').waitFor()
    })
  })

  await t.test('the street scores what is the superior’s and reviews; the federation approves', async () => {
    await visit(world, { role: 'street' }, async (page) => {
      await page.goto(`${world.url}/console/assessments/people/${assessmentId}`)
      await page.getByText('走访企业三十家').waitFor()
      await page.getByText('已评 1 人').waitFor()
      const to = page.getByRole('link', { name: '打分' }).first()
      await to.click()
      await page.getByLabel('街道（镇）评价：0–100 分，可到小数点后两位').first().fill('92')
      await page.getByRole('button', { name: '保存，下一位' }).click()
      await settle(page)
      await page.goto(`${world.url}/console/assessments/people/${assessmentId}`)
      await mustBeAccessible(page)
      await page.getByRole('button', { name: '核定结果' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '核定结果' }).click()
      await page.getByRole('main').getByRole('button', { name: '核定结果' }).waitFor({ state: 'detached' })
    })
    await visit(world, { role: 'second' }, async (page) => {
      await page.goto(`${world.url}/console/assessments/people/${assessmentId}`)
      await page.getByRole('button', { name: '审批通过' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '审批通过' }).click()
      await page.getByRole('main').getByRole('button', { name: '审批通过' }).waitFor({ state: 'detached' })
    })
  })

  await t.test(
    'the assessed reads the result and appeals; an officer without a hand in it decides',
    async () => {
      await visit(world, { role: 'union', width: 390 }, async (page) => {
        await page.goto(`${world.url}/me`)
        await page.getByText('您的考核结果出来了').click()
        await page.getByText('对结果有异议').click()
        await page.getByLabel('哪一项不对，为什么').fill('活动场次统计有遗漏，请复核后更正。')
        await mustBeAccessible(page)
        await page.getByRole('button', { name: '提出申诉' }).click()
        await page.getByText('申诉已提交，等待处理。').waitFor()
      })
      await visit(world, { role: 'third' }, async (page) => {
        await page.goto(`${world.url}/console/tasks`)
        await page.getByText('有人对考核结果提出申诉').first().waitFor()
        await page.goto(`${world.url}/console/assessments/people/${assessmentId}`)
        await page.getByRole('button', { name: '处理申诉' }).click()
        const dialog = page.getByRole('dialog')
        await dialog.getByText('不采纳，维持原结果').click()
        await dialog.locator('textarea').fill('经复核统计无遗漏，维持原结果。')
        await dialog.getByRole('button', { name: '处理申诉' }).click()
        await page.getByText('维持原结果').first().waitFor()
      })
      await visit(world, { role: 'union', width: 390 }, async (page) => {
        const own = await read<{ items: { id: string; outcome: { grade: string } | null }[] }>(
          page,
          '/me/assessments',
        )
        assert.ok(own.items.find(({ id }) => id === assessmentId)!.outcome!.grade.length > 0)
        await page.goto(`${world.url}/me/assessments`)
        await page.getByText('经复核统计无遗漏').first().waitFor({ state: 'attached' })
      })
    },
  )
})

/** A session of a new course of this year's plan, going on now, to which one may still register. */
async function trainingSession(): Promise<{ id: string; title: string }> {
  const title = '党工专员提升班第一期'
  const id = await world.inside(tenant, async (tx) => {
    const { rows } = await sql<{ planId: string; organisationId: string; by: string }>`
      select id as "planId", organisation_id as "organisationId", created_by as by from training_plans
      where tenant_id = ${tx.tenantId} order by year desc limit 1`.execute(tx)
    const { planId, organisationId, by } = rows[0]!
    const courseId = newId()
    await sql`insert into training_courses (tenant_id, id, plan_id, kind, title, class_hours, budget_fen, planned_month, created_by)
      values (${tx.tenantId}, ${courseId}, ${planId}, 'topic', ${course}, 4, 1000, 6, ${by})`.execute(tx)
    const eventId = await makeEvent(tx, {
      organisationId,
      kind: 'training',
      title,
      seating: 'none',
      rounds: 0,
      roundMinutes: 0,
      choices: null,
      opensInHours: -24,
      closesInHours: 1,
      startsInHours: 1,
      endsInHours: 4,
    })
    await sql`insert into training_sessions (tenant_id, event_id, course_id, class_hours) values (${tx.tenantId}, ${eventId}, ${courseId}, 4)`.execute(
      tx,
    )
    return eventId
  })
  return { id, title }
}
