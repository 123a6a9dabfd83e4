import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openWorkbook } from '#server/platform/workbook/index.ts'
import { settle } from '../settle.ts'
import { mustBeAccessible, visit } from '../visits.ts'
import { startWorld, type World } from '../world.ts'

/** A month of the last closed year that the demo has not run yet. */
const month = '2025-09'

let world: World

before(async () => {
  world = await startWorld()
})

after(() => world.close())

test('a month of stipends: looked at, run, listed by one officer, checked by another, paid by the clerk, returned in part, paid again, explained', async (t) => {
  let list = ''
  let payees = 0

  await t.test('the officer looks at the month, runs it, and makes a list of what is due', async () => {
    await visit(world, { role: 'district' }, async (page) => {
      payees = await runMonth(page)
      list = await makeList(page)
      await page.getByText(`${payees} 笔，合计`).waitFor()
    })
  })

  await t.test('who made the list cannot check it: the button is off and says why', async () => {
    await visit(world, { role: 'district' }, async (page) => {
      await page.goto(list)
      const check = page.getByRole('button', { name: '复核通过' })
      await check.waitFor()
      assert.ok(await check.isDisabled())
      await page.getByText('您已办过一步，要由别的同志办').waitFor()
      await mustBeAccessible(page)
    })
  })

  let bankList: string[][] = []
  await t.test('another officer checks it; the clerk takes the bank list and says it is paid', async () => {
    await checkedAndPaid(list, async (page) => {
      bankList = await bankListOf(page)
      assert.deepEqual(bankList[0], ['序号', '户名', '账号', '开户行', '金额（元）', '用途'])
      assert.equal(bankList.length, payees + 2)
      assert.equal(bankList.at(-1)![1], `${payees} 笔`)
    })
  })

  await t.test(
    'the bank gives two lines back: one needs another account, one is paid as it was',
    async () => {
      await visit(world, { role: 'finance' }, async (page) => {
        await page.goto(list)
        const back = [...bankList.slice(1, 3)].map((row, at) =>
          [row[0], row[1], row[2], row[4], '失败', ['账号错误', '银行系统异常'][at]].join(','),
        )
        const file = ['序号,户名,账号,金额（元）,结果,原因', ...back].join('\r\n')
        await page
          .locator('input[type=file]')
          .setInputFiles({ name: '退回.csv', mimeType: 'text/csv', buffer: Buffer.from(file) })
        await page.getByText('登记了 2 笔退回').waitFor()
        await page.getByText('退回待重发 · 账号不对').waitFor()
        await page.getByText('退回待重发 · 银行原因').waitFor()
        await mustBeAccessible(page)
      })
    },
  )

  await t.test('a right account is recorded, and a new list pays the two again', async () => {
    let second = ''
    await visit(world, { role: 'district' }, async (page) => {
      await openBudget(page)
      await page.getByText('账户被退回，请更新').waitFor()
      await page.getByText('退回，可重发').waitFor()
      await recordAccount(page, bankList[1]![1]!)
      second = await makeList(page)
      await page.getByText('2 笔，合计').waitFor()
      await page.getByText('未付 · 重发').nth(1).waitFor()
    })
    assert.notEqual(second, list)
    await checkedAndPaid(second, async (page) => {
      const again = await bankListOf(page)
      const sums = (rows: string[][]) => rows.map((row) => row[4]).sort()
      assert.deepEqual(sums(again.slice(1, 3)), sums(bankList.slice(1, 3)))
      assert.ok(again.some((row) => row[2] === newAccount))
      assert.ok(!again.some((row) => row[2] === bankList[1]![2]))
    })
  })

  await t.test('why this amount: from the assessment to the line of the bank', async () => {
    await visit(world, { role: 'district2' }, async (page) => {
      await page.goto(list)
      await page
        .getByRole('row', { name: new RegExp(bankList[1]![1]!) })
        .getByTitle('为什么是这个数')
        .click()
      await explained(page)
    })
  })
})

const newAccount = '6217009000000000001'

/** Looks at the month and runs it; answers how many people it pays. */
async function runMonth(page: Page): Promise<number> {
  await page.goto(`${world.url}/console/stipends?month=${month}`)
  await page.getByText('先选预算').waitFor()
  assert.ok(await page.getByRole('button', { name: '核算这个月' }).isDisabled())
  await page.getByRole('combobox', { name: '从哪笔预算出' }).click()
  await page.locator('.ant-select-item-option', { hasText: '2025年兼职主席专项补贴' }).click()
  const due = page.getByRole('button', { name: /^应发 \d+ 人/ })
  const people = Number(/\d+/.exec(await due.innerText())![0])
  assert.ok(people > 2)
  await mustBeAccessible(page)
  await page.getByRole('button', { name: '核算这个月' }).click()
  await page.getByRole('dialog').getByText(`${people} 人，`).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '核算这个月' }).click()
  await page
    .getByRole('listitem')
    .filter({ hasText: `${month} ·` })
    .waitFor()
  await page.getByText('没有新的应发').waitFor()
  await openBudget(page)
  await mustBeAccessible(page)
  return people
}

async function openBudget(page: Page): Promise<void> {
  await page.goto(`${world.url}/console/budgets`)
  await page.getByRole('link', { name: '2025年兼职主席专项补贴' }).click()
  await page.getByRole('button', { name: '编制发放清单' }).waitFor()
}

/** On the budget's page: makes a list of what is due; answers its address. */
async function makeList(page: Page): Promise<string> {
  await page.getByRole('button', { name: '编制发放清单' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '编制发放清单' }).click()
  await page.waitForURL(/\/payment-lists\/[0-9a-f-]{36}$/)
  await settle(page)
  return page.url()
}

async function recordAccount(page: Page, holder: string): Promise<void> {
  await page.getByRole('button', { name: '登记账户' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('户名').fill(holder)
  await dialog.getByLabel('开户行').fill('宁波银行江北支行')
  await dialog.getByLabel('账号').fill(newAccount)
  await mustBeAccessible(page)
  await dialog.getByRole('button', { name: '登记账户' }).click()
  await page.getByText('账户被退回，请更新').waitFor({ state: 'detached' })
}

/** The two other hands: the checker, then the clerk, who takes the bank list before the bank is told. */
async function checkedAndPaid(list: string, taken: (page: Page) => Promise<void>): Promise<void> {
  await visit(world, { role: 'district2' }, async (page) => {
    await page.goto(list)
    await confirmed(page, '复核通过')
  })
  await visit(world, { role: 'finance' }, async (page) => {
    await page.goto(list)
    await page.getByRole('button', { name: '已交银行付款' }).waitFor()
    await taken(page)
    await confirmed(page, '已交银行付款')
    await page.getByRole('button', { name: '登记银行退回' }).first().waitFor()
  })
}

async function confirmed(page: Page, verb: string): Promise<void> {
  await page.getByRole('button', { name: verb }).click()
  await page.getByRole('dialog').getByRole('button', { name: verb }).click()
  await page.getByRole('main').getByRole('button', { name: verb }).waitFor({ state: 'detached' })
}

/** The bank list as the clerk gets it: the .xlsx and the .csv say the same. */
async function bankListOf(page: Page): Promise<string[][]> {
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

/** The page of one sum, opened to the bottom: records, indicators and score, grade, rules, run, both lists and the bank. */
async function explained(page: Page): Promise<void> {
  await page.getByRole('heading', { name: /^为什么是/ }).waitFor()
  for (const step of ['一、任职记录', '二、怎么算的', '三、按什么规定', '四、核算', '五、清单和银行'])
    await page.getByRole('heading', { name: step }).waitFor()
  await page.getByText(/初任培训的记录|完成初任培训$/).waitFor()
  await page.getByText('银行退回：账号不对').waitFor()
  assert.equal(await page.getByRole('link', { name: /^第 \d+ 批第 \d+ 行/ }).count(), 2)
  for (const act of ['编制 ·', '复核 ·', '付款 ·']) assert.ok((await page.getByText(act).count()) >= 2, act)
  await mustBeAccessible(page)
  await page.getByRole('link', { name: '看考核明细' }).click()
  await page.waitForURL(/\/assessments\/people\/[0-9a-f-]{36}/)
  await page.getByRole('region', { name: '结果', exact: true }).waitFor()
  await mustBeAccessible(page)
}
