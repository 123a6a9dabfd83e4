import assert from 'node:assert/strict'
import {
  appeal,
  beSatisfied,
  closePeriod,
  enrolNewcomers,
  finishOthers,
  keepResult,
  reportOneself,
  score,
  take,
} from './assessment-year.ts'
import { as } from './office.ts'
import { bankListOf, checkedAndPaid, giveBack, makeList, openBudget, recordAccount } from './payments.ts'
import { visit } from '../visits.ts'
import type { Stage, Story } from './story.ts'

const period = '2026 年度考核'
const month = '2026-12'
const budget = '2026年党工专员专项补贴'
const account = '6217009000000000019'

/** From the assessment of the year to why this sum. */
export const moneyStages: readonly Stage[] = [
  ['the period takes in who came in mid-year; the chair reports on the phone', reportYear],
  ['members say on the phone how satisfied they are; unit and street score', scoreYear],
  ['reviewed, approved, appealed on the phone, decided, and the period is closed', decideYear],
  ['a budget, the run of December, and a list made by one officer', runDecember],
  ['checked by another, paid by the clerk with the bank list; two lines come back', payAndReturn],
  ['a right account is recorded, and a new list pays the two again', payAgain],
  ['why 1,200 yuan: from the election to the line of the bank', explain],
]

async function reportYear(story: Story): Promise<void> {
  const { office, phones } = story
  await office.world.turnTo('2027-01-20T02:00:00Z')
  await enrolNewcomers(office, period)
  await phones[0]!.context().clearCookies()
  await office.world.signIn(phones[0]!, `chair@${office.tenant}`)
  story.assessmentId = await reportOneself(phones[0]!, office, '换届后走访会员四十人，组织活动六场。')
}

async function scoreYear({ office, phones, assessmentId }: Story): Promise<void> {
  const member = phones[1]!
  await office.world.signIn(member, `voter2@${office.tenant}`)
  await beSatisfied(member, office)
  await score(office, { role: 'teller1', assessmentId, points: { 所在单位评价: 95 } })
  await score(office, { role: 'preparer', assessmentId, points: { '街道（镇）评价': 95, 创新工作加分: 100 } })
}

async function decideYear({ office, phones, assessmentId }: Story): Promise<void> {
  await take(office, { role: 'preparer', assessmentId, step: '核定结果' })
  await take(office, { role: 'district', assessmentId, step: '审批通过' })
  await appeal(phones[0]!, office, '活动场次统计有遗漏，请复核后更正。')
  await keepResult(office, assessmentId, '经复核统计无遗漏，维持原结果。')
  await finishOthers(office, { period, except: assessmentId, on: '2027-01-05T03:00:00Z' })
  await closePeriod(office, period)
}

async function runDecember(story: Story): Promise<void> {
  const { office, name } = story
  const { page, world } = office
  await as(office, 'district', `${world.url}/console/budgets/new`)
  await page.getByLabel('名称').fill(budget)
  await page.getByLabel('年度').fill('2026')
  await page.getByLabel('钱从哪里来').click()
  await page.locator('.ant-select-item-option', { hasText: '区财政' }).first().click()
  await page.getByLabel('金额（元）').fill('600000')
  await page.getByLabel('依据文号').fill('甬北工〔2026〕9号')
  await page.getByRole('button', { name: '新建预算' }).last().click()
  await page.waitForURL(/\/budgets\/[0-9a-f-]{36}$/)
  await page.goto(`${world.url}/console/stipends?month=${month}`)
  await page.getByRole('combobox', { name: '从哪笔预算出' }).click()
  await page.locator('.ant-select-item-option', { hasText: budget }).click()
  await page
    .getByRole('row', { name: new RegExp(name) })
    .getByText('1,200.00')
    .first()
    .waitFor()
  await page.getByRole('button', { name: '核算这个月' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '核算这个月' }).click()
  await page.getByText('没有新的应发').waitFor()
  await openBudget(page, world, budget)
  await recordAccount(page, { holder: name, number: account, gone: '缺收款账户' })
  story.list = await makeList(page)
}

async function payAndReturn(story: Story): Promise<void> {
  const { name, list } = story
  const { world } = story.office
  await checkedAndPaid(world, list, async (page) => {
    story.bankList = await bankListOf(page)
  })
  const { bankList } = story
  const own = bankList.find((row) => row[1] === name)!
  assert.equal(own[4], '1200.00')
  const other = bankList.slice(1, -1).find((row) => row !== own)!
  await visit(world, { role: 'finance' }, (page) => giveBack(page, list, [own, other]))
}

async function payAgain({ office, name, list }: Story): Promise<void> {
  const { page, world } = office
  await as(office, 'district')
  await openBudget(page, world, budget)
  await page.getByText('账户被退回，请更新').waitFor()
  await page.getByText('退回，可重发').waitFor()
  await recordAccount(page, { holder: name, number: '6217009000000000001', gone: '账户被退回，请更新' })
  const second = await makeList(page)
  await page.getByText('2 笔，合计').waitFor()
  assert.notEqual(second, list)
  await checkedAndPaid(world, second, async (clerk) => {
    const again = await bankListOf(clerk)
    assert.ok(again.some((row) => row[1] === name && row[2] === '6217009000000000001'))
  })
}

async function explain({ office, name, list }: Story): Promise<void> {
  const { page } = office
  await as(office, 'district2', list)
  await page
    .getByRole('row', { name: new RegExp(name) })
    .getByTitle('为什么是这个数')
    .click()
  await page.getByRole('heading', { name: /^为什么是.*1,200\.00/ }).waitFor()
  for (const said of [
    /第二届委员会换届选举（.*）：2026.* 当选/,
    /第二届工会主席选举（.*）：2026.* 当选/,
    /兼职 .*选举产生 · 甬北工〔2026〕18号/,
    /2026.*完成初任培训/,
    /江北区 党工专员专项补贴/,
    '银行退回：账号不对',
  ])
    await page.getByText(said).first().waitFor()
  assert.equal(await page.getByRole('link', { name: /^第 \d+ 批第 \d+ 行/ }).count(), 2)
  for (const act of ['编制 ·', '复核 ·', '付款 ·']) assert.ok((await page.getByText(act).count()) >= 2, act)
  await page.getByRole('link', { name: /第二届工会主席选举/ }).click()
  await page.getByText('上级工会已批准，任期和任职已登记').waitFor()
  await page.goBack()
  await page.getByRole('link', { name: '看考核明细' }).click()
  await page.getByRole('region', { name: '结果', exact: true }).waitFor()
}
