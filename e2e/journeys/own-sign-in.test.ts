import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { generateSync } from 'otplib'
import type { CDPSession, Page } from 'playwright-core'
import { demoMakers } from '#server/demo/demos.ts'
import { demoPassword } from '#server/modules/tenants/index.ts'
import { complaintsOf, openBrowser } from '../browser.ts'
import { startWorld, type World } from '../world.ts'

const login = `worker2@${demoMakers[0]!.code}`

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

/** Passkeys belong to a name: the same server under its name instead of its number. */
const named = (): World => ({ ...world, url: world.url.replace('127.0.0.1', 'localhost') })

/** Gives the browser an authenticator whose holder always puts the finger on it. */
async function addAuthenticator(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return session
}

async function signIn(page: Page, role: string): Promise<void> {
  await page.goto(`${named().url}/?lang=zh`)
  const tenant = page.getByRole('group', { name: demoMakers[0]!.name })
  await tenant.getByRole('button', { name: role, exact: true }).click()
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(/\/(console|me)/)
}

test('an officer makes a passkey and recovery codes, signs another device out, and comes back by the passkey', async () => {
  const { page, context, close } = await openBrowser({ width: 1440, language: 'zh' })
  const complaints = complaintsOf(page)
  const elsewhere = await openBrowser({ width: 390, language: 'zh' })
  try {
    await addAuthenticator(page)
    await signIn(page, '街道总工会')
    await signIn(elsewhere.page, '街道总工会')

    await page.goto(`${named().url}/console/account`)
    const devices = page.getByRole('region', { name: '登录过的设备' })
    await devices.getByText('现在这台').waitFor()
    await devices.getByRole('button', { name: '其他设备全部退出' }).click()
    await devices.getByText('没有其他设备登录').waitFor()
    await elsewhere.page.goto(`${named().url}/console`)
    await elsewhere.page.getByRole('heading', { name: '登录', exact: true }).waitFor()

    await page.getByLabel('给它起个名字').fill('办公室电脑')
    await page.getByRole('button', { name: '添加通行密钥' }).click()
    await page.getByRole('button', { name: '移除 办公室电脑' }).waitFor()

    await page.getByRole('button', { name: '生成恢复码' }).click()
    const codes = page.getByRole('dialog').locator('code')
    await codes.first().waitFor()
    assert.equal(await codes.count(), 10)
    await page.getByRole('button', { name: '我已保存好' }).click()
    await page.getByText('还剩 10 个').waitFor()

    await context.clearCookies()
    await page.goto(`${named().url}/?lang=zh`)
    await page.getByRole('button', { name: '用通行密钥登录' }).click()
    await page.waitForURL(/\/console/)
    assert.deepEqual(complaints, [])
  } finally {
    await elsewhere.close()
    await close()
  }
})

test('a worker changes the password on the phone, and the old one no longer signs in', async () => {
  const { page, close } = await openBrowser({ width: 390, language: 'zh' })
  try {
    await signIn(page, '职工（二）')
    await page.goto(`${named().url}/me/own`)
    await page.getByRole('link', { name: /账号与安全/ }).click()
    const form = page.locator('form')
    const fill = async (current: string, fresh: string) => {
      await form.getByLabel('现在的密码').fill(current)
      await form.getByLabel('新密码', { exact: true }).fill(fresh)
      await form.getByLabel('再输一遍新密码').fill(fresh)
      await form.getByRole('button', { name: '保存新密码' }).click()
    }
    await fill('这不是密码', '清风明月照大江东')
    await page.getByText('现在的密码不对。').waitFor()
    await fill(demoPassword(login), '12345678')
    await page.getByText('这个密码太常见').waitFor()
    await fill(demoPassword(login), '清风明月照大江东')
    await page.getByText('密码已修改').waitFor()
    await page.context().clearCookies()
    await page.goto(`${named().url}/?lang=zh`)
    await page
      .getByRole('group', { name: demoMakers[0]!.name })
      .getByRole('button', { name: '职工（二）' })
      .click()
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByText('账号或密码不对').waitFor()
  } finally {
    await close()
  }
})

test('an officer sets up an authenticator, signs in by its code, and by a recovery code when it is lost', async () => {
  const { page, close } = await openBrowser({ width: 1440, language: 'zh' })
  try {
    await signIn(page, '基层工会主席')
    await page.goto(`${named().url}/console/two-step`)
    await page.getByRole('button', { name: '开始设置' }).click()
    const secret = (await page.locator('.two-step-secret code').innerText()).replaceAll(' ', '')
    const codeAt = (step: number) =>
      generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + step * 30 })
    await page.getByLabel('验证器上的 6 位动态码').fill(codeAt(-1))
    await page.getByRole('button', { name: '开启两步登录' }).click()
    await page.getByText('两步登录已经开启').waitFor()
    await page.goto(`${named().url}/console/account`)
    await page.getByRole('button', { name: '生成恢复码' }).click()
    const recoveryCode = await page.getByRole('dialog').locator('code').first().innerText()

    for (const [open, field, value] of [
      [null, '6 位动态码', codeAt(0)],
      ['验证器不在身边？用恢复码', '恢复码', recoveryCode],
    ] as const) {
      await page.context().clearCookies()
      await page.goto(`${named().url}/?lang=zh`)
      await page
        .getByRole('group', { name: demoMakers[0]!.name })
        .getByRole('button', { name: '基层工会主席' })
        .click()
      await page.getByRole('button', { name: '登录', exact: true }).click()
      if (open !== null) await page.getByRole('button', { name: open }).click()
      await page.getByLabel(field).fill(value)
      await page.getByRole('button', { name: '继续' }).click()
      await page.waitForURL(/\/console/)
    }
    await page.goto(`${named().url}/console/account`)
    await page.getByText('还剩 9 个').waitFor()
  } finally {
    await close()
  }
})
