import { readFileSync } from 'node:fs'
import assert from 'node:assert/strict'
import { mustBeAccessible } from '../visits.ts'
import { as, confirmed, read, type Office } from './office.ts'
import { idIn } from './story.ts'

/** An election as it is planned from the gap it fills. */
export interface Planned {
  /** The worklist and the way from the organisation's page to its election. */
  gap: string
  link: string
  organisation: string
  title: string
  seats?: number
  meetingOn: string
}

/** From the gap list to an election that waits for the higher union, as the officer `preparer`; gives its address. */
export async function planFromGap(office: Office, planned: Planned): Promise<string> {
  const { page, world } = office
  await as(office, 'preparer', `${world.url}/console/commissioners`)
  await page.getByRole('navigation', { name: '工作清单' }).getByRole('link', { name: planned.gap }).click()
  await page.getByRole('button', { name: planned.organisation }).click()
  await page.getByRole('link', { name: planned.link }).click()
  await page.getByLabel('选举事项').fill(planned.title)
  if (planned.seats !== undefined) await page.getByLabel('应选人数').fill(String(planned.seats))
  await page.getByLabel('大会日期').fill(planned.meetingOn)
  await page.getByLabel('大会日期').press('Tab')
  if (planned.seats !== undefined) await mustBeAccessible(page)
  await page.getByRole('button', { name: '拟定选举' }).click()
  await page.getByRole('button', { name: '报上级工会' }).click()
  await page.getByText('已报上级工会，等候批复').waitFor()
  return page.url()
}

/** The higher union says yes to what waits of an election. */
export async function approve(office: Office, election: string): Promise<void> {
  const { page } = office
  await as(office, 'district', election)
  await page.getByRole('link', { name: '打开请示' }).click()
  await page.getByRole('button', { name: '同意', exact: true }).click()
  await page
    .getByText(/已同意|已批准/)
    .first()
    .waitFor()
}

/** Freezes the roll and prints it with its hash below; gives the hash. */
export async function freezeRoll(office: Office, election: string): Promise<string> {
  const { page } = office
  await as(office, 'preparer', election)
  await page.getByRole('button', { name: '确定名册' }).click()
  await page.getByRole('button', { name: '名册', exact: true }).click()
  const hash = await page.locator('.ballot-hash code').innerText()
  await page.getByRole('link', { name: '打印名册' }).click()
  await page.getByText(`校验码（SHA-256）：${hash.match(/.{8}/g)!.join(' ')}`).waitFor()
  await mustBeAccessible(page)
  return hash
}

/** Nominates lines of the roll, none of whom declares anything that bars, and makes their names public. */
export async function nominate(office: Office, election: string, entryNos: readonly number[]): Promise<void> {
  const { page } = office
  await page.goto(`${election}?part=candidates`)
  for (const [at, entryNo] of entryNos.entries()) {
    await page.getByLabel('被提名人').fill(String(entryNo))
    await page.locator('.ant-select-item-option', { hasText: new RegExp(`^${entryNo}\\.`) }).click()
    await page.getByRole('button', { name: /(?<!撤回)提名$/ }).click()
    await page.getByText('可以上选票').nth(at).waitFor()
  }
  await page.getByRole('button', { name: '进展', exact: true }).click()
  await page.getByRole('button', { name: '公示候选人' }).click()
  await page.getByText(/起公示 \d+ 个/).waitFor()
}

/** Downloads the report of the result, as a document to sign. */
export async function downloadReport({ page }: Office, election: string): Promise<void> {
  await page.goto(`${election}?part=result`)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载结果报告单' }).click()
  const report = await download
  assert.equal(report.suggestedFilename(), '第二届委员会换届选举－选举结果报告单.docx')
  assert.equal(
    readFileSync(await report.path())
      .subarray(0, 2)
      .toString(),
    'PK',
  )
}

/** Ends the counting, reports the result to the higher union, which confirms it: term and posts stand. */
export async function reportAndConfirm(office: Office, election: string): Promise<void> {
  const { page } = office
  await as(office, 'preparer', election)
  await confirmed(page, '确认结果')
  await page.getByRole('button', { name: '报送结果' }).click()
  await page.getByText('已报上级工会，等候批复').waitFor()
  await approve(office, election)
  await as(office, 'preparer', election)
  await page.getByText('上级工会已批准，任期和任职已登记').waitFor()
}

/** The names on the paper of the vote that runs or is to come, in their order. */
export async function namesOn(office: Office, election: string): Promise<string[]> {
  const ballot = await read<{
    candidates: { name: string }[]
    round: { candidates: { name: string }[] } | null
  }>(office, `/ballots/${idIn(election)}`)
  return (ballot.round?.candidates ?? ballot.candidates).map(({ name }) => name)
}
