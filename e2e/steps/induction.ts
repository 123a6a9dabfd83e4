import type { Page } from 'playwright-core'
import { settle } from '../settle.ts'
import { as, confirmed, read, typeDay, type Office } from './office.ts'

/** A session of induction training. */
export interface Session {
  title: string
  /** Day and time in Shanghai, as an officer types them. */
  startsAt: string
  endsAt: string
}

/** The federation finds who is to be inducted among its tasks and puts a session of the course on the calendar; gives its id. */
export async function announceInduction(office: Office, session: Session): Promise<string> {
  const { page, world } = office
  await as(office, 'district', `${world.url}/console/tasks`)
  await page.getByText('初任培训').first().waitFor()
  await page.goto(`${world.url}/console/training`)
  await page.getByRole('link', { name: '2026 年培训计划' }).first().click()
  await page
    .getByRole('region', { name: '新任党工专员初任培训' })
    .getByRole('link', { name: '安排一期' })
    .click()
  await page.getByLabel('名称').fill(session.title)
  await page.getByLabel('说明').fill('新任兼职工会主席、党工专员都来，半天讲政策，半天学实务。')
  await typeDay(page, '开始时间', session.startsAt)
  await typeDay(page, '结束时间', session.endsAt)
  await page.getByLabel('场地').fill('区总工会三楼培训室')
  await page.getByLabel('地址').fill('江北区大庆南路 68 号')
  await page.getByLabel('培训课程').click()
  await page.locator('.ant-select-item-option', { hasText: '2026 新任党工专员初任培训' }).click()
  await page.getByLabel('学时').fill('8')
  await page.getByRole('button', { name: '保存草案' }).click()
  await page.waitForURL(/\/events\/[0-9a-f-]{36}/)
  await confirmed(page, /^发\s?布$/)
  await page.getByText('报名中').first().waitFor()
  return /[0-9a-f-]{36}/.exec(page.url())![0]
}

/** On the phone: registers for the session and has the pass for its door; gives the badge number. */
export async function register(
  phone: Page,
  { world }: Office,
  session: Session & { id: string },
): Promise<number> {
  await phone.goto(`${world.url}/me/training`)
  await phone.getByText('还没有完成初任培训').waitFor()
  await phone.getByText(session.title).click()
  await phone.getByRole('button', { name: '报名', exact: true }).click()
  await phone.goto(`${world.url}/me/training`)
  await phone.getByText('出示入场码签到').waitFor()
  const { badgeNo } = await read<{ badgeNo: number }>({ world, page: phone }, `/me/events/${session.id}/pass`)
  return badgeNo
}

/** At the door: checks a badge in. */
export async function checkIn(office: Office, eventId: string, badgeNo: number): Promise<void> {
  const { page, world } = office
  await as(office, 'district', `${world.url}/console/events/${eventId}?tab=door`)
  await page.getByRole('textbox', { name: '号牌号或码' }).fill(String(badgeNo))
  await page.getByRole('button', { name: '签到', exact: true }).click()
  await page
    .getByText(/在 服务台 签到|签到成功/)
    .first()
    .waitFor()
}

/** Closes a session that is over: whoever came has their certificate. */
export async function closeSession(office: Office, eventId: string): Promise<void> {
  const { page, world } = office
  await as(office, 'district', `${world.url}/console/events/${eventId}`)
  await page.getByRole('button', { name: '办结', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '办结' }).click()
  await page.getByText('已办结').first().waitFor()
  await settle(page)
}
