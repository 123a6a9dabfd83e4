import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { bringGuests, type Guest } from '../crowd.ts'
import { complaintsOf, openBrowser } from '../browser.ts'
import { settle } from '../settle.ts'
import { startWorld, type World } from '../world.ts'

// One afternoon in the demo of Tianjin; the clock stands still between the steps and is turned by hand.
const title = '周末读书会交友'
const day = '2026-06-30'
const at = (time: string, on: string) => new Date(`${on}T${time}:00+08:00`).toISOString()

let world: World
let guests: Guest[]
before(async () => {
  world = await startWorld()
  const sexes = ['female', 'male'] as const
  guests = await bringGuests(world, [
    ...Array.from({ length: 14 }, (_, number) => ({ sex: sexes[number % 2]!, upTo: 'profile' as const })),
    { sex: 'female', upTo: 'consent' },
  ])
})
after(() => world.close())

interface Window {
  page: Page
  complaints: string[]
  close(): Promise<void>
}

test('from a published event to a couple: two phones and a console', async (t) => {
  const office = await open(1440)
  const phones = [await open(390), await open(390)] as const
  t.after(() => Promise.all([office, ...phones].map((each) => each.close())))
  const desk = office.page
  const [one, other] = phones.map(({ page }) => page) as [Page, Page]
  const singles = guests.slice(0, 14)

  await world.signIn(desk, 'district@tianjin')
  const couplesBefore = await figure(desk, 'couples')
  const eventId = await publishEvent(desk)

  await signInAs(one, guests[14]!)
  await one.goto(`${world.url}/me/events/${eventId}`)
  await one.getByRole('button', { name: '报名参加抽签', disabled: true }).waitFor()
  await one.getByText('单身承诺书还没有签，或者已过期').waitFor()

  for (const [number, page] of [one, other].entries()) {
    await signInAs(page, singles[number]!)
    await page.goto(`${world.url}/me/events/${eventId}`)
    await page.getByRole('button', { name: '报名参加抽签' }).click()
    await page.getByText('已报名，等待抽签').waitFor()
  }
  for (const guest of singles.slice(2)) await guest.post(`/events/${eventId}/registration`)

  await turnTo('13:10', { desk, phones: [one, other] })
  await draw(desk, eventId)
  await replay(desk)
  for (const [number, page] of [one, other].entries())
    await takePlace(page, { eventId, own: singles[number]!, others: singles.slice(2) })

  await turnTo('14:05', { desk, phones: [one, other] })
  await checkIn({ desk, phones: [one, other], eventId })
  await walkRounds(desk, { eventId, phone: one })

  const badges = [await badgeOf(singles[0]!, eventId), await badgeOf(singles[1]!, eventId)] as const
  await choose(one, eventId, badges[1])
  await choose(other, eventId, badges[0])
  await closeChoices(desk, eventId)

  for (const page of [one, other]) {
    await page.goto(`${world.url}/me/matches`)
    await page.getByText(`在《${title}》互相选中`).waitFor()
    assert.equal(await page.getByText(`在《${title}》互相选中`).count(), 1)
  }
  await one.getByRole('button', { name: '确认牵手' }).click()
  await one.getByText('您已确认，等对方也确认').waitFor()
  assert.equal(await figure(desk, 'couples'), couplesBefore)
  await other.reload()
  await other.getByRole('button', { name: '确认牵手' }).click()
  await other.getByText('牵手成功', { exact: true }).waitFor()
  assert.equal(await figure(desk, 'couples'), couplesBefore + 1)

  await turnTo('12:00', { desk, phones: [], day: '2026-07-03' })
  await desk.context().clearCookies()
  await world.signIn(desk, 'matchmaker@tianjin')
  await desk.goto(`${world.url}/console/matchmaking/follow-ups`)
  const due = desk.getByRole('row', { name: /三天回访 联谊活动 2026年7月3日/ })
  await due.waitFor()
  assert.equal(await due.count(), 1)
  for (const window of [office, ...phones]) assert.deepEqual(window.complaints, [])
})

async function publishEvent(page: Page): Promise<string> {
  await page.goto(`${world.url}/console/events/new`)
  await page.getByRole('textbox', { name: '名称', exact: true }).fill(title)
  await page.getByRole('textbox', { name: '说明' }).fill('六男六女，一起读书、认识新朋友。')
  await instant(page, '开始时间', `${day} 14:00`)
  await instant(page, '结束时间', `${day} 17:00`)
  await page.getByRole('textbox', { name: '场地' }).fill('第二工人文化宫')
  await page.getByRole('textbox', { name: '地址' }).fill('河东区')
  await page.getByRole('spinbutton', { name: '名额' }).fill('12')
  await page.getByRole('radio', { name: '抽签' }).check()
  await instant(page, '报名开始', `${day} 11:00`)
  await instant(page, '报名截止', `${day} 13:00`)
  await instant(page, '可取消至', `${day} 13:30`)
  await page.getByRole('radio', { name: '一对一轮换' }).check()
  await page.getByRole('spinbutton', { name: '轮数' }).fill('3')
  await page.getByRole('spinbutton', { name: '每轮几分钟' }).fill('8')
  await page.getByRole('spinbutton', { name: '每人最多选几位' }).fill('3')
  await instant(page, '互选截止', `${day} 16:30`)
  await page.getByRole('button', { name: '保存草案' }).click()
  await page.getByRole('heading', { name: title, level: 1 }).waitFor()
  const eventId = new URL(page.url()).pathname.split('/')[3]!
  await balance(page)
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText('报名中').first().waitFor()
  return eventId
}

/** Six women and six men: both sides fill together. */
async function balance(page: Page): Promise<void> {
  await page.getByRole('button', { name: '报名', exact: true }).click()
  await page.getByRole('button', { name: '调整名额和限制' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('spinbutton', { name: '男性最多' }).fill('6')
  await dialog.getByRole('spinbutton', { name: '女性最多' }).fill('6')
  await dialog.getByRole('button', { name: '保存', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function draw(page: Page, eventId: string): Promise<void> {
  await page.goto(`${world.url}/console/events/${eventId}?tab=registrations`)
  await page.getByRole('button', { name: '抽签', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '抽签', exact: true }).click()
  await page.getByText(/已于 .* 抽签/).waitFor()
}

/** Anybody can hold the draw again from the published file, and gets the same places. */
async function replay(page: Page): Promise<void> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载抽签凭据' }).click()
  const file = join(mkdtempSync(join(tmpdir(), 'gonghui-draw-')), 'draw.txt')
  await (await waiting).saveAs(file)
  const again = spawnSync(process.execPath, ['server/cli.ts', 'replay-draw', file], { encoding: 'utf8' })
  assert.equal(again.status, 0, again.stdout + again.stderr)
}

/** Six of seven of each sex were drawn: whoever was not gets the place that somebody gives back. */
async function takePlace(
  page: Page,
  { eventId, own, others }: { eventId: string; own: Guest; others: readonly Guest[] },
): Promise<void> {
  const standing = await own.get<Standing>(`/events/${eventId}/registration`)
  if (standing.registration?.state !== 'admitted') {
    const giver = others.find((guest) => guest.sex === own.sex)!
    await giver.post(`/events/${eventId}/registration/cancellation`)
    await page.goto(`${world.url}/me/events/${eventId}`)
    await page.getByRole('button', { name: '确认参加' }).click()
  } else await page.goto(`${world.url}/me/events/${eventId}`)
  await page.getByText('已录取').first().waitFor()
}

interface Standing {
  registration: { state: string; badgeNo: number | null } | null
}

/** One by the code of the service card, everybody else by badge number. */
async function checkIn({
  desk,
  phones,
  eventId,
}: {
  desk: Page
  phones: readonly [Page, Page]
  eventId: string
}) {
  const answer = phones[0].waitForResponse((response) => response.url().includes('/api/v1/me/card'))
  await phones[0].goto(`${world.url}/me/card`)
  const { codes } = (await (await answer).json()) as { codes: { code: string }[] }
  await desk.goto(`${world.url}/console/events/${eventId}?tab=door`)
  await desk.getByRole('textbox', { name: '号牌号或码' }).fill(codes[0]!.code)
  await desk.getByRole('button', { name: '签到', exact: true }).click()
  await desk
    .getByText(/在 服务台 签到|签到成功/)
    .first()
    .waitFor()
  await desk
    .getByRole('textbox', { name: '号牌号', exact: true })
    .first()
    .fill((await badgesOf(desk, eventId)).join(', '))
  await desk.getByRole('button', { name: '录入', exact: true }).click()
  await desk.getByText('新签到 11 人，之前已签到 1 人').waitFor()
}

async function walkRounds(desk: Page, { eventId, phone }: { eventId: string; phone: Page }): Promise<void> {
  await desk.goto(`${world.url}/console/events/${eventId}?tab=seats`)
  await desk.getByText('男 6 人，女 6 人').waitFor()
  await desk.getByRole('button', { name: '排座', exact: true }).last().click()
  for (const no of [1, 2, 3]) {
    await desk.getByRole('button', { name: `开始第 ${no} 轮` }).click()
    await desk
      .getByRole('dialog')
      .getByRole('button', { name: `开始第 ${no} 轮`, exact: true })
      .click()
    await desk.getByText(`第 ${no} 轮，共 3 轮`).waitFor()
    await phone.goto(`${world.url}/me/events/${eventId}/seat`)
    await phone.getByText(`第 ${no} 轮`).first().waitFor()
    await phone.getByText(/对面 \d+ 号/).waitFor()
  }
}

/** The badges of those who have a place. */
async function badgesOf(page: Page, eventId: string): Promise<number[]> {
  const answer = await page.request.get(
    `${world.url}/api/v1/events/${eventId}/registrations?state=admitted&limit=50`,
  )
  const { items } = (await answer.json()) as { items: { badgeNo: number }[] }
  assert.equal(items.length, 12)
  return items.map(({ badgeNo }) => badgeNo).sort((a, b) => a - b)
}

async function badgeOf(guest: Guest, eventId: string): Promise<number> {
  const { registration } = await guest.get<Standing>(`/events/${eventId}/registration`)
  return registration!.badgeNo!
}

async function choose(page: Page, eventId: string, badge: number): Promise<void> {
  await page.goto(`${world.url}/me/events/${eventId}/choices`)
  await page.getByRole('button', { name: new RegExp(`^${badge} 号 .*想再见`) }).click()
  await page.getByRole('button', { name: '交意向卡' }).click()
  await page.getByText('意向卡已交，已密封').waitFor()
}

async function closeChoices(page: Page, eventId: string): Promise<void> {
  await page.goto(`${world.url}/console/events/${eventId}?tab=choices`)
  await page.getByRole('button', { name: '现在截止' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '截止并公布' }).click()
  await page.getByText(/已于 .* 截止/).waitFor()
  // One pair would tell of two persons: the number is not shown.
  await page.getByText('较少，不公布').waitFor()
}

async function figure(page: Page, measure: string): Promise<number> {
  const answer = await page.request.get(`${world.url}/api/v1/measures/${measure}`)
  return ((await answer.json()) as { total: number }).total
}

async function turnTo(
  time: string,
  { desk, phones, day: on = day }: { desk: Page; phones: readonly Page[]; day?: string },
): Promise<void> {
  await world.turnTo(at(time, on))
  await desk.context().clearCookies()
  await world.signIn(desk, 'district@tianjin')
  for (const [number, page] of phones.entries()) await signInAs(page, guests[number]!)
}

async function instant(page: Page, label: string, time: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true })
  await field.fill(time)
  await field.press('Enter')
}

async function signInAs(page: Page, guest: Guest): Promise<void> {
  await page.context().clearCookies()
  await page.goto(`${world.url}/?lang=zh`)
  await page.getByRole('textbox', { name: '账号', exact: true }).fill(guest.login)
  await page.getByLabel('密码', { exact: true }).fill(guest.password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(/\/me/)
  await settle(page)
  const notice = page.getByRole('button', { name: '我已阅读' })
  if (await notice.isVisible()) await notice.click()
  await settle(page)
}

async function open(width: 390 | 1440): Promise<Window> {
  const { page, close } = await openBrowser({ width, language: 'zh' })
  return { page, complaints: complaintsOf(page), close }
}
