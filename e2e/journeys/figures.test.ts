import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { complaintsOf, openBrowser } from '../browser.ts'
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
    const table = page.getByRole('table', { name: '会员人数' })
    const first = table.getByRole('row').nth(1)
    const value = await first.getByRole('cell').first().innerText()
    await first.getByRole('button').click()
    await page.waitForURL(/organisationId=/)
    await page.getByRole('button', { name: `会员人数 ${value} 人` }).waitFor()
    await page.getByRole('link', { name: `查看 ${value} 条明细` }).click()
    await page.getByRole('heading', { name: new RegExp(`会员人数：明细\\s*共 ${value} 条`) }).waitFor()
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
    const cards = await page.locator('.figure-card').allInnerTexts()
    assert.ok(!cards.join().includes('1,445'), 'figures of then differ from those of today')
    await page.reload()
    await note.waitFor()
    await settle(page)
    assert.deepEqual(await page.locator('.figure-card').allInnerTexts(), cards)
  }))

test('the funds auditor reads totals and is told why there is no more', () =>
  inBrowser(async (page) => {
    await world.signIn(page, 'auditor')
    await page.goto(`${world.url}/console/figures`)
    await page.getByText('您的身份可以查看合计和每月月末的数').waitFor()
    await page.getByText('1,445').waitFor()
    assert.equal(await page.getByRole('table').count(), 0)
  }))

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
