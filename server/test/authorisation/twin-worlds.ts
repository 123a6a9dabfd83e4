import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { createServer } from '#server/main.ts'
import type { Log } from '#server/platform/log.ts'
import { copyOfDatabase, type ScratchDatabase } from '#server/test/scratch-database.ts'
import { testKeys, testServer } from '#server/test/server.ts'

/** A copy of the test server's world, to the byte, with a server of its own: what differs between two of them is what was done in one. */
export interface Twin {
  app: FastifyInstance
  /** The owner's connections, past row security. */
  owner: pg.Pool
  /** Every line its server has logged. */
  lines: string[]
  close(): Promise<void>
}

/** Copies the world of the test server as it stands so many times. Nothing may be asked of it meanwhile. */
export async function makeTwins(count: number): Promise<Twin[]> {
  const { database, dataFolder, platform } = await testServer()
  await platform.jobs.stop()
  const twins: Twin[] = []
  for (let made = 0; made < count; made += 1)
    twins.push(await twinOf(await copyOfDatabase(database), dataFolder))
  return twins
}

async function twinOf(database: ScratchDatabase, filesOf: string): Promise<Twin> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'gonghui-twin-'))
  cpSync(filesOf, dataFolder, { recursive: true })
  const lines: string[] = []
  const log: Log = {
    info: (message, facts) => void lines.push(JSON.stringify([message, facts])),
    error: (message, error) => void lines.push(JSON.stringify([message, String(error)])),
  }
  const { app, platform } = await createServer({
    databaseUrl: database.appUrl,
    keys: testKeys,
    dataFolder,
    host: '127.0.0.1',
    port: 0,
    secureCookies: false,
    clock: process.env.GONGHUI_CLOCK,
    log,
  })
  await app.ready()
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 })
  owner.on('error', () => {})
  return {
    app,
    owner,
    lines,
    close: async () => {
      await app.close()
      await platform.pool.end()
      await owner.end()
      await database.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
