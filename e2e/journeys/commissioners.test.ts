import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { complaintsOf, openBrowser } from '../browser.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let browser: Awaited<ReturnType<typeof openBrowser>>
let complaints: string[]

before(async () => {
  world = await startWorld()
  browser = await openBrowser({ width: 1440, language: 'zh' })
  complaints = complaintsOf(browser.page)
})

after(async () => {
  await browser.close()
  await world.close()
})

test('from the gap to the post: the list, one organisation, somebody of the pool, the declaration, and the gap is gone', async () => {
  const { page } = browser
  await world.signIn(page, 'district')
  await page.goto(`${world.url}/console/commissioners`)
  await page.getByRole('heading', { name: '党工专员配备' }).waitFor()
  const before = await figure(page)

  await page.getByRole('navigation', { name: '工作清单' }).getByRole('link', { name: '应配未配专员' }).click()
  await page.locator('tbody tr.row-opens').first().locator('button, a').first().click()
  await page.getByRole('link', { name: '打开这家的完整情况' }).click()
  await page.getByText('从人才库推荐合适的人').waitFor()
  await page.getByRole('link', { name: '配备到这里' }).first().click()

  await page.getByText('声明与候选人条件没有冲突').waitFor()
  await page.getByLabel('出资人').check()
  await page.getByText('不能任职：出资人').waitFor()
  assert.ok(await page.getByRole('button', { name: '配备党工专员' }).isDisabled())
  await page.getByLabel('出资人').uncheck()
  await page.getByText('声明与候选人条件没有冲突').waitFor()
  await page.getByLabel('批复或任命文号').fill('甬北工〔2026〕18号')
  await page.getByRole('button', { name: '配备党工专员' }).click()

  // The form says "elected" too: the page of the organisation is back when the post is given.
  await page.waitForURL(/\/organisations\/[0-9a-f-]+(\?|$)/)
  await page.getByText('选举产生').waitFor()
  assert.equal(await page.getByText('从人才库推荐合适的人').count(), 0)
  assert.equal(await figure(page), before + 1)
  assert.deepEqual(complaints, [])
})

async function figure(page: Page): Promise<number> {
  const answer = await page.request.get(`${world.url}/api/v1/measures/covered_organisations`)
  return ((await answer.json()) as { total: number }).total
}
