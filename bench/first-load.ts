import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'
import { closeBrowser, openBrowser, type Look } from '../e2e/browser.ts'
import { startWorld, type World } from '../e2e/world.ts'
import type { Result } from '#tools/bench.ts'
import { ensureChromium } from '#tools/stages/browser.ts'
import { withTestCluster } from '#tools/stages/database.ts'
import { median, rangeOf } from './measures/median.ts'

export const name = 'first-load'

const rounds = Number(process.env.GONGHUI_BENCH_ROUNDS ?? 5)
const slowdown = 4
const paintMs = 1000

interface Shown {
  page: string
  role: string
  path: string
  look: Look
  scriptKb: number
}

const pages: readonly Shown[] = [
  {
    page: 'phone',
    role: 'worker@tianjin',
    path: '/me',
    look: { width: 390, language: 'zh' },
    scriptKb: 90,
  },
  {
    page: 'console',
    role: 'district',
    path: '/console',
    look: { width: 1440, language: 'zh' },
    scriptKb: 400,
  },
]

/** What a first visit costs: the script that comes before the home page is there, in kB as gzip packs it, and when the first content is on the screen of a
 * processor four times slower. Each round is a browser that has never been here. */
export async function run(): Promise<Result[]> {
  ensureChromium()
  return withTestCluster(async () => {
    const world = await startWorld()
    try {
      const results: Result[] = []
      for (const shown of pages) results.push(...(await measure(world, shown)))
      return results
    } finally {
      await closeBrowser()
      await world.close()
    }
  })
}

interface Load {
  /** Script that came before the home page greeted by name. */
  firstKb: number
  /** All script by the time the page is quiet, parts that come when needed included. */
  allKb: number
  paint: number
  /** When the home page greets by name: everything before it is an empty frame. */
  useful: number
}

async function measure(world: World, shown: Shown): Promise<Result[]> {
  const loads: Load[] = []
  for (let round = 0; round < rounds; round += 1) loads.push(await load(world, shown))
  const of = (pick: (load: Load) => number) => loads.map(pick)
  const figure = (part: string, unit: string, values: number[], limit: number): Result => ({
    name: `${name}.${shown.page}.${part}`,
    unit,
    ours: median(values),
    limit,
    ratio: median(values) / limit,
    goal: 1,
    higherIsBetter: false,
    range: rangeOf(values),
  })
  return [
    {
      ...figure(
        'script',
        'kB',
        of((each) => each.firstKb),
        shown.scriptKb,
      ),
      details: { allScriptOfTheHomePageKb: median(of((each) => each.allKb)) },
    },
    {
      ...figure(
        'paint',
        'ms',
        of((each) => each.paint),
        paintMs,
      ),
      details: { homePageMs: median(of((each) => each.useful)), slowdown },
    },
  ]
}

async function load(world: World, { role, path, look }: Shown): Promise<Load> {
  const cookies = await cookiesOf(world, role, look)
  const { page, context, close } = await openBrowser(look)
  try {
    await context.addCookies(cookies)
    const browser = await context.newCDPSession(page)
    await browser.send('Network.enable')
    await browser.send('Network.setCacheDisabled', { cacheDisabled: true })
    await browser.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    const scripts = watchScripts(page)
    await page.goto(`${world.url}${path}`)
    // What one came for: the greeting of the home page, by the name of whoever signed in.
    await page
      .getByText(/，您好/)
      .first()
      .waitFor({ timeout: 60_000 })
    const useful = await page.evaluate(() => performance.now())
    await page.waitForLoadState('networkidle')
    const { paint, before } = await page.evaluate(timesOf, useful)
    const packed = await scripts()
    const kb = (urls: readonly string[]) => urls.reduce((sum, url) => sum + (packed.get(url) ?? 0), 0) / 1000
    return { firstKb: kb(before), allKb: kb([...packed.keys()]), paint, useful }
  } finally {
    await close()
  }
}

async function cookiesOf(world: World, role: string, look: Look): Promise<Cookies> {
  const { page, context, close } = await openBrowser(look)
  try {
    await world.signIn(page, role)
    return await context.cookies()
  } finally {
    await close()
  }
}
type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

/** Every script of the page by its address, with its size as gzip packs it; told once they are all there. */
function watchScripts(page: Page): () => Promise<Map<string, number>> {
  const sizes: Promise<[string, number]>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return
    sizes.push(response.body().then((body) => [response.url(), gzipSync(body).length]))
  })
  return async () => new Map(await Promise.all(sizes))
}

/** Runs in the page: its first paint, and the scripts that came before it was useful. */
async function timesOf(useful: number): Promise<{ paint: number; before: string[] }> {
  const paint = await new Promise<number>((resolve) => {
    new PerformanceObserver((list) => {
      const found = list.getEntriesByName('first-contentful-paint')[0]
      if (found !== undefined) resolve(found.startTime)
    }).observe({ type: 'paint', buffered: true })
  })
  const scripts = performance.getEntriesByType('resource')
  const before = scripts.filter((each) => each.name.endsWith('.js') && each.startTime < useful)
  return { paint, before: before.map((each) => each.name) }
}
