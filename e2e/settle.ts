import type { Page } from 'playwright-core'
import { openRequestsOf } from './browser.ts'

const quietMilliseconds = 400
const longestMilliseconds = 30_000

/**
 * Waits until a page has its data: for a while no request was open and nothing said that it is loading. What an answer brings may ask for more,
 * and a part of a page that has come is compiled before it draws anything.
 * @throws Error with what is still open after half a minute.
 */
export async function settle(page: Page): Promise<void> {
  const began = performance.now()
  let quietSince: number | null = null
  for (;;) {
    const busy = await busyPart(page)
    const open = openRequestsOf(page)
    const now = performance.now()
    if (busy !== null || open.length > 0) quietSince = null
    else quietSince ??= now
    if (quietSince !== null && now - quietSince >= quietMilliseconds) return
    if (now - began > longestMilliseconds)
      throw new Error(`${page.url()} still loads: ${busy ?? open.map((request) => request.url()).join(', ')}`)
  }
}

/** What says that it is loading, two frames from now. */
async function busyPart(page: Page): Promise<string | null> {
  return (
    page
      .evaluate(async () => {
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
        await frame()
        await frame()
        if (document.readyState !== 'complete') return 'the document'
        return (
          document.querySelector('[aria-busy="true"], .ant-spin-spinning, .ant-skeleton')?.outerHTML ?? null
        )
      })
      // The page went to another address while we looked.
      .catch(() => 'another page')
  )
}
