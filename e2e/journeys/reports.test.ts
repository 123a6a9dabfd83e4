import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { makeSheet } from '#server/platform/workbook/make-test-workbook.ts'
import { openWorkbook, type CellValue } from '#server/platform/workbook/index.ts'
import { readFileSync } from 'node:fs'
import { complaintsOf, openBrowser } from '../browser.ts'
import { settle } from '../settle.ts'
import { startWorld, type World } from '../world.ts'

let world: World

before(async () => {
  world = await startWorld()
})

after(() => world.close())

async function inBrowser(role: string, work: (page: Page) => Promise<void>): Promise<void> {
  const { page, close } = await openBrowser({ width: 1440, language: 'zh' })
  const complaints = complaintsOf(page)
  try {
    await world.signIn(page, role)
    await work(page)
    assert.deepEqual(complaints, [])
  } finally {
    await close()
  }
}

test('an officer seals a figure, verifies it, and is told which row somebody changed behind the back; an auditor verifies and sees no value', async () => {
  let report = ''
  await inBrowser('district', async (page) => {
    await page.goto(`${world.url}/console/reports/new?measure=workers`)
    await page.getByRole('textbox', { name: '报表名称' }).fill('职工人数上报')
    await page.getByRole('button', { name: '封存', exact: true }).click()
    await page.waitForURL(/\/console\/reports\/[0-9a-f-]{36}$/)
    report = page.url()
    await page.getByRole('link', { name: '查看 40 条明细' }).click()
    await page.getByRole('heading', { name: /职工人数：封存时的明细/ }).waitFor()
    await page.goto(report)
    await page.getByRole('button', { name: '核验' }).click()
    await page.getByText('核验一致：封存以来没有被改动').waitFor()
    await settle(page)
    assert.deepEqual((await new AxeBuilder({ page }).analyze()).violations, [])
  })
  const touched = await world.behind(`
    update headcounts set workers = workers + 1 where id = (
      select h.id from headcounts h join tenants t on t.id = h.tenant_id where t.code = 'ningbo-jiangbei' and h.superseded_at is null
      order by h.as_of desc, h.id limit 1)`)
  assert.equal(touched, 1)
  await inBrowser('district', async (page) => {
    await page.goto(report)
    await page.getByRole('button', { name: '核验' }).click()
    await page.getByText(/核验不一致：有 \d 处与封存时不同/).waitFor()
    await page.getByText(/一条明细被改动（.+，数值）/).waitFor()
  })
  await inBrowser('auditor', async (page) => {
    await page.goto(report)
    await page.getByText('您的身份不显示').first().waitFor()
    await page.getByRole('button', { name: '核验' }).click()
    await page.getByText(/核验不一致/).waitFor()
    assert.equal(await page.getByRole('link', { name: /条明细/ }).count(), 0)
    assert.ok(!(await page.locator('.page').innerText()).includes('有限公司'))
  })
})

test('an officer maps a superior’s form once, fills it and takes the workbook with the figures in it', () =>
  inBrowser('district', async (page) => {
    await page.goto(`${world.url}/console/reports/templates`)
    await page.getByRole('button', { name: '添加模板' }).click()
    await page.getByRole('textbox', { name: '模板名称' }).fill('会员统计表')
    const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>会员人数</t></is></c><c r="B1"/><c r="C1"/></row>'
    await page.locator('input[type=file]').setInputFiles({
      name: '会员统计表.xlsx',
      mimeType: 'application/octet-stream',
      buffer: makeSheet(rows),
    })
    await page.waitForURL(/templates\/[0-9a-f-]{36}$/)
    await page.getByRole('textbox', { name: '单元格或区域' }).fill('B1')
    await page.getByRole('button', { name: '加一行' }).click()
    const second = page.locator('.template-lines li').nth(1)
    await second.getByRole('textbox', { name: '单元格或区域' }).fill('C1')
    await second.getByRole('combobox', { name: '哪个单位' }).fill('庄桥街道')
    await page.locator('.organisation-option', { hasText: '庄桥街道总工会' }).first().click()
    await page.getByRole('button', { name: '保存取数设定' }).click()
    await page.getByRole('button', { name: '封存并填表' }).click()
    await page.waitForURL(/\/console\/reports\/[0-9a-f-]{36}$/)
    await page.goto(`${world.url}/console/reports/templates`)
    await page.getByRole('link', { name: '会员统计表' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载' }).click()
    assert.deepEqual(await firstRow(await (await download).path()), ['会员人数', 1204, 375])
  }))

test('an officer makes the annual return, looks at what the check found, and writes a code down', () =>
  inBrowser('district', async (page) => {
    await page.goto(`${world.url}/console/reports/returns`)
    await page.getByRole('button', { name: '编制年报' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: '编制年报' }).click()
    await page.getByRole('heading', { name: /2025 年度基层工会统计年报/ }).waitFor()
    await page.getByText('2024年10月1日 至 2025年9月30日').waitFor()
    await page.locator('tbody').getByRole('button').first().click()
    const panel = page.getByRole('dialog')
    await panel.getByText('建账时的代码').waitFor()
    await panel.getByRole('button', { name: '登记代码' }).click()
    await panel.getByText('请填写“原因”。').first().waitFor()
    await panel.getByRole('textbox', { name: '新代码' }).fill('330205999001')
    await panel.getByRole('textbox', { name: '原因' }).fill('上级核发')
    await panel.getByRole('button', { name: '登记代码' }).click()
    await panel.getByText('330205999001').waitFor()
    await settle(page)
    assert.deepEqual((await new AxeBuilder({ page }).analyze()).violations, [])
  }))

async function firstRow(path: string): Promise<CellValue[]> {
  const book = await openWorkbook(readFileSync(path))
  let first: CellValue[] = []
  await book.sheets[0]!.rows((row) => {
    if (row.number === 1) first = row.values.slice(0, row.width)
  })
  book.close()
  return first
}
