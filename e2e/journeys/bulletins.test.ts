import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { complaintsOf, openBrowser, type Look } from '../browser.ts'
import { settle } from '../settle.ts'
import { startWorld, type World } from '../world.ts'

let world: World

before(async () => {
  world = await startWorld()
})

after(() => world.close())

const desk: Look = { width: 1440, language: 'zh' }

async function inBrowser(look: Look, work: (page: Page) => Promise<void>): Promise<void> {
  const { page, close } = await openBrowser(look)
  const complaints = complaintsOf(page)
  try {
    await work(page)
    assert.deepEqual(complaints, [])
  } finally {
    await close()
  }
}

test('a district writes a bulletin from the template, the city releases it, and a stranger reads it on a phone', async () => {
  const title = '滨海新区职工交友服务简报'
  await inBrowser(desk, async (page) => {
    await world.signIn(page, 'district@tianjin')
    await page.goto(`${world.url}/console/bulletins`)
    await page.getByRole('link', { name: '写简报' }).first().click()
    const template = page.locator('.bulletin-template', { hasText: '职工婚恋交友服务' })
    await template.getByRole('button', { name: '用这个模板' }).click()
    const area = page.getByRole('textbox', { name: '中文' })
    await area.fill(`# ${title}\n共办活动{events_held|all}场，参加{participations|al}人次。`)
    await page.getByText('第 2 行：看不懂时间“al”').waitFor()
    await area.fill(`# ${title}\n共办活动{events_held|all}场，参加{participations|all}人次。`)
    await page.locator('.bulletin h1', { hasText: title }).waitFor()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await page.getByRole('button', { name: '提交审签' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '提交审签' }).click()
    await page.getByText('正在等另一位同志审签').waitFor()
    assert.equal(await page.getByRole('button', { name: '审签发布' }).count(), 0)
  })
  await inBrowser(desk, async (page) => {
    await world.signIn(page, 'city@tianjin')
    await page.goto(`${world.url}/console/bulletins?state=in_review`)
    await page.getByRole('link', { name: title }).click()
    await page.getByRole('button', { name: '审签发布' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '审签发布' }).click()
    await page.getByRole('link', { name: '公开页面' }).waitFor()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '下载 .docx' }).click()
    assert.equal((await download).suggestedFilename(), `${title}.docx`)
  })
  await inBrowser({ width: 390, language: 'zh' }, async (page) => {
    await page.goto(`${world.url}/public`)
    await page.getByRole('link', { name: '天津市总工会' }).click()
    await page.getByRole('link', { name: title }).click()
    await page.getByRole('heading', { name: title }).waitFor()
    await page.getByRole('button', { expanded: false }).first().click()
    await page.getByText('已办结且有人签到的联谊活动').waitFor()
    await page.getByText('自有记录起至2026年6月30日').waitFor()
    await settle(page)
    assert.deepEqual((await new AxeBuilder({ page }).analyze()).violations, [])
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByText('What is counted').or(page.getByRole('article')).first().waitFor()
  })
})

test('the printed page is the text alone, black on white, in the proportions of official documents', () =>
  inBrowser(desk, async (page) => {
    await world.signIn(page, 'city@tianjin')
    await page.goto(`${world.url}/console/bulletins`)
    await page.locator('tbody a').last().click()
    await page.getByRole('link', { name: '打印' }).click()
    await page.locator('.official .qr').waitFor()
    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.getByRole('button', { name: '打印或存为 PDF' }).isVisible(), false)
    const size = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).fontSize)
    // 16 pt and 22 pt at 96 dots to the inch.
    assert.deepEqual(
      [await size('.official .bulletin > p'), await size('.official h1')],
      ['21.3333px', '29.3333px'],
    )
  }))

test('an address that leads nowhere says so, and where to begin', () =>
  inBrowser({ width: 390, language: 'en' }, async (page) => {
    await page.goto(`${world.url}/public/nowhere`)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor()
    await page.getByRole('link', { name: 'All federations' }).click()
    await page.getByRole('heading', { name: 'Choose a federation' }).waitFor()
  }))
