import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startLocalProvider } from '#server/modules/accounts/test/local-provider.ts'
import { noOutsideServices } from '#server/platform/mail.ts'
import { complaintsOf, openBrowser } from '../browser.ts'
import { startWorld } from '../world.ts'

test('an officer links the account with the city’s own sign-in and comes back by it', async () => {
  // Filled in once the server has an address: the provider must know where to send the browser back.
  const oidc: Record<string, string> = {}
  const world = await startWorld({ ...noOutsideServices, oidc })
  const provider = await startLocalProvider(`${world.url}/`)
  Object.assign(oidc, {
    ISSUER: provider.issuer,
    CLIENT_ID: provider.clientId,
    CLIENT_SECRET: provider.clientSecret,
    NAME: '市统一认证',
  })
  const { page, context, close } = await openBrowser({ width: 1440, language: 'zh' })
  const complaints = complaintsOf(page)
  try {
    provider.next({ subject: 'somebody', amr: ['mfa'] })
    await page.goto(`${world.url}/?lang=zh`)
    await page.getByRole('button', { name: '用“市统一认证”登录' }).click()
    await page.getByText('还没有关联').waitFor()
    await page.getByRole('button', { name: '返回' }).click()

    await world.signIn(page, 'street')
    await page.goto(`${world.url}/console/account`)
    const part = page.getByRole('region', { name: '市统一认证' })
    await part.getByRole('button', { name: '去关联' }).click()
    await part.getByRole('button', { name: '取消关联' }).waitFor()
    assert.ok(!page.url().includes('code='))

    await context.clearCookies()
    await page.goto(`${world.url}/?lang=zh`)
    await page.getByRole('button', { name: '用“市统一认证”登录' }).click()
    await page.waitForURL(/\/console/)
    assert.deepEqual(complaints, [])
  } finally {
    await close()
    await provider.close()
    await world.close()
  }
})
