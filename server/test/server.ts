import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import type { MasterKeys } from '#server/platform/crypto.ts'
import { createServer } from '#server/main.ts'
import type { Platform } from '#server/platform/platform.ts'
import { scratchDatabase, testHashKey, type ScratchDatabase } from './scratch-database.ts'

/** Keys of all tests. */
export const testKeys: MasterKeys = {
  currentId: 1,
  byId: new Map([[1, Buffer.alloc(32, 7)]]),
  hashKey: testHashKey,
}

/** A whole server on this test file's database, not listening: requests are injected. */
export interface TestServer {
  app: FastifyInstance
  platform: Platform
  /** The owner's connections, past row security: for makers and for looking behind the app role. */
  owner: pg.Pool
  dataFolder: string
  database: ScratchDatabase
}

let own: Promise<TestServer> | undefined

after(closeTestServer)

/** Ends the server and drops its database: done after the last test, or by a script that is no test. */
export async function closeTestServer(): Promise<void> {
  const server = await own
  if (server === undefined) return
  await server.app.close()
  await server.platform.jobs.stop()
  await server.platform.pool.end()
  await server.platform.urn.end()
  await server.owner.end()
  await server.database.close()
  rmSync(server.dataFolder, { recursive: true, force: true })
  own = undefined
}

/** The server of this test file, made at the first call. Its job loop runs. */
export function testServer(): Promise<TestServer> {
  own ??= scratchDatabase().then((database) => make(database, newDataFolder()))
  return own
}

/** The server of this process on a database and a copy of a data folder that are there already. */
export function serveCopy(database: ScratchDatabase, files: string): Promise<TestServer> {
  const dataFolder = newDataFolder()
  cpSync(files, dataFolder, { recursive: true })
  own = make(database, dataFolder)
  return own
}

function newDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'gonghui-test-data-'))
}

async function make(database: ScratchDatabase, dataFolder: string): Promise<TestServer> {
  const { app, platform } = await createServer({
    databaseUrl: database.appUrl,
    keys: testKeys,
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    secureCookies: false,
    clock: process.env.GONGHUI_CLOCK,
  })
  await app.ready()
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 })
  // The database may go before its last idle connection when everything ends.
  owner.on('error', () => {})
  platform.jobs.start()
  return {
    app,
    platform,
    owner,
    dataFolder,
    database,
  }
}
