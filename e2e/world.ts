import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { demoMakers } from '#server/demo/demos.ts'
import { loadEvidence } from '#server/demo/load/evidence.ts'
import { startServer } from '#server/main.ts'
import { openPool } from '#server/platform/db/pool.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { demoPassword } from '#server/modules/tenants/index.ts'
import { noOutsideServices, type OutsideServices } from '#server/platform/mail.ts'
import { demoDatabase } from '#server/test/demo-database.ts'
import { testKeys } from '#server/test/server.ts'

/** The day it is in every journey and picture. */
export const clock = '2026-06-30T04:00:00Z'

/** A served Gonghui with the small demo in a database of its own. */
export interface World {
  url: string
  /** Signs the page in as a role of the first demo, or as `role@tenant` of another one, and waits for its first page. */
  signIn(page: Page, role: string, language?: 'zh' | 'en'): Promise<void>
  /** Work inside a tenant of the demo, for people a journey brings along. */
  inside<T>(tenant: string, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Does something behind the back, as the owner of the tables; answers how many rows it touched. */
  behind(statement: string): Promise<number>
  /** Gives the venues of the first demo their pictures: drawing takes its time, and journeys do without. */
  drawPictures(): Promise<void>
  /** Stops the server and starts it on the same address and data at another time. */
  turnTo(clock: string): Promise<void>
  close(): Promise<void>
}

/** Starts the server on a free port with the demo loaded, and with the outside services a journey brings. */
export async function startWorld(outside: OutsideServices = noOutsideServices): Promise<World> {
  const database = await demoDatabase(clock)
  const dataFolder = mkdtempSync(join(tmpdir(), 'gonghui-e2e-'))
  const serve = (port: number, at: string) =>
    startServer({
      databaseUrl: database.appUrl,
      keys: testKeys,
      dataFolder,
      host: '127.0.0.1',
      port,
      secureCookies: false,
      outside,
      clock: at,
    })
  let server = await serve(0, clock)
  return {
    url: server.url,
    inside: (tenant, work) => insideTenant(database.appUrl, tenant, work),
    drawPictures: () =>
      insideTenant(database.appUrl, demoMakers[0]!.code, (tx) => loadEvidence(tx, dataFolder)),
    behind: (statement) => behindTheBack(database.ownerUrl, statement),
    turnTo: async (at) => {
      const port = Number(new URL(server.url).port)
      await server.close()
      server = await serve(port, at)
    },
    signIn: (page, role, language = 'zh') =>
      signIn(page, { url: server.url, login: loginOf(role), language }),
    close: async () => {
      await server.close()
      await database.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

async function behindTheBack(ownerUrl: string, statement: string): Promise<number> {
  const owner = openPool({ url: ownerUrl, connections: 1, clock })
  try {
    return (await owner.query(statement)).rowCount ?? 0
  } finally {
    await owner.end()
  }
}

async function insideTenant<T>(url: string, code: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  const pool = openPool({ url, connections: 1, clock })
  try {
    const { rows } = await pool.query<{ id: string }>('select id from tenants where code = $1', [code])
    return await inTenant({ pool, keys: testKeys }, rows[0]!.id, work)
  } finally {
    await pool.end()
  }
}

function loginOf(role: string): string {
  return role.includes('@') ? role : `${role}@${demoMakers[0]!.code}`
}

async function signIn(
  page: Page,
  { url, login, language }: { url: string; login: string; language: 'zh' | 'en' },
): Promise<void> {
  await page.goto(`${url}/?lang=${language}`)
  await page.getByRole('textbox', { name: language === 'zh' ? '账号' : 'Login', exact: true }).fill(login)
  await page.getByLabel(language === 'zh' ? '密码' : 'Password', { exact: true }).fill(demoPassword(login))
  await page.getByRole('button', { name: language === 'zh' ? '登录' : 'Sign in', exact: true }).click()
  await page.waitForURL(/\/(console|me)/)
}
