import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { writeSheetXlsx, type NewRow } from '#server/platform/workbook/index.ts'
import { projectRoot } from '#server/platform/project-root.ts'

interface Entry {
  name: string
  uscc: string
  union_name: string
  union_uscc: string
}

const header = ['单位名称', '统一社会信用代码', '工会名称', '工会统一社会信用代码', '工会类型', '上级工会']

/**
 * Brings the employers and unions that the messy roster speaks of into the demo’s register, through the API as the officer signed in: a
 * register file of its own, uploaded and committed like any other.
 */
export async function bringInRegister(page: Page): Promise<void> {
  const origin = new URL(page.url()).origin
  const me = (await (await page.request.get(`${origin}/api/v1/me`)).json()) as {
    csrfToken: string
    actingAs: { organisationId: string; organisationName: string }
  }
  const headers = { 'x-csrf-token': me.csrfToken }
  const settled = async (importId: string): Promise<string> => {
    for (;;) {
      const answer = await page.request.get(`${origin}/api/v1/roster-imports/${importId}`)
      const { state } = (await answer.json()) as { state: string }
      if (state !== 'judging' && state !== 'committing') return state
      await page.waitForTimeout(100)
    }
  }
  const sent = await page.request.post(`${origin}/api/v1/organisation-imports`, {
    headers,
    multipart: {
      organisationId: me.actingAs.organisationId,
      file: {
        name: '组织台账.xlsx',
        mimeType: 'application/octet-stream',
        buffer: await registerFile(me.actingAs.organisationName),
      },
    },
  })
  const { importId } = (await sent.json()) as { importId: string }
  if ((await settled(importId)) !== 'ready') throw new Error('the register was not taken')
  await page.request.post(`${origin}/api/v1/roster-imports/${importId}/commit`, { headers, data: {} })
  if ((await settled(importId)) !== 'committed') throw new Error('the register was not committed')
}

/** The register as a workbook: the federation, and below it one row for each employer and its union. */
async function registerFile(federation: string): Promise<Buffer> {
  const file = join(projectRoot, 'server/modules/roster/fixtures/roster-messy.register.json')
  const { organisations } = JSON.parse(readFileSync(file, 'utf8')) as { organisations: Entry[] }
  const rows: NewRow[] = [
    header,
    [federation, null, federation, null, '区总工会', null],
    ...organisations.map((each): NewRow => [
      each.name,
      each.uscc,
      each.union_name,
      each.union_uscc,
      '单独基层工会',
      federation,
    ]),
  ]
  const plan = {
    name: '组织台账',
    columnWidths: header.map(() => 24),
    headerRows: 1,
    noteColumn: null,
    merges: [],
  }
  return buffer(writeSheetXlsx(plan, rows))
}
