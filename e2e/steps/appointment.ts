import assert from 'node:assert/strict'
import { settle } from '../settle.ts'
import { as, read, type Office } from './office.ts'

/** Somebody who is to be commissioner somewhere. */
export interface Nominee {
  name: string
  organisation: string
  documentNo: string
}

/** The street recommends somebody for the pool and gives them the post of the gap list; an investor would be barred. */
export async function appointAsCommissioner(office: Office, nominee: Nominee): Promise<void> {
  const { page, world } = office
  await as(office, 'preparer', `${world.url}/console/commissioners`)
  const before = await covered(office)
  await page.goto(`${world.url}/console/commissioners/pool`)
  await recommend(office, nominee.name)

  await page.goto(`${world.url}/console/commissioners`)
  await page.getByRole('navigation', { name: '工作清单' }).getByRole('link', { name: '应配未配专员' }).click()
  await page.getByRole('button', { name: nominee.organisation }).click()
  await page.getByRole('link', { name: '打开这家的完整情况' }).click()
  await page
    .locator('.matches li', { hasText: nominee.name })
    .getByRole('link', { name: '配备到这里' })
    .click()
  await page.getByText('声明与候选人条件没有冲突').waitFor()
  await page.getByLabel('出资人').check()
  await page.getByText('不能任职：出资人').waitFor()
  assert.ok(await page.getByRole('button', { name: '配备党工专员' }).isDisabled())
  await page.getByLabel('出资人').uncheck()
  await page.getByText('声明与候选人条件没有冲突').waitFor()
  await page.getByLabel('批复或任命文号').fill(nominee.documentNo)
  await page.getByRole('button', { name: '配备党工专员' }).click()

  // The form says "elected" too: the page of the organisation is back when the post is given.
  await page.waitForURL(/\/organisations\/[0-9a-f-]+(\?|$)/)
  await page.getByText('选举产生').waitFor()
  assert.equal(await page.getByText('从人才库推荐合适的人').count(), 0)
  assert.equal(await covered(office), before + 1)
}

async function recommend({ page }: Office, name: string): Promise<void> {
  await page.getByRole('button', { name: '推荐入库' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('会员').fill(name)
  await page.locator('.ant-select-item-option', { hasText: name }).first().click()
  await dialog.getByRole('button', { name: '推荐入库' }).click()
  await page.getByText('已推荐入库').waitFor()
  await settle(page)
}

async function covered(office: Office): Promise<number> {
  return (await read<{ total: number }>(office, '/measures/covered_organisations')).total
}
