import { settle } from '../settle.ts'
import { mustBeAccessible } from '../visits.ts'
import { as, confirmed, type Office } from './office.ts'

/** Hands a paper to the lines of the roll from one number to another, and to no others. */
export async function handOut(
  office: Office,
  election: string,
  lines: { from: number; to: number },
): Promise<void> {
  const { page } = office
  await as(office, 'teller1', `${election}?part=roll`)
  for (let entryNo = lines.from; entryNo <= lines.to; entryNo++)
    await page.getByRole('checkbox', { name: new RegExp(`^${entryNo}\\.`) }).check()
  await page.getByRole('button', { name: /^登记发票/ }).click()
  await page
    .getByText('已领票')
    .nth(lines.to - lines.from)
    .waitFor()
}

/** Two tellers key the same papers apart, a key for each mark. */
export async function keyTwice(office: Office, election: string, papers: readonly string[]): Promise<void> {
  const { page } = office
  for (const teller of ['teller1', 'teller2']) {
    await as(office, teller, `${election}/bundles/1`)
    await page.locator('[data-cell="0-0"]').focus()
    for (const [row, paper] of papers.entries()) {
      for (const key of paper) await page.keyboard.press(key)
      if (row < papers.length - 1) await page.keyboard.press('Enter')
    }
    if (teller === 'teller1') await mustBeAccessible(page)
    await page.getByRole('button', { name: /^保存这一叠/ }).click()
    await page.getByRole('heading', { name: /现在要做/ }).waitFor()
  }
  await page.getByText('两人一致').waitFor()
}

/** Ends the vote and has it counted; so many papers were spoilt and exchanged. */
export async function closeVote(office: Office, election: string, spoilt: number): Promise<void> {
  const { page } = office
  await as(office, 'teller1', election)
  await settle(page)
  await page.getByLabel('作废更换').fill(String(spoilt))
  await confirmed(page, '结束投票并计票')
  await page.getByRole('heading', { name: /待大会决定/ }).waitFor()
}
