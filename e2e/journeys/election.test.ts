import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { complaintsOf, openBrowser } from '../browser.ts'
import { bringColleagues } from '../colleagues.ts'
import { settle } from '../settle.ts'
import { startWorld, type World } from '../world.ts'

const tenant = 'ningbo-jiangbei'
// An organisation of the demo whose committee's term is over and which has no chair: 42 members.
const organisation = '宁波市江北区翀鄞岫社会工作服务中心'
const union = `${organisation}工会委员会`

let world: World
let browser: Awaited<ReturnType<typeof openBrowser>>
let complaints: string[]

before(async () => {
  world = await startWorld()
  browser = await openBrowser({ width: 1440, language: 'zh' })
  complaints = complaintsOf(browser.page)
  await bringColleagues(world, tenant, [
    { role: 'preparer', name: '钟筹备', post: 'street_officer', organisation: '宁波市江北区中马街道总工会' },
    { role: 'teller1', name: '崔计票', post: 'union_officer', organisation: union },
    { role: 'teller2', name: '费计票', post: 'scrutineer', organisation: union },
  ])
})

after(async () => {
  await browser.close()
  await world.close()
})

test('a committee whose term is over is elected on paper, from the gap list to the posts, with a tie at the last seat', async () => {
  const { page } = browser
  await as('preparer')
  await page.goto(`${world.url}/console/commissioners`)
  await page
    .getByRole('navigation', { name: '工作清单' })
    .getByRole('link', { name: '工会任期将满或已满' })
    .click()
  await page.getByRole('button', { name: organisation }).click()
  await page.getByRole('link', { name: '组织换届选举' }).click()
  await page.getByLabel('选举事项').fill('第二届委员会换届选举')
  await page.getByLabel('应选人数').fill('3')
  await page.getByLabel('大会日期').fill('2026-07-08')
  await page.getByLabel('大会日期').press('Tab')
  await clean(page)
  await page.getByRole('button', { name: '拟定选举' }).click()
  await page.getByRole('button', { name: '报上级工会' }).click()
  await page.getByText('已报上级工会，等候批复').waitFor()
  const election = page.url()

  await as('district')
  await decide(election)

  await as('preparer')
  await page.goto(election)
  await page.getByRole('button', { name: '确定名册' }).click()
  await page.getByRole('button', { name: '名册', exact: true }).click()
  await page.getByText('应到会 42 人').waitFor()
  const hash = await page.locator('.ballot-hash code').innerText()
  assert.match(hash, /^[0-9a-f]{64}$/)
  await page.getByRole('link', { name: '打印名册' }).click()
  await page.getByText(`校验码（SHA-256）：${hash.match(/.{8}/g)!.join(' ')}`).waitFor()
  await clean(page)
  await page.goBack()

  await page.getByRole('button', { name: '候选人', exact: true }).click()
  for (const entryNo of [40, 3, 21, 12]) {
    await page.getByLabel('被提名人').fill(String(entryNo))
    await page.locator('.ant-select-item-option', { hasText: new RegExp(`^${entryNo}\\.`) }).click()
    await page.getByRole('button', { name: /(?<!撤回)提名$/ }).click()
    await page.getByText('可以上选票').nth([40, 3, 21, 12].indexOf(entryNo)).waitFor()
  }
  await clean(page)
  await page.getByRole('button', { name: '进展', exact: true }).click()
  await page.getByRole('button', { name: '公示候选人' }).click()
  await page.getByText('起公示 5 个工作日，到 2026年7月7日').waitFor()
  assert.ok(await page.getByRole('button', { name: '开始投票' }).isDisabled())
  await clean(page)

  await world.turnTo('2026-07-08T02:00:00Z')
  await as('preparer')
  await page.goto(election)
  await page.getByRole('button', { name: '开始投票' }).click()
  await page.getByText('已发 0 / 42 张').waitFor()

  // Each of thirty leaves out one of four: 23, 23, 22 and 22 votes where 22 elect.
  const papers = [
    ...Array<string>(7).fill('0111'),
    ...Array<string>(7).fill('1011'),
    ...Array<string>(8).fill('1101'),
    ...Array<string>(8).fill('1110'),
  ]
  await vote(election, { papers, collected: 32, spoilt: 1 })

  await as('preparer')
  await page.goto(`${election}?part=result`)
  await page.getByText('最后名额上 2 人票数相等').waitFor()
  await clean(page)
  await page.getByRole('button', { name: '进展', exact: true }).click()
  await page.getByRole('button', { name: /票数相等者再次投票/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '票数相等者再次投票' }).click()
  await page.getByText('再次投票').first().waitFor()
  await vote(election, {
    papers: [...Array<string>(17).fill('10'), ...Array<string>(13).fill('01')],
    collected: 30,
    spoilt: 0,
  })

  await as('preparer')
  await page.goto(election)
  await page.getByRole('button', { name: '确认结果' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认结果' }).click()
  await page.getByRole('button', { name: '报送结果' }).click()
  await page.getByText('已报上级工会，等候批复').waitFor()
  await page.getByRole('button', { name: '结果', exact: true }).click()
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载结果报告单' }).click(),
  ])
  assert.equal(report.suggestedFilename(), '第二届委员会换届选举－选举结果报告单.docx')
  assert.equal(
    readFileSync(await report.path())
      .subarray(0, 2)
      .toString(),
    'PK',
  )

  await as('district')
  await decide(election)

  await as('preparer')
  await page.goto(election)
  await page.getByText('上级工会已批准，任期和任职已登记').waitFor()
  await clean(page)
  await page.goto(`${world.url}/console/commissioners`)
  await page.getByRole('navigation', { name: '工作清单' }).getByRole('link', { name: '缺工会主席' }).click()
  await page.getByRole('button', { name: organisation }).click()
  await page.getByRole('link', { name: '选举主席' }).waitFor()
  assert.equal(await page.getByRole('link', { name: '组织换届选举' }).count(), 0)
  assert.deepEqual(complaints, [])
})

async function as(role: string): Promise<void> {
  await browser.context.clearCookies()
  await world.signIn(browser.page, `${role}@${tenant}`)
}

/** The higher union says yes to what waits of an election. */
async function decide(election: string): Promise<void> {
  const { page } = browser
  await page.goto(election)
  await page.getByRole('link', { name: '打开请示' }).click()
  await page.getByRole('button', { name: '同意', exact: true }).click()
  await page
    .getByText(/已同意|已批准/)
    .first()
    .waitFor()
}

/** Hands papers out, two tellers key them apart, and the vote is closed. */
async function vote(
  election: string,
  { papers, collected, spoilt }: { papers: readonly string[]; collected: number; spoilt: number },
): Promise<void> {
  const { page } = browser
  await as('teller1')
  await page.goto(`${election}?part=roll`)
  await page.getByRole('button', { name: '全部勾选' }).click()
  for (let entryNo = collected + 1; entryNo <= 42; entryNo++)
    await page.getByRole('checkbox', { name: new RegExp(`^${entryNo}\\.`) }).uncheck()
  await page.getByRole('button', { name: /^登记发票/ }).click()
  await page
    .getByText('已领票')
    .nth(collected - 1)
    .waitFor()
  if (spoilt > 0) await clean(page)
  for (const teller of ['teller1', 'teller2']) {
    if (teller !== 'teller1') await as(teller)
    await page.goto(election)
    await page.getByRole('link', { name: teller === 'teller1' ? '录入第 1 叠' : '录入选票' }).click()
    const first = page.locator('[data-cell="0-0"]')
    await first.focus()
    for (const [row, paper] of papers.entries()) {
      for (const key of paper) await page.keyboard.press(key)
      if (row < papers.length - 1) await page.keyboard.press('Enter')
    }
    if (spoilt > 0 && teller === 'teller1') await clean(page)
    await page.getByRole('button', { name: /^保存这一叠/ }).click()
    await page.getByRole('heading', { name: /现在要做/ }).waitFor()
  }
  await page.getByText('两人一致').waitFor()
  await page.getByLabel('作废更换').fill(String(spoilt))
  await page.getByRole('button', { name: '结束投票并计票' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '结束投票并计票' }).click()
  await page.getByRole('heading', { name: /待大会决定/ }).waitFor()
}

async function clean(page: Page): Promise<void> {
  await settle(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    [],
    page.url(),
  )
}
