import { after, afterEach } from 'node:test'
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core'

/** A window of a size and a language, with a fresh profile. */
export interface Look {
  width: 1440 | 390
  language: 'zh' | 'en'
}

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let browser: Promise<Browser> | undefined

after(closeBrowser)

// What stood in the windows of the running test when they were closed.
let closed: string[] = []

afterEach((t) => {
  if ('passed' in t && !t.passed) process.stderr.write(`${t.name} failed with\n${closed.join('\n')}\n`)
  closed = []
})

/** Ends the browser: done after the last test, or by a script that is no test. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}

/** Opens a window with nothing kept from earlier ones; `close` closes it. The windows of a process share one browser. */
export async function openBrowser(
  look: Look,
): Promise<{ page: Page; context: BrowserContext; close(): Promise<void> }> {
  browser ??= chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: flags,
    headless: true,
  })
  const phone = look.width === 390
  const context = await (
    await browser
  ).newContext({
    viewport: { width: look.width, height: phone ? 844 : 900 },
    isMobile: phone,
    hasTouch: phone,
    deviceScaleFactor: phone ? 2 : 1,
    locale: look.language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  keepOpenRequests(page)
  const refusals: string[] = []
  page.on('response', (answer) => {
    if (answer.status() >= 400) refusals.push(`${answer.status()} ${new URL(answer.url()).pathname}`)
  })
  const close = async () => {
    closed.push([await lastSightOf(page), ...refusals.slice(-5)].join('\n'))
    await context.close()
  }
  return { page, context, close }
}

const openRequests = new WeakMap<Page, Set<Request>>()

/** What a page has asked for and not got yet. */
export function openRequestsOf(page: Page): readonly Request[] {
  return [...openRequests.get(page)!]
}

function keepOpenRequests(page: Page): void {
  const open = new Set<Request>()
  openRequests.set(page, open)
  page.on('request', (request) => {
    // A stream of events stays open.
    if (request.resourceType() !== 'eventsource') open.add(request)
  })
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
}

/** Address and first words of a page: all its people are invented. */
async function lastSightOf(page: Page): Promise<string> {
  const words = await page.evaluate(() => document.body.innerText).catch(() => '(no page)')
  return `${page.url()}\n${words.replaceAll(/\s+/g, ' ').slice(0, 600)}`
}

/** Everything the page complained about: uncaught errors and error lines of the console. Empty at the end of a journey. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  page.on('console', (message) => {
    // A refused sign-in or a missing row is an answer; the browser logs every 4xx as an error line of its own.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  return complaints
}
