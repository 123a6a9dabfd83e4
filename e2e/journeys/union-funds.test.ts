import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { mustBeAccessible, visit } from '../visits.ts'
import { startWorld, type World } from '../world.ts'

let world: World

before(async () => {
  world = await startWorld()
})

after(() => world.close())

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click()
  await page.locator('.ant-select-item-option', { hasText: option }).first().click()
}

test('what is overdue is found, booked by the clerk, and stands in the record; a wrong base is withdrawn and recorded anew', async () => {
  let overdue = ''
  await visit(world, { role: 'district' }, async (page) => {
    await page.goto(`${world.url}/console/contributions?state=overdue`)
    await page.getByText('共 2 条').waitFor()
    await mustBeAccessible(page)
    await page.getByRole('main').locator('tbody a').first().click()
    await page
      .getByText(/逾期 \d+ 天/)
      .first()
      .waitFor()
    overdue = page.url()
    await page.getByRole('button', { name: '更正：撤回重登' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('工资总额填错了')
    await page.getByRole('dialog').getByRole('button', { name: '更正：撤回重登' }).click()
    await page.waitForURL(/\/contributions\/new/)
    await page.getByLabel('工资总额').fill('150000')
    await mustBeAccessible(page)
    await page.getByRole('button', { name: '登记应缴' }).click()
    await page.waitForURL(/\/contributions\/[0-9a-f-]{36}/)
    await page.getByText('3,000.00 元').first().waitFor()
    assert.notEqual(page.url(), overdue)
    overdue = page.url()
  })
  await visit(world, { role: 'finance' }, async (page) => {
    await page.goto(overdue)
    await page.getByRole('button', { name: '登记收付' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('最多 3,000.00 元').waitFor()
    await dialog.getByLabel('凭证号').fill('收202606-099')
    await mustBeAccessible(page)
    await dialog.getByRole('button', { name: '登记收付' }).click()
    await page.getByText('上解：还有 1,200.00 元 待办').waitFor()
    await page.getByRole('button', { name: '经办记录' }).click()
    await page.getByText(/撤回：工资总额 .*原因：工资总额填错了/).waitFor()
    await mustBeAccessible(page)
  })
})

test('an allocation is planned by the register, approved, paid, and a chair records what was spent of it', async () => {
  let allocation = ''
  await visit(world, { role: 'district' }, async (page) => {
    await page.goto(`${world.url}/console/allocations/new`)
    await choose(page, '预算', '基层工会差异化拨付')
    await page.getByLabel('文号').fill('甬北工〔2026〕66号')
    await page.getByLabel('拨付总额').fill('20000')
    await page.getByText('小型两新工会：每名职工权重 1.50').waitFor()
    await page.getByRole('checkbox').last().uncheck()
    await mustBeAccessible(page)
    await page.getByRole('button', { name: '拟定拨付' }).click()
    await page.waitForURL(/\/allocations\/[0-9a-f-]{36}/)
    await page.getByText('20,000.00 元').waitFor()
    assert.ok(await page.getByRole('button', { name: '审定通过' }).isDisabled())
    await mustBeAccessible(page)
    allocation = page.url()
  })
  await visit(world, { role: 'district2' }, async (page) => {
    await page.goto(allocation)
    await page.getByRole('button', { name: '审定通过' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '审定通过' }).click()
    await page.getByText('待财务付款').waitFor()
  })
  await visit(world, { role: 'finance' }, async (page) => {
    await page.goto(allocation)
    await page.getByRole('button', { name: '登记付款' }).click()
    await page.getByRole('dialog').getByLabel('凭证号').fill('拨202606-001')
    await page.getByRole('dialog').getByRole('button', { name: '登记付款' }).click()
    await page.getByText(/拨202606-001/).waitFor()
  })
  await visit(world, { role: 'union' }, async (page) => {
    await page.goto(`${world.url}/console/union-shares`)
    await page.getByText('甬北工〔2026〕66号').waitFor()
    await mustBeAccessible(page)
    await page.getByRole('main').locator('tbody a').first().click()
    await page.getByRole('button', { name: '登记支出' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('用途').fill('夏送清凉')
    await dialog.getByLabel('金额（元）', { exact: true }).fill('100')
    await dialog.getByLabel('其中直接用于职工（元）').fill('80')
    await dialog.getByLabel('凭证号').fill('支202606-001')
    await mustBeAccessible(page)
    await dialog.getByRole('button', { name: '登记支出' }).click()
    await page.getByText('80%').waitFor()
    await mustBeAccessible(page)
  })
})

test('a chair sees what is left of a ceiling, is asked why above it, and an officer decides', async () => {
  await visit(world, { role: 'union' }, async (page) => {
    await page.goto(`${world.url}/console/benefits/new`)
    const member = page.getByRole('combobox', { name: '会员' })
    await member.click()
    await member.fill('王')
    // The first is the chair, who gives nothing to herself.
    await page.locator('.ant-select-item-option').nth(1).click()
    await choose(page, '类别', '生日慰问')
    await page.getByLabel('金额（元）').fill('900')
    await page.getByText(/每年标准 300.00 元，已用 .*超出 [69]00.00 元/).waitFor()
    await page.getByLabel('超标准理由').fill('困难职工，分会研究决定')
    await mustBeAccessible(page)
    await page.getByRole('button', { name: '登记福利' }).click()
    await page.waitForURL(/\/benefits$/)
    await page.getByText('900.00 元').first().waitFor()
  })
  await visit(world, { role: 'district' }, async (page) => {
    await page.goto(`${world.url}/console/benefits?state=waiting`)
    await page.getByRole('row').filter({ hasText: '900.00 元' }).click()
    await page.getByText('困难职工，分会研究决定').waitFor()
    await page.getByLabel('审批意见').fill('同意，注意公示')
    await mustBeAccessible(page)
    await page.getByRole('button', { name: '同意', exact: true }).click()
    await page.getByText('超标准已同意').first().waitFor()
  })
})
