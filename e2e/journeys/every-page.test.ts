import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { complaintsOf, openBrowser, type Look } from '../browser.ts'
import { importMessyRoster } from '../messy-roster.ts'
import {
  concretePath,
  findDeskIds,
  findIds,
  findTianjinIds,
  idsFor,
  productPages,
  type AllIds,
} from '../pages.ts'
import { settle } from '../settle.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let ids: AllIds

before(async () => {
  world = await startWorld()
  const first = await asSomebody('district', async (page) => {
    await importMessyRoster(page)
    return findIds(page)
  })
  ids = {
    first,
    tianjin: {
      ...(await asSomebody('city@tianjin', findTianjinIds)),
      ...(await asSomebody('matchmaker@tianjin', findDeskIds)),
    },
  }
})

after(() => world.close())

const roles = [...new Set(productPages().map((page) => page.role))]

const looks: Look[] = [
  { width: 1440, language: 'zh' },
  { width: 390, language: 'en' },
]

/** What stands around every page of the console: one look at it for each role is enough. */
const frame = ['.top-bar', '.side-nav']

// Two windows side by side: a page waits more than it works.
describe('every page', { concurrency: 2 }, () => {
  for (const [role, look] of roles.flatMap((each) => looks.map((look) => [each, look] as const)))
    test(`the pages of ${role} can be used by everybody at ${look.width} px in ${look.language}`, async () => {
      const { page, close } = await openBrowser(look)
      const problems: string[] = complaintsOf(page)
      try {
        if (role !== 'nobody') await world.signIn(page, role, look.language)
        for (const [at, { path }] of productPages()
          .filter((each) => each.role === role)
          .entries()) {
          await page.goto(`${world.url}${concretePath(path, idsFor(role, ids))}?lang=${look.language}`)
          await settle(page)
          const seen = at === 0 ? [] : frame
          problems.push(...(await problemsOf(page, seen)).map((problem) => `${path}: ${problem}`))
        }
      } finally {
        await close()
      }
      assert.deepEqual(problems, [])
    })
})

async function asSomebody<T>(role: string, work: (page: Page) => Promise<T>): Promise<T> {
  const { page, close } = await openBrowser({ width: 1440, language: 'zh' })
  try {
    await world.signIn(page, role)
    return await work(page)
  } finally {
    await close()
  }
}

/** What keeps somebody from using the page: findings of axe, a page without a name, a page wider than its window. */
async function problemsOf(page: Page, seen: readonly string[]): Promise<string[]> {
  // Our pages hold no foreign frames: without the empty page that the newer way opens for them, a page takes half as long.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], preload: false })
    .setLegacyMode()
  for (const part of seen) axe.exclude(part)
  const { violations } = await axe.analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)
  const title = await page.title()
  // A phone zooms out until all fits, and its window grows with it: the page is held against the screen.
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  const overflow = width - page.viewportSize()!.width
  return [
    ...found,
    ...(title.trim() === '' ? ['the window has no title'] : []),
    ...(overflow > 1 ? [`wider than its window by ${overflow} px`] : []),
  ]
}
