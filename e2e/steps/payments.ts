import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { openWorkbook } from '#server/platform/workbook/index.ts'
import { settle } from '../settle.ts'
import { visit } from '../visits.ts'
import type { World } from '../world.ts'
import { confirmed } from './office.ts'

/** Opens a budget by its name, as whoever may make lists of it. */
export async function openBudget(page: Page, world: World, budget: string): Promise<void> {
  await page.goto(`${world.url}/console/budgets`)
  await page.getByRole('link', { name: budget }).click()
  await page.getByRole('heading', { name: budget }).waitFor()
  await settle(page)
}

/** On the budget's page: makes a list of what is due; answers its address. */
export async function makeList(page: Page): Promise<string> {
  await confirmed(page, '编制发放清单')
  await page.waitForURL(/\/payment-lists\/[0-9a-f-]{36}$/)
  await settle(page)
  return page.url()
}

/** On the budget's page: records the account of the one payee who lacks one. */
export async function recordAccount(
  page: Page,
  { holder, number, gone }: { holder: string; number: string; gone: string },
): Promise<void> {
  await page.getByRole('button', { name: '登记账户' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('户名').fill(holder)
  await dialog.getByLabel('开户行').fill('宁波银行江北支行')
  await dialog.getByLabel('账号').fill(number)
  await dialog.getByRole('button', { name: '登记账户' }).click()
  await page.getByText(gone).waitFor({ state: 'detached' })
}

/** The two other hands: the checker, then the clerk, who takes the bank list before the bank is told. */
export async function checkedAndPaid(
  world: World,
  list: string,
  taken: (page: Page) => Promise<void>,
): Promise<void> {
  await visit(world, { role: 'district2' }, async (page) => {
    await page.goto(list)
    await done(page, '复核通过')
  })
  await visit(world, { role: 'finance' }, async (page) => {
    await page.goto(list)
    await page.getByRole('button', { name: '已交银行付款' }).waitFor()
    await taken(page)
    await done(page, '已交银行付款')
    await page.getByRole('button', { name: '登记银行退回' }).first().waitFor()
  })
}

async function done(page: Page, verb: string): Promise<void> {
  await confirmed(page, verb)
  await page.getByRole('main').getByRole('button', { name: verb }).waitFor({ state: 'detached' })
}

/** The bank list as the clerk gets it: the .xlsx and the .csv say the same. */
export async function bankListOf(page: Page): Promise<string[][]> {
  const [xlsx, csv] = [await saved(page, '银行清单 .xlsx'), await saved(page, '银行清单 .csv')]
  assert.deepEqual(xlsx, csv)
  return csv
}

async function saved(page: Page, button: string): Promise<string[][]> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const workbook = await openWorkbook(readFileSync(await (await download).path()))
  const rows: string[][] = []
  await workbook.sheets[0]!.rows(
    (row) => void rows.push(row.values.slice(0, row.width).map((value) => String(value ?? ''))),
  )
  workbook.close()
  return rows
}

/** The clerk reads in what the bank gave back: the first of these lines for a wrong account, the second for the bank's own reasons. */
export async function giveBack(page: Page, list: string, lines: readonly string[][]): Promise<void> {
  await page.goto(list)
  const back = lines.map((row, at) =>
    [row[0], row[1], row[2], row[4], '失败', ['账号错误', '银行系统异常'][at]].join(','),
  )
  const file = ['序号,户名,账号,金额（元）,结果,原因', ...back].join('\r\n')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '退回.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
  await page.getByText('登记了 2 笔退回').waitFor()
  await page.getByText('退回待重发 · 账号不对').waitFor()
  await page.getByText('退回待重发 · 银行原因').waitFor()
}
