import { sql } from 'kysely'
import type { Author } from '#server/platform/audit.ts'
import { inTenant, type Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { RunningJob } from '#server/platform/jobs.ts'
import type { Platform } from '#server/platform/platform.ts'
import { slipCode, slipHash } from './secrets.ts'
import { endSlips, insertSlipRun, insertSlips } from './store.ts'

const slipsAtOnce = 250

/** The job: writes the slips of a printing, some at a time. Run again after a crash it goes on where it stopped. */
export async function writeSlips(platform: Platform, job: RunningJob): Promise<Record<string, unknown>> {
  const inside = <T>(work: (tx: Tx) => Promise<T>) => inTenant(platform, job.tenantId!, work)
  const run = await inside((tx) => runOf(tx, job.payload.runId!))
  for (let at = 0; at < run.personIds.length; at += slipsAtOnce) {
    await job.progress('slips', at, run.personIds.length)
    await inside((tx) => writeSome(tx, run, run.personIds.slice(at, at + slipsAtOnce)))
  }
  return { runId: run.id, slips: run.personIds.length }
}

/** Whose slips, filed under which organisation, good until when. */
export interface SlipOrder {
  organisationId: string
  personIds: string[]
  expiresOn: string
}

interface Run {
  id: string
  personIds: string[]
  expiresOn: string
}

async function runOf(tx: Tx, id: string): Promise<Run> {
  const row = await tx
    .selectFrom('slip_runs')
    .select(['id', 'person_ids as personIds', 'expires_on as expiresOn'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row as Run
}

/** Gives some members their slips at once, without a job: few, or where nobody waits at a screen. */
export async function giveSlips(tx: Tx, author: Author, slips: SlipOrder): Promise<void> {
  const { personIds, organisationId, expiresOn } = slips
  const id = newId()
  await insertSlipRun(tx, author, {
    id,
    organisation_id: organisationId,
    person_ids: personIds,
    expires_on: expiresOn,
  })
  await writeSome(tx, { id, personIds, expiresOn }, personIds)
}

/** Older slips are replaced only now, when the new ones are written; somebody who has left the roster meanwhile gets none. */
async function writeSome(tx: Tx, run: Run, personIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ personId: string; unionId: string }>`
    select person_id as "personId", union_id as "unionId" from member_index
    where tenant_id = ${tx.tenantId} and person_id = any(${personIds}::uuid[]) order by person_id`.execute(tx)
  await endSlips(tx, { personIds, exceptRun: run.id }, { outcome: 'replaced', endedBy: null })
  const slips = rows.map((row) => {
    const id = newId()
    return { id, ...row, hash: slipHash(tx.keys, slipCode(tx.keys, { tenantId: tx.tenantId, slipId: id })) }
  })
  await insertSlips(tx, run, slips)
}
