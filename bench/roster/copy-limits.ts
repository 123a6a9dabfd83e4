import { createReadStream, createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { postgresSeconds } from '../members/processes.ts'
import type { RosterPlace } from './place.ts'

/** What PostgreSQL needs for the same rows without anybody judging, comparing or encrypting them. */
export interface CopyLimits {
  indexedSeconds: number
  indexedProcessorSeconds: number
  plainSeconds: number
}

/** The tables a committed roster fills, in the order their keys allow. */
const tables = [
  'persons',
  'person_keys',
  'memberships',
  'employments',
  'service_cards',
  'member_index',
  'union_member_counts',
]

/** The twenty columns of the sheet, as staged. */
const sheetColumns = `name, sex, birth_date, ethnic_group, political_affiliation, education_level, household_type, migrant_worker, document_cipher,
  document_hash, mobile_cipher, mobile_hash, card_cipher, union_id, employer_id, joined_on, form, status, union_group, job`

/** COPY of the committed rows into the same tables with their indexes and keys, and of twenty columns into one plain unlogged table. */
export async function copyLimits(place: RosterPlace): Promise<CopyLimits> {
  const owner = new pg.Client({ connectionString: place.ownerUrl })
  await owner.connect()
  const file = (table: string) => join(place.folder, `${table}.copy`)
  try {
    await owner.query('analyze')
    for (const table of tables)
      await unload(
        owner,
        file(table),
        `select * from ${table} where tenant_id = '${place.tenantId}'${only(table)}`,
      )
    await unload(
      owner,
      file('sheet'),
      `select ${sheetColumns} from import_rows where tenant_id = '${place.tenantId}'`,
    )
    await emptyMembers(owner)
    const before = postgresSeconds(place.postmaster)
    const indexedSeconds = await timed(async () => {
      await owner.query('begin')
      for (const table of tables) await load(owner, file(table), table)
      await owner.query('commit')
    })
    const indexedProcessorSeconds = postgresSeconds(place.postmaster) - before
    await owner.query(`create unlogged table plain as select ${sheetColumns} from import_rows limit 0`)
    const plainSeconds = await timed(() => load(owner, file('sheet'), 'plain'))
    return { indexedSeconds, indexedProcessorSeconds, plainSeconds }
  } finally {
    for (const table of [...tables, 'sheet']) rmSync(file(table), { force: true })
    await owner.end()
  }
}

/** The officer herself was there before the roster. */
function only(table: string): string {
  if (table === 'persons') return ' and import_id is not null'
  return table === 'person_keys'
    ? ' and person_id in (select id from persons where import_id is not null)'
    : ''
}

async function emptyMembers(owner: pg.Client): Promise<void> {
  await owner.query(
    'truncate persons, person_keys, memberships, employments, service_cards, member_index, union_member_counts cascade',
  )
  await owner.query('checkpoint')
}

async function unload(owner: pg.Client, path: string, query: string): Promise<void> {
  await pipeline(owner.query(to(`copy (${query}) to stdout (format binary)`)), createWriteStream(path))
}

async function load(owner: pg.Client, path: string, table: string): Promise<void> {
  await pipeline(createReadStream(path), owner.query(from(`copy ${table} from stdin (format binary)`)))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}
