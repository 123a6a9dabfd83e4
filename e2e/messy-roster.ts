import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { projectRoot } from '#server/platform/project-root.ts'

const fixture = join(projectRoot, 'server/modules/roster/fixtures/roster-messy.xlsx')

/** Sends the messy roster through the API as the officer signed in, and waits for its dry run: something for the import pages to show. */
export async function importMessyRoster(page: Page): Promise<void> {
  const origin = new URL(page.url()).origin
  const me = (await (await page.request.get(`${origin}/api/v1/me`)).json()) as {
    csrfToken: string
    actingAs: { organisationId: string }
  }
  const sent = await page.request.post(`${origin}/api/v1/roster-imports`, {
    headers: { 'x-csrf-token': me.csrfToken },
    multipart: {
      organisationId: me.actingAs.organisationId,
      file: { name: '会员花名册.xlsx', mimeType: 'application/octet-stream', buffer: readFileSync(fixture) },
    },
  })
  if (!sent.ok()) throw new Error(`the roster was not taken: ${sent.status()} ${await sent.text()}`)
  const { id } = (await sent.json()) as { id: string }
  for (;;) {
    const job = (await (await page.request.get(`${origin}/api/v1/jobs/${id}`)).json()) as { state: string }
    if (job.state === 'done') return
    if (job.state === 'failed') throw new Error('the dry run failed')
    await page.waitForTimeout(200)
  }
}
