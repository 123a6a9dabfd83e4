import assert from 'node:assert/strict'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { complaintsOf, openBrowser, type Look } from './browser.ts'
import { acknowledgeNotice } from './pages.ts'
import { settle } from './settle.ts'
import type { World } from './world.ts'

/** Does something in a Chinese window of somebody who has signed in; on a phone the privacy notice has been read. The page must not complain. */
export async function visit(
  world: World,
  { role, width = 1440 }: { role: string; width?: Look['width'] },
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, close } = await openBrowser({ width, language: 'zh' })
  const complaints = complaintsOf(page)
  try {
    await world.signIn(page, role)
    if (width === 390) await acknowledgeNotice(page)
    await work(page)
    assert.deepEqual(complaints, [], role)
  } finally {
    await close()
  }
}

/** Waits for the page and lets axe find nothing at all. */
export async function mustBeAccessible(page: Page): Promise<void> {
  await settle(page)
  assert.deepEqual((await new AxeBuilder({ page }).analyze()).violations, [], page.url())
}
