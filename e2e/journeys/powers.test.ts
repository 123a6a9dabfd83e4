import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBrowser } from '../browser.ts'
import { visit } from '../visits.ts'
import { startWorld, type World } from '../world.ts'

let world: World
before(async () => {
  world = await startWorld()
})
after(() => world.close())

test('the auditor sees members of one street while powers are passed on to her, and nothing once the security administrator takes them back', async () => {
  const auditor = await openBrowser({ width: 1440, language: 'zh' })
  const security = await openBrowser({ width: 1440, language: 'zh' })
  try {
    await world.signIn(auditor.page, 'auditor')
    await auditor.page.goto(`${world.url}/console/my-powers`)
    await auditor.page.getByText('区（县）总工会干部委托').first().waitFor()
    await auditor.page.goto(`${world.url}/console/members`)
    await auditor.page.getByRole('heading', { name: /^会员/ }).waitFor()

    await world.signIn(security.page, 'security')
    await security.page.goto(`${world.url}/console/grants?tab=delegations`)
    await security.page.getByRole('button', { name: '收回' }).click()
    await security.page.getByRole('dialog').getByRole('button', { name: '收回' }).click()
    await security.page.getByText('已结束').waitFor()

    await auditor.page.reload()
    await auditor.page.getByText('您现在不能查看会员').waitFor()
    await auditor.page.getByText('也可以请有权限的同事委托给您').waitFor()
  } finally {
    await auditor.close()
    await security.close()
  }
})

test('whoever stands in says so in the header, and switches back to the own post', async () => {
  const { page, close } = await openBrowser({ width: 1440, language: 'zh' })
  try {
    await world.signIn(page, 'street')
    await page.getByRole('button', { name: /身份/ }).click()
    await page.getByRole('menuitem', { name: /代理 工会主席/ }).click()
    await page.getByText('以「代理 工会主席」身份').waitFor()
    await page.goto(`${world.url}/console/my-powers`)
    await page.getByText('代理 工会主席').first().waitFor()
    await page.getByRole('button', { name: /身份/ }).click()
    await page
      .getByRole('menuitem', { name: /街道（镇）总工会干部/ })
      .first()
      .click()
    await page.getByText('以「街道（镇）总工会干部」身份').waitFor()
  } finally {
    await close()
  }
})

test('a menu stands where it stays from its first sight on, for whoever wants no motion: a quick press takes the entry it is aimed at', async () => {
  await visit(world, { role: 'street' }, async (page) => {
    await page.getByRole('button', { name: /身份/ }).waitFor()
    const places = await page.evaluate(async () => {
      const seen = new Set<string>()
      document.querySelector<HTMLElement>('.act-as')!.click()
      for (let frame = 0; frame < 30; frame += 1) {
        await new Promise((resolve) => requestAnimationFrame(resolve))
        const entries = [...document.querySelectorAll('.act-as-menu [role="menuitem"]')]
        const tops = entries.map((entry) => Math.round(entry.getBoundingClientRect().top))
        // Measured first, far outside the window.
        if (tops.some((top) => top >= 0)) seen.add(tops.join())
      }
      return [...seen]
    })
    assert.equal(places.length, 1, places.join(' | '))
  })
})

test('the navigation opens what is of daily use and where one stands; what somebody opens stays open', async () => {
  await visit(world, { role: 'district' }, async (page) => {
    const navigation = page.getByRole('navigation', { name: '功能导航' })
    await navigation.getByRole('link', { name: '会员', exact: true }).waitFor()
    const funds = navigation.getByRole('button', { name: '经费' })
    assert.equal(await funds.getAttribute('aria-expanded'), 'false')
    assert.equal(await navigation.getByRole('link', { name: '会费' }).count(), 0)
    await funds.click()
    await navigation.getByRole('link', { name: '会费' }).click()
    await page.getByRole('heading', { name: /^会费/ }).waitFor()
    await page.goto(`${world.url}/console`)
    await navigation.getByRole('link', { name: '会费' }).waitFor()
    await page.goto(`${world.url}/console/matchmaking/association`)
    await navigation.getByRole('link', { name: '红娘协会' }).waitFor()
  })
})
