import { readFileSync, writeFileSync } from 'node:fs'
import { TestClient, type KeptClient } from '#server/test/client.ts'
import type { ScratchDatabase } from '#server/test/scratch-database.ts'
import { serveCopy } from '#server/test/server.ts'
import type { World } from './world.ts'

type Kept = Omit<World, 'clients'> & {
  database: Pick<ScratchDatabase, 'ownerUrl' | 'appUrl'>
  files: string
  clients: [string, KeptClient][]
}

/** Where a world stands: a database that nobody else uses, and the data folder it was made with. */
export interface Ground {
  database: ScratchDatabase
  files: string
}

/** Writes down everybody and every place of a world, and the ground it stands on, for another process. */
export function keepWorld(file: string, world: World, { database, files }: Ground): void {
  const { ownerUrl, appUrl } = database
  const clients = Object.entries(world.clients).map(([role, client]): Kept['clients'][number] => [
    role,
    client.kept,
  ])
  writeFileSync(
    file,
    JSON.stringify({ ...world, database: { ownerUrl, appUrl }, files, clients } satisfies Kept),
  )
}

/** Serves a kept world in this process; its people go on with the cookies they had. */
export async function openWorld(file: string): Promise<World> {
  const { database, files, clients, ...world } = JSON.parse(readFileSync(file, 'utf8')) as Kept
  const { app } = await serveCopy({ ...database, close: () => Promise.resolve() }, files)
  const kept = clients.map(([role, client]) => [role, TestClient.of(app, client)])
  return { ...world, clients: Object.fromEntries(kept) as World['clients'] }
}
