import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import {
  bankListOf,
  checkedAndPaid,
  giveBack,
  makeList,
  openBudget,
  recordAccount,
} from '../steps/payments.ts'
import { mustBeAccessible, visit } from '../visits.ts'
import { startWorld, type World } from '../world.ts'

/** A month of the last closed year that the demo has not run yet. */
const month = '2025-09'
const budget = '2025年兼职主席专项补贴'

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
    await checkedAndPaid(world, list, async (page) => {
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
        await giveBack(page, list, bankList.slice(1, 3))
        await mustBeAccessible(page)
      })
    },
  )

  await t.test('a right account is recorded, and a new list pays the two again', async () => {
    let second = ''
    await visit(world, { role: 'district' }, async (page) => {
      await openBudget(page, world, budget)
      await page.getByText('账户被退回，请更新').waitFor()
      await page.getByText('退回，可重发').waitFor()
      await recordAccount(page, { holder: bankList[1]![1]!, number: newAccount, gone: '账户被退回，请更新' })
      second = await makeList(page)
      await page.getByText('2 笔，合计').waitFor()
      await page.getByText('未付 · 重发').nth(1).waitFor()
    })
    assert.notEqual(second, list)
    await checkedAndPaid(world, second, async (page) => {
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
  await page.locator('.ant-select-item-option', { hasText: budget }).click()
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
  await openBudget(page, world, budget)
  await mustBeAccessible(page)
  return people
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
