import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import AxeBuilder from '@axe-core/playwright'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { hashPassword, insertAccount } from '#server/modules/accounts/index.ts'
import { demoPassword } from '#server/modules/tenants/index.ts'
import { keyedHash } from '#server/platform/crypto.ts'
import { newId } from '#server/platform/ids.ts'
import { complaintsOf, openBrowser } from '../browser.ts'
import { bringColleagues } from '../colleagues.ts'
import { settle } from '../settle.ts'
import { startWorld, type World } from '../world.ts'

const tenant = 'ningbo-jiangbei'
type Opened = Awaited<ReturnType<typeof openBrowser>>

let world: World
let office: Opened
let phones: Opened[]
let complaints: string[]
let electionId: string
/** Lines of the roll whose persons have an account: the three who draw a token. */
const lines = [2, 4, 6]

before(async () => {
  world = await startWorld()
  // The election of the demo whose candidates stand in their notice.
  const place = await world.inside(tenant, async (tx) => {
    const { rows } = await sql<{ id: string; union: string; street: string }>`
      select e.id, p.name as "union", s.name as street from elections e
      join public_notices n on n.tenant_id = e.tenant_id and n.subject_id = e.id and n.last_day >= app_today()
      join organisation_profiles p on p.tenant_id = e.tenant_id and p.organisation_id = e.organisation_id and p.superseded_at is null
      join organisation_tree t on t.tenant_id = e.tenant_id and t.descendant_id = e.organisation_id
      join organisations o on o.tenant_id = t.tenant_id and o.id = t.ancestor_id and o.kind = 'street_federation'
      join organisation_profiles s on s.tenant_id = o.tenant_id and s.organisation_id = o.id and s.superseded_at is null
      where e.tenant_id = ${tx.tenantId} and e.kind = 'committee' and e.fills = 'term' limit 1`.execute(tx)
    return rows[0]!
  })
  electionId = place.id
  await bringColleagues(world, tenant, [
    { role: 'higher', name: '钟上级', post: 'street_officer', organisation: place.street },
    { role: 'clerk', name: '崔经办', post: 'union_officer', organisation: place.union },
    { role: 'scrutineer', name: '费监票', post: 'scrutineer', organisation: place.union },
  ])
  await giveAccounts()
  office = await openBrowser({ width: 1440, language: 'zh' })
  phones = await Promise.all(lines.map(() => openBrowser({ width: 390, language: 'zh' })))
  complaints = complaintsOf(office.page)
  for (const { page } of phones) page.on('pageerror', (error) => complaints.push(error.message))
})

after(async () => {
  for (const opened of [office, ...phones]) await opened.close()
  await world.close()
})

test('an election by phone: allowed, key in three shares, tokens, ballots cast again and given up, one count with the papers', async () => {
  const { page } = office
  const election = `${world.url}/console/ballots/${electionId}`
  await as('clerk', election)
  await page.getByRole('button', { name: '申请手机投票' }).click()
  await page.getByText('已申请，等上级工会同意').waitFor()
  await as('higher', election)
  await page.getByRole('button', { name: '同意用手机投票' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '同意用手机投票' }).click()
  await page.getByText(/街道总工会 已同意/).waitFor()

  const shares = await makeKey(`${election}/key`)
  await as('clerk', election)
  await page.getByRole('button', { name: '开始领凭证' }).click()
  await page.getByText('正在领凭证：0').waitFor()

  for (const [at, { page: phone }] of phones.entries()) {
    await world.signIn(phone, `voter${at + 1}@${tenant}`)
    await phone.getByRole('button', { name: '我已阅读' }).click()
    await phone.getByRole('link', { name: /请领取投票凭证/ }).click()
    if (at === 0) await clean(phone)
    await phone.getByRole('button', { name: '领取投票凭证' }).click()
    await phone.getByText('凭证已在这台手机上').waitFor()
  }
  await clean(phones[2]!.page)
  const voteId = await voteOf()

  await world.turnTo('2026-07-12T02:00:00Z')
  await as('clerk', election)
  await page.getByText('正在领凭证：3').waitFor()
  await page.getByRole('button', { name: '停发凭证，开始投票' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '停发凭证，开始投票' }).click()
  await page.getByText('手机投票进行中，3 人持有凭证').waitFor()
  await clean(page)

  const ballot = `${world.url}/public/votes/${voteId}/ballot`
  // Casting needs no session: the phones have none any more.
  for (const { context } of phones) await context.clearCookies()
  const [first, second, third] = phones.map((each) => each.page)
  await vote(first!, ballot, ['不同意', '同意'])
  await first!.getByRole('button', { name: '重新投票' }).click()
  await vote(first!, null, ['同意', '同意'])
  await vote(second!, ballot, ['同意', '弃权'])
  await clean(second!)
  await first!.getByRole('link', { name: '在公示板上查回执' }).click()
  await first!.getByText('在票箱里，会计票。').waitFor()
  await first!.getByText('被重投取代').first().waitFor()
  await clean(first!)
  await third!.goto(ballot)
  await third!.getByText('改投纸质选票').click()
  await third!.getByRole('button', { name: '交回凭证' }).click()
  const code = await third!.locator('.voting-number').innerText()

  await paperVotes(election, code)
  await page.goto(election)
  await page.getByRole('button', { name: '关闭手机票箱' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '关闭手机票箱' }).click()
  await page.getByText('手机票箱已关闭').waitFor()
  await as('scrutineer', `${election}/key`)
  await page.getByLabel('第一名监票人的一份').fill(shares[2]!)
  await page.getByLabel('第二名监票人的一份').fill(shares[2]!)
  assert.ok(await page.getByRole('button', { name: '开箱' }).isDisabled())
  await page.getByLabel('第二名监票人的一份').fill(`监票人密钥\n\n${shares[0]!}\n`)
  await page.getByText('这一份没有问题').nth(1).waitFor()
  await clean(page)
  await page.getByRole('button', { name: '开箱' }).click()
  await page.getByText('已开箱').waitFor()

  await first!.reload()
  await first!.getByText('结束投票、监票人开箱并和纸质选票一起计票后公布').waitFor()
  await as('clerk', election)
  await page.getByRole('button', { name: '结束投票并计票' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '结束投票并计票' }).click()
  await page.getByRole('heading', { name: /待大会决定/ }).waitFor()
  await page.goto(`${election}?part=result`)
  await page.getByText('领凭证 3，投票 2，交回换纸质 1，没有投 0').waitFor()
  await page.getByText('到会 5 人').first().waitFor()
  await first!.reload()
  await first!.getByText('手机 2 张、纸质 3 张合并计票').waitFor()
  await clean(first!)
  assert.deepEqual(complaints, [])
})

async function as(role: string, at: string): Promise<void> {
  await office.context.clearCookies()
  await world.signIn(office.page, `${role}@${tenant}`)
  await office.page.goto(at)
}

/** Three persons of the roll get an account. */
async function giveAccounts(): Promise<void> {
  for (const [at, entryNo] of lines.entries()) {
    const login = `voter${at + 1}@${tenant}`
    const passwordHash = await hashPassword(demoPassword(login))
    await world.inside(tenant, async (tx) => {
      const { rows } = await sql<{ id: string }>`
        select person_id as id from election_roll_entries
        where tenant_id = ${tx.tenantId} and election_id = ${electionId} and entry_no = ${entryNo}`.execute(
        tx,
      )
      const loginHash = keyedHash(tx.keys, 'login', '', login)
      await insertAccount(tx, { id: newId(), personId: rows[0]!.id, passwordHash, loginHash })
    })
  }
}

/** Three scrutineers make the key and keep a share each; gives the shares. */
async function makeKey(at: string): Promise<string[]> {
  const { page } = office
  await as('scrutineer', at)
  await page.getByRole('button', { name: '三人到齐，生成密钥' }).click()
  const shares: string[] = []
  for (const no of [1, 2, 3]) {
    await page.getByRole('heading', { name: `第 ${no} 份，共 3 份` }).waitFor()
    const share = await page.locator('.ballot-share').innerText()
    if (no === 1) {
      assert.ok(await page.getByRole('button', { name: '我收好了，遮住' }).isDisabled())
      await clean(page)
    }
    await page.getByLabel('这一份的最后四位').fill(share.replace(/\s/g, '').slice(-4))
    await page.getByRole('button', { name: '我收好了，遮住' }).click()
    shares.push(share)
  }
  await page.getByRole('button', { name: '公布公钥' }).click()
  await page.getByText('公钥已公布').waitFor()
  return shares
}

async function voteOf(): Promise<string> {
  return world.inside(tenant, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select id from phone_votes where tenant_id = ${tx.tenantId} and election_id = ${electionId}`.execute(tx)
    return rows[0]!.id
  })
}

/** Marks the first names so, reviews and casts. */
async function vote(phone: Page, at: string | null, marks: readonly string[]): Promise<void> {
  if (at !== null) await phone.goto(at)
  for (const [place, mark] of marks.entries())
    await phone.locator('.voting-name').nth(place).getByText(mark, { exact: true }).click()
  const count = marks.filter((mark) => mark === '同意').length
  await phone.getByText(`已同意 ${count} 名，最多 5 名`).waitFor()
  if (at !== null && marks[0] === '不同意') await clean(phone)
  await phone.getByRole('button', { name: '核对选票' }).click()
  await phone.getByRole('button', { name: '投出' }).click()
  await phone.getByText('已投进票箱').waitFor()
}

/** The table takes the code of the third voter, hands out three papers, and two people key them. */
async function paperVotes(election: string, code: string): Promise<void> {
  const { page } = office
  await as('clerk', `${election}?part=roll`)
  await page.getByText('持有手机凭证').nth(2).waitFor()
  assert.ok(await page.getByRole('checkbox', { name: /^2\./ }).isDisabled())
  const line = page.locator('.ballot-roll li', { has: page.getByRole('checkbox', { name: /^6\./ }) })
  await line.getByRole('button', { name: '输入交回码' }).click()
  await line.getByLabel('6 号的交回码').fill(code)
  await clean(page)
  await line.getByRole('button', { name: '收回凭证' }).click()
  await page.getByText('凭证已交回').waitFor()
  for (const no of [1, 3, 6]) await page.getByRole('checkbox', { name: new RegExp(`^${no}\\.`) }).check()
  await page.getByRole('button', { name: /^登记发票/ }).click()
  await page.getByText('已领票').nth(2).waitFor()
  for (const teller of ['clerk', 'scrutineer']) {
    await as(teller, `${election}/bundles/1`)
    await page.locator('[data-cell="0-0"]').focus()
    for (const row of [0, 1, 2]) {
      for (const key of '111000') await page.keyboard.press(key)
      if (row < 2) await page.keyboard.press('Enter')
    }
    await page.getByRole('button', { name: /^保存这一叠/ }).click()
    await page.getByRole('heading', { name: /现在要做/ }).waitFor()
  }
  await as('clerk', election)
  await page.getByText('两人一致').waitFor()
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
