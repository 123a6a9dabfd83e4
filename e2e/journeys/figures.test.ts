import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { complaintsOf, openBrowser } from '../browser.ts'
import { acknowledgeNotice } from '../pages.ts'
import { settle } from '../settle.ts'
import { startWorld, type World } from '../world.ts'

let world: World

before(async () => {
  world = await startWorld()
})

after(() => world.close())

async function inBrowser(work: (page: Page) => Promise<void>): Promise<void> {
  const { page, close } = await openBrowser({ width: 1440, language: 'zh' })
  const complaints = complaintsOf(page)
  try {
    await work(page)
    assert.deepEqual(complaints, [])
  } finally {
    await close()
  }
}

test('a stranger takes a demo log-in from the sign-in page and stands at the desk of the district', () =>
  inBrowser(async (page) => {
    await page.goto(world.url)
    const tenant = page.getByRole('group', { name: '宁波市江北区总工会' })
    await tenant.getByRole('button', { name: '区总工会', exact: true }).click()
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.waitForURL(/\/console/)
    await page.getByRole('region', { name: '等您处理' }).getByRole('link').first().waitFor()
    await page.getByRole('region', { name: '待补的缺口' }).getByRole('link').first().waitFor()
  }))

test('a leader asks for a number tonight: from the home page to a street and to the rows behind it', () =>
  inBrowser(async (page) => {
    await world.signIn(page, 'district')
    await page.getByRole('link', { name: /会员人数\s*1,204/ }).click()
    const first = page.getByRole('table', { name: '会员人数' }).getByRole('row').nth(1)
    const value = await first.getByRole('cell').first().innerText()
    await first.getByRole('button').click()
    await page.waitForURL(/organisationId=/)
    await page.getByRole('region', { name: '结果' }).getByText(`${value} 人`).waitFor()
    await page.getByRole('link', { name: `查看 ${value} 条明细` }).click()
    await page.getByRole('heading', { name: new RegExp(`会员人数：明细\\s*共 ${value} 条`) }).waitFor()
  }))

test('the home page draws the years of what happened, and the phone shows a leader five numbers that open to their years and units', () =>
  inBrowser(async (page) => {
    await world.signIn(page, 'city@tianjin')
    const own = page.getByRole('region', { name: '本级数据' })
    await own.getByRole('link', { name: /牵手成功对数/ }).waitFor()
    const years = own.getByRole('region', { name: /按年/ })
    await years.scrollIntoViewIfNeeded()
    await years.getByRole('img', { name: /按年/ }).waitFor()
    await acknowledgeNotice(page)
    await page.goto(`${world.url}/me`)
    await page.getByRole('link', { name: /我的五个数/ }).click()
    const five = page.getByRole('list').filter({ hasText: '会员人数' }).getByRole('link')
    await five.first().waitFor()
    assert.equal(await five.count(), 5)
    await five.filter({ hasText: '牵手成功对数' }).click()
    await page
      .getByRole('table', { name: '按年' })
      .getByRole('row', { name: /2026 年至今/ })
      .waitFor()
    await page.getByRole('link', { name: '到工作台看明细' }).click()
    await page.waitForURL(/console\/figures\?measure=couples/)
  }))

test('a figure of another day stands in the address, so it can be sent to a colleague', () =>
  inBrowser(async (page) => {
    await world.signIn(page, 'district')
    await page.goto(`${world.url}/console/figures`)
    const day = page.getByRole('textbox', { name: '截至哪一天' })
    await day.fill('2024-12-31')
    await day.press('Enter')
    await page.waitForURL(/asOf=2024-12-31/)
    const note = page.getByText('截至 2024年12月31日')
    await note.waitFor()
    await settle(page)
    const then = await page.locator('.figure-page').innerText()
    assert.ok(!then.includes('1,204'), 'figures of then differ from those of today')
    await page.reload()
    await note.waitFor()
    await settle(page)
    assert.equal(await page.locator('.figure-page').innerText(), then)
  }))

test('an officer asks for couples by year, holds one year against the year before, opens the rows and takes them along', () =>
  inBrowser(async (page) => {
    await world.signIn(page, 'city@tianjin')
    await page.goto(`${world.url}/console/figures?measure=couples`)
    await page.getByRole('img', { name: /牵手成功对数：按年/ }).waitFor()
    const years = page.getByRole('table', { name: '牵手成功对数' })
    const numberOf = async (year: string) =>
      years
        .getByRole('row', { name: new RegExp(`^${year} `) })
        .getByRole('cell')
        .first()
        .innerText()
    const [before, now] = [await numberOf('2024'), await numberOf('2025')]
    await years.getByRole('button', { name: '2025' }).click()
    await page.waitForURL(/from=2025-01-01/)
    await page.getByRole('combobox', { name: '对比' }).click()
    await page.getByTitle('与 1 年前对比').click()
    const answer = page.getByRole('region', { name: '结果' })
    await answer.getByText(`2024 年：${before}`).waitFor()
    await answer.getByText(`${now} 对`).waitFor()
    await takeAlong(page, '导出 .xlsx')
    await page.getByRole('link', { name: '封存上报', exact: true }).click()
    await page.waitForURL(/reports\/new\?by=organisation&from=2025-01-01&measure=couples&.*to=2025-12-31/)
    await page.getByRole('button', { name: '封存' }).waitFor()
    await page.goBack()
    await page.getByRole('link', { name: `查看 ${now} 条明细` }).click()
    await page.getByRole('heading', { name: new RegExp(`明细\\s*共 ${now} 条`) }).waitFor()
    await takeAlong(page, '导出明细 .xlsx')
  }))

test('a figure to print says its question in words and leads back to it', () =>
  inBrowser(async (page) => {
    await world.signIn(page, 'city@tianjin')
    await page.goto(`${world.url}/console/figures?measure=couples&from=2025-01-01&to=2025-12-31`)
    await page.getByRole('link', { name: '打印版' }).click()
    await page.getByText('2025年1月1日 至 2025年12月31日').waitFor()
    await page.getByRole('button', { name: '打印', exact: true }).waitFor()
    await page.getByRole('link', { name: '回到数据' }).click()
    await page.waitForURL(/from=2025-01-01/)
  }))

test('the funds auditor reads rounded figures, is told why, and gets no rows', () =>
  inBrowser(async (page) => {
    await world.signIn(page, 'auditor')
    await page.goto(`${world.url}/console/figures`)
    await page.getByText('您的身份只看数量：数字向下取整到 5 的倍数').waitFor()
    await page.getByRole('region', { name: '结果' }).getByText('1,200 人').waitFor()
    assert.ok(await page.getByRole('button', { name: '查看明细' }).isDisabled())
    assert.ok(await page.getByRole('button', { name: '封存上报' }).isDisabled())
    await page.getByText('您的身份不能封存上报').waitFor()
    await page.getByText('您的身份只看合计，不看明细').waitFor()
    await page.goto(`${world.url}/console/figures/members`)
    await page.getByRole('heading', { name: /不能/ }).waitFor()
    assert.equal(await page.getByRole('table').count(), 0)
  }))

/** Saves what is on the screen as a workbook, with a purpose. */
async function takeAlong(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  await page.getByRole('textbox', { name: '用途' }).fill('给领导汇报')
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出', exact: true }).click(),
  ])
  assert.match(file.suggestedFilename(), /^牵手成功对数.*\.xlsx$/)
}

test('the audit administrator checks the log with one press', () =>
  inBrowser(async (page) => {
    await world.signIn(page, 'audit')
    await page.getByRole('link', { name: '审计日志' }).first().click()
    await page.getByRole('row', { name: /系统.*载入了演示数据/ }).waitFor()
    await page.getByRole('button', { name: '校验日志' }).click()
    await page.getByText(/日志完整：\d+ 条链/).waitFor()
    await page.getByRole('row', { name: /审计管理员 校验了审计日志/ }).waitFor()
  }))

test('the system and the security administrator have a desk of their own and see no people', () =>
  inBrowser(async (page) => {
    for (const [role, desk] of [
      ['system', '系统运行'],
      ['security', '账号'],
    ] as const) {
      await page.context().clearCookies()
      await world.signIn(page, role)
      await page.getByRole('region', { name: desk, exact: true }).waitFor()
      assert.equal(await page.getByRole('link', { name: '会员' }).count(), 0)
    }
  }))
