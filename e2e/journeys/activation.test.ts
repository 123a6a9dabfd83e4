import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { complaintsOf, openBrowser } from '../browser.ts'
import { settle } from '../settle.ts'
import { startWorld, type World } from '../world.ts'

const password = 'zhe ge mi ma gou chang'

let world: World

before(async () => {
  world = await startWorld()
})
after(() => world.close())

/** A member as the union knows them: what they prove themselves by. */
interface Known {
  personId: string
  name: string
  documentNumber: string
  mobile: string
}

test('a worker scans a printed slip on a phone, chooses log-in and password, and sees the card', async () => {
  const chair = await openBrowser({ width: 1440, language: 'zh' })
  const phone = await openBrowser({ width: 390, language: 'zh' })
  const complaints = complaintsOf(phone.page)
  try {
    await world.signIn(chair.page, 'union')
    const [worker] = await membersWithout(chair.page, 1)
    await chair.page.goto(`${world.url}/console/activation?q=${encodeURIComponent(worker!.name)}&state=none`)
    await chair.page.getByRole('row', { name: worker!.name }).getByRole('checkbox').check()
    await chair.page.getByRole('button', { name: '打印激活单' }).click()
    await chair.page.getByRole('dialog').getByRole('button', { name: '打印激活单' }).click()
    const slip = chair.page.getByRole('listitem').filter({ hasText: worker!.name })
    await mustBeUsable(chair.page, () => slip.getByRole('img').waitFor())
    const code = await slip.locator('code').innerText()
    assert.match(code, /^[A-Z2-9]{4}(-[A-Z2-9]{4}){2}$/)

    await phone.page.goto(`${world.url}/activate?lang=zh#slip=${code.replaceAll('-', '')}`)
    await phone.page.getByLabel('证件号码后六位').fill(worker!.documentNumber.slice(-6))
    await mustBeUsable(phone.page)
    await phone.page.getByRole('button', { name: '下一步' }).click()
    await choose(phone.page, worker!.mobile)
    await mustSeeCard(phone.page, worker!.name)
  } finally {
    await chair.close()
    await phone.close()
  }
  assert.deepEqual(complaints, [])
})

test('another worker activates by a code, which in the demo stands in the outbox', async () => {
  const chair = await openBrowser({ width: 1440, language: 'zh' })
  const phone = await openBrowser({ width: 390, language: 'zh' })
  try {
    await world.signIn(chair.page, 'union')
    const worker = (await membersWithout(chair.page, 2))[1]!
    const { page } = phone
    await page.goto(`${world.url}/?lang=zh`)
    await page.getByRole('link', { name: '首次使用 / 忘记密码' }).click()
    await page.getByRole('button', { name: /用手机验证码/ }).click()
    await page.getByLabel('姓名').fill(worker.name)
    await page.getByLabel('证件号码后六位').fill(worker.documentNumber.slice(-6))
    await page.getByLabel('手机号').fill(worker.mobile)
    await mustBeUsable(page)
    await page.getByRole('button', { name: '发送验证码' }).click()
    const [outbox] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: /到发件箱看短信/ }).click(),
    ])
    const message = outbox.getByRole('listitem').filter({ hasText: worker.mobile })
    const code = /\d{6}(?=，)/.exec(await message.first().innerText())![0]
    await outbox.close()
    await page.getByLabel('6 位验证码').fill('000000')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByText('还可以试 4 次').waitFor()
    await page.getByLabel('6 位验证码').fill(code)
    await page.getByRole('button', { name: '下一步' }).click()
    assert.equal(await page.getByLabel('登录账号').inputValue(), worker.mobile)
    await choose(page, worker.mobile)
    await mustSeeCard(page, worker.name)
  } finally {
    await chair.close()
    await phone.close()
  }
})

async function choose(page: Page, login: string): Promise<void> {
  await page.getByLabel('登录账号').fill(login)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '完成并登录' }).click()
  await page.waitForURL(/\/me/)
  // The privacy notice comes before the first use.
  await page.getByRole('button', { name: '我已阅读' }).click()
}

async function mustSeeCard(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '我已阅读' }).waitFor({ state: 'hidden' })
  await page.goto(`${world.url}/me/card?lang=zh`)
  await page.getByText(name).first().waitFor()
  await page.getByRole('img').first().waitFor()
}

/** Members without an account, with what their union knows of them, read as the chair. */
async function membersWithout(page: Page, count: number): Promise<Known[]> {
  const api = `${world.url}/api/v1`
  const read = async (path: string) => (await page.request.get(`${api}${path}`)).json() as Promise<never>
  const { csrfToken } = (await read('/me')) as { csrfToken: string }
  const { items } = (await read(`/activation/members?state=none&limit=${count}`)) as {
    items: { personId: string; name: string }[]
  }
  return Promise.all(
    items.map(async ({ personId, name }) => {
      const answer = await page.request.post(`${api}/members/${personId}/reveal`, {
        headers: { 'x-csrf-token': csrfToken },
        data: { fields: ['documentNumber', 'mobile'], reason: '核对激活信息' },
      })
      return { personId, name, ...((await answer.json()) as { documentNumber: string; mobile: string }) }
    }),
  )
}

async function mustBeUsable(page: Page, ready = async () => {}): Promise<void> {
  await ready()
  await settle(page)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  assert.deepEqual(
    serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`),
    [],
  )
}
