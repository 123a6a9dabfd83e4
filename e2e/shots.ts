/** `npm run shots`: a picture of every page, at 1440 and 390 px, in Chinese and in English, into `shots/`. A page that cannot be shown fails. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { projectRoot } from '#server/platform/project-root.ts'
import { withTestCluster } from '#tools/stages/database.ts'
import { ensureChromium } from '#tools/stages/browser.ts'
import { complaintsOf, openBrowser, type Look } from './browser.ts'
import { importMessyRoster } from './messy-roster.ts'
import {
  concretePath,
  findDeskIds,
  findIds,
  findTianjinIds,
  idsFor,
  productPages,
  type AllIds,
  type ProductPage,
} from './pages.ts'
import { settle } from './settle.ts'
import { startWorld, type World } from './world.ts'

const folder = join(projectRoot, 'shots')
const looks: Look[] = [
  { width: 1440, language: 'zh' },
  { width: 1440, language: 'en' },
  { width: 390, language: 'zh' },
  { width: 390, language: 'en' },
]

const failures: string[] = []
let count = 0

ensureChromium()
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
await withTestCluster(async () => {
  const world = await startWorld()
  await world.drawPictures()
  try {
    const ids = await prepare(world)
    for (const look of looks) await shootAll(world, { look, ids })
  } finally {
    await world.close()
  }
})
for (const failure of failures) console.log(failure)
console.log(`${count} pictures in shots/, ${failures.length} failures`)
process.exit(failures.length > 0 ? 1 : 0)

async function prepare(world: World): Promise<AllIds> {
  const first = await asSomebody(world, 'district', async (page) => {
    await importMessyRoster(page)
    return findIds(page)
  })
  return {
    first,
    tianjin: {
      ...(await asSomebody(world, 'city@tianjin', findTianjinIds)),
      ...(await asSomebody(world, 'matchmaker@tianjin', findDeskIds)),
    },
  }
}

async function asSomebody<T>(world: World, role: string, work: (page: Page) => Promise<T>): Promise<T> {
  const { page, close } = await openBrowser(looks[0]!)
  try {
    await world.signIn(page, role)
    return await work(page)
  } finally {
    await close()
  }
}

async function shootAll(world: World, { look, ids }: { look: Look; ids: AllIds }): Promise<void> {
  const pages = productPages()
  for (const role of [...new Set(pages.map((page) => page.role))]) {
    const { page, close } = await openBrowser(look)
    const complaints = complaintsOf(page)
    try {
      if (role !== 'nobody') await world.signIn(page, role, look.language)
      for (const each of pages.filter((candidate) => candidate.role === role)) {
        await shoot(page, { world, look, each, ids }).catch((error: Error) =>
          failures.push(`${each.path}: ${error.message}`),
        )
      }
      failures.push(
        ...complaints.map((complaint) => `${role} at ${look.width} in ${look.language}: ${complaint}`),
      )
    } finally {
      await close()
    }
  }
}

interface Shot {
  world: World
  look: Look
  each: ProductPage
  ids: AllIds
}

async function shoot(page: Page, { world, look, each, ids }: Shot): Promise<void> {
  const path = concretePath(each.path, idsFor(each.role, ids))
  await page.goto(`${world.url}${path}${path.includes('?') ? '&' : '?'}lang=${look.language}`)
  await settle(page)
  const name = each.path === '/' ? 'sign-in' : each.path.slice(1).replace(/[/:]+/g, '-')
  await page.screenshot({ path: join(folder, `${name}-${look.width}-${look.language}.png`) })
  count += 1
}
