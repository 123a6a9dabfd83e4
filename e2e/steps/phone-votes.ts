import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { as, confirmed, type Office } from './office.ts'

/** The union asks for the vote by phone; the higher union allows it. */
export async function allowPhones(office: Office, election: string): Promise<void> {
  const { page } = office
  await as(office, 'teller1', election)
  await page.getByRole('button', { name: '申请手机投票' }).click()
  await page.getByText('已申请，等上级工会同意').waitFor()
  await as(office, 'preparer', election)
  await confirmed(page, '同意用手机投票')
  await page.getByText(/街道总工会 已同意/).waitFor()
}

/** Three scrutineers make the key and keep a share each; gives the shares. */
export async function makeKey({ page }: Pick<Office, 'page'>): Promise<string[]> {
  await page.getByRole('button', { name: '三人到齐，生成密钥' }).click()
  const shares: string[] = []
  for (const no of [1, 2, 3]) {
    await page.getByRole('heading', { name: `第 ${no} 份，共 3 份` }).waitFor()
    const share = await page.locator('.ballot-share').innerText()
    if (no === 1) assert.ok(await page.getByRole('button', { name: '我收好了，遮住' }).isDisabled())
    await page.getByLabel('这一份的最后四位').fill(share.replace(/\s/g, '').slice(-4))
    await page.getByRole('button', { name: '我收好了，遮住' }).click()
    shares.push(share)
  }
  await page.getByRole('button', { name: '公布公钥' }).click()
  await page.getByText('公钥已公布').waitFor()
  return shares
}

/** On the phone of somebody who has signed in: reads the notice and draws the token. */
export async function drawToken(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: '我已阅读' }).click()
  await phone.getByRole('link', { name: /请领取投票凭证/ }).click()
  await phone.getByRole('button', { name: '领取投票凭证' }).click()
  await phone.getByText('凭证已在这台手机上').waitFor()
}

/** Marks the first names of the paper on the phone, reviews and casts. */
export async function cast(phone: Page, marks: readonly string[]): Promise<void> {
  for (const [place, mark] of marks.entries())
    await phone.locator('.voting-name').nth(place).getByText(mark, { exact: true }).click()
  const count = marks.filter((mark) => mark === '同意').length
  await phone.getByText(new RegExp(`已同意 ${count} 名，最多 \\d+ 名`)).waitFor()
  await phone.getByRole('button', { name: '核对选票' }).click()
  await phone.getByRole('button', { name: '投出' }).click()
  await phone.getByText('已投进票箱').waitFor()
}

/** Gives the token up for a paper; gives the code that the table asks for. */
export async function surrender(phone: Page): Promise<string> {
  await phone.getByText('改投纸质选票').click()
  await phone.getByRole('button', { name: '交回凭证' }).click()
  return phone.locator('.voting-number').innerText()
}

/** The table takes the code of somebody who gave the token up. */
export async function takeCode(office: Office, entryNo: number, code: string): Promise<void> {
  const { page } = office
  const line = page.locator('.ballot-roll li', {
    has: page.getByRole('checkbox', { name: new RegExp(`^${entryNo}\\.`) }),
  })
  await line.getByRole('button', { name: '输入交回码' }).click()
  await line.getByLabel(`${entryNo} 号的交回码`).fill(code)
  await line.getByRole('button', { name: '收回凭证' }).click()
  await page.getByText('凭证已交回').waitFor()
}

/** Ends the vote by phone; two scrutineers open the urn with their shares. */
export async function openUrn(office: Office, election: string, shares: readonly string[]): Promise<void> {
  const { page } = office
  await as(office, 'teller1', election)
  await confirmed(page, '关闭手机票箱')
  await page.getByText('手机票箱已关闭').waitFor()
  await as(office, 'teller2', `${election}/key`)
  await page.getByLabel('第一名监票人的一份').fill(shares[2]!)
  await page.getByLabel('第二名监票人的一份').fill(shares[0]!)
  await page.getByText('这一份没有问题').nth(1).waitFor()
  await page.getByRole('button', { name: '开箱' }).click()
  await page.getByText('已开箱').waitFor()
}
