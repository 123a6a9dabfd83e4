import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { demoPassword } from '#server/modules/tenants/index.ts'
import { projectRoot } from '#server/platform/project-root.ts'
import { complaintsOf, openBrowser } from '../browser.ts'
import { bringInRegister } from '../register-of-messy-roster.ts'
import { settle } from '../settle.ts'
import { startWorld, type World } from '../world.ts'

const messyRoster = join(projectRoot, 'server/modules/roster/fixtures/roster-messy.xlsx')
const officer = 'district@ningbo-jiangbei'
const mostClicks = 12

let world: World

before(async () => {
  world = await startWorld()
  const { page, close } = await openBrowser({ width: 1440, language: 'zh' })
  await world.signIn(page, 'district')
  await bringInRegister(page)
  await close()
})

after(() => world.close())

test('a newcomer brings a messy roster in with at most 12 clicks, mends rows, undoes it, and brings it in once only', async () => {
  const { page, close } = await openBrowser({ width: 1440, language: 'zh' })
  const complaints = complaintsOf(page)
  let clicks = 0
  const click = async (target: Locator) => {
    await target.click()
    clicks += 1
  }
  try {
    await page.goto(`${world.url}/?lang=zh`)
    await page.getByRole('textbox', { name: '账号', exact: true }).fill(officer)
    await page.getByLabel('密码', { exact: true }).fill(demoPassword(officer))
    await click(page.getByRole('button', { name: '登录', exact: true }))
    await click(page.getByRole('navigation').getByRole('link', { name: '导入名册' }))
    await upload(page, () => click(page.getByRole('button', { name: '选择文件' })), messyRoster)
    assert.deepEqual(await cards(page), { 要改正: 30, 待核对: 80, 新增: 301, 变更: 0, 没有变化: 0 })
    await mustBeUsable(page)

    await click(page.getByRole('button', { name: /待核对/ }))
    const mended = await mendNames(page)
    assert.ok(mended > 0, 'no name was there to be mended')
    await until(page, '新增', 301 + mended)
    await takeTwo(page)
    await until(page, '新增', 303 + mended)

    await click(page.getByRole('button', { name: `提交：新增 ${303 + mended} 人` }))
    await click(page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }))
    await page.getByRole('heading', { name: /^已提交/ }).waitFor()
    assert.ok(clicks <= mostClicks, `it took ${clicks} clicks`)
    assert.equal(await figure(page, '新增'), 303 + mended)
    await mustBeUsable(page)
    await mustComeBackAsWorkbook(page)

    await undo(page, 303 + mended)
    await bringInAgain(page)
  } finally {
    await close()
  }
  assert.deepEqual(complaints, [])
})

test('a page in the disguise of a workbook is turned away with what to do, in the language of the officer', async () => {
  const page = await openBrowser({ width: 1440, language: 'zh' })
  const sentences = {
    zh: /请用 WPS 或 Excel 另存为不带密码的 \.xlsx 再上传/,
    en: /Save it as \.xlsx without a password/,
  }
  try {
    await world.signIn(page.page, 'district')
    for (const language of ['zh', 'en'] as const) {
      await page.page.goto(`${world.url}/console/imports?lang=${language}`)
      await page.page.locator('input[type=file]').setInputFiles({
        name: '名册.xlsx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from('<html><table><tr><td>姓名</td></tr></table></html>'),
      })
      const told = page.page.getByRole('alert').filter({ hasText: sentences[language] })
      await told.waitFor()
      assert.equal(await page.page.getByRole('button', { name: /^(提交|Commit)/ }).count(), 0)
    }
    await mustBeUsable(page.page)
  } finally {
    await page.close()
  }
})

/** Chooses a file as a person does and waits for the page of the import with its counts. */
async function upload(page: Page, press: () => Promise<void>, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await press()
  await (await chooser).setFiles(file)
  await page.waitForURL(/\/console\/imports\/[0-9a-f-]{36}/)
  await page.locator('.import-card').first().waitFor()
}

/** What the cards say: how many rows of each kind. */
async function cards(page: Page): Promise<Record<string, number>> {
  const said = await page
    .locator('.import-card')
    .evaluateAll((all) =>
      all.map((card) => [card.querySelector('span')!.textContent, card.querySelector('strong')!.textContent]),
    )
  return Object.fromEntries(said.map(([name, count]) => [name!.trim(), Number(count)]))
}

async function until(page: Page, card: string, count: number): Promise<void> {
  await page
    .locator('.import-card', { hasText: card })
    .locator('strong', { hasText: new RegExp(`^${count}$`) })
    .waitFor()
}

/** Takes digits and brackets out of every name that is marked; the keyboard saves each and goes on by itself. */
async function mendNames(page: Page): Promise<number> {
  await settle(page)
  const rows = page.locator('tr:has(input[data-field="full_name"][aria-invalid="true"])')
  const ids = await rows.evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset.row!))
  let mended = 0
  for (const id of ids) {
    const row = page.locator(`tr[data-row="${id}"]`)
    const cell = row.locator('input[data-field="full_name"]')
    await cell.fill((await cell.inputValue()).replace(/[\d\s()（）]|（.*）|\(.*\)/gu, ''))
    // Some of these rows have another fault as well; only what the check calls fine is counted.
    await row.getByText(/改好了，按 Enter 保存|还有 \d+ 处要改/).waitFor()
    const fine = (await row.getByText('改好了').count()) > 0
    await cell.press('Enter')
    if (fine) {
      await row.getByText('新增').waitFor()
      mended += 1
      assert.equal(await row.evaluate((each) => each.contains(document.activeElement)), false)
    } else await row.getByRole('button', { name: '保存' }).waitFor({ state: 'detached' })
  }
  return mended
}

/** Ticks two rows that may be taken as they are and takes both with one press. */
async function takeTwo(page: Page): Promise<void> {
  const takable = page.locator('tr[data-waits]', { has: page.getByRole('button', { name: '就这样导入' }) })
  await takable.nth(0).getByRole('checkbox').check()
  await takable.nth(1).getByRole('checkbox').check()
  await page.getByRole('button', { name: '2 行就这样导入' }).click()
}

async function figure(page: Page, name: string): Promise<number> {
  const value = page.locator('.import-done dl > div', { hasText: name }).locator('dd')
  return Number((await value.innerText()).replaceAll(',', ''))
}

async function mustComeBackAsWorkbook(page: Page): Promise<void> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /下载退回表/ }).click()
  assert.match((await download).suggestedFilename(), /退回\.xlsx$/)
}

async function undo(page: Page, added: number): Promise<void> {
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `撤销 ${added} 人` })
    .click()
  await page.getByRole('heading', { name: /^已撤销/ }).waitFor()
  assert.equal(await figure(page, '移除'), added)
  assert.equal(await figure(page, '保留'), 0)
}

/** After the undo everybody is new again; once committed, the same file has nobody left to add. */
async function bringInAgain(page: Page): Promise<void> {
  for (const expected of [301, 0]) {
    await page.getByRole('navigation').getByRole('link', { name: '导入名册' }).click()
    await upload(page, () => page.getByRole('button', { name: '选择文件' }).click(), messyRoster)
    assert.equal((await cards(page)).新增, expected)
    if (expected === 0) break
    await page.getByRole('button', { name: /^提交：/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }).click()
    await page.getByRole('heading', { name: /^已提交/ }).waitFor()
  }
  const said = await cards(page)
  assert.equal(said.没有变化, 301)
  assert.equal(said.变更, 0)
  const commit = page.getByRole('button', { name: '提交', exact: true })
  assert.equal(await commit.isDisabled(), true)
  assert.match((await page.locator('.commit-bar').innerText()).trim(), /待核对或要改正的行/)
}

/** No serious finding of axe, and nothing wider than the window. */
async function mustBeUsable(page: Page): Promise<void> {
  await settle(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  assert.deepEqual(
    serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`),
    [],
  )
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  assert.ok(overflow <= 1, `wider than its window by ${overflow} px`)
}
