import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import type { ErrorBody } from '#contract/errors.ts'
import type { RosterImport } from '#contract/roster.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestClient } from '#server/test/client.ts'
import type { TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import type { RegisterEntry } from '../rules/register.ts'

/** What a test sends as a multipart request. */
export interface TestUpload {
  file: Buffer | string
  fields: Record<string, string>
  fileName?: string
}

/** Uploads and waits: what the tests of imports share. */
export interface ImportHarness {
  /** Unions and employers of a register file, below the federation. Returns ids by name. */
  loadRegister(register: { organisations: RegisterEntry[] }): Promise<Map<string, string>>
  upload<T>(
    client: TestClient,
    path: string,
    sent: TestUpload,
  ): Promise<{ status: number; body: T & ErrorBody }>
  /** Waits until the background work on an import is over. */
  settled(client: TestClient, importId: string): Promise<RosterImport>
  /** Uploads a roster and waits for its dry run. */
  dryRun(client: TestClient, sent: TestUpload): Promise<RosterImport>
  /** Commits and waits. */
  commit(client: TestClient, importId: string): Promise<RosterImport>
  undo(client: TestClient, importId: string): Promise<RosterImport>
}

/** The harness of one tenant. */
export async function importer(tenant: TestTenant): Promise<ImportHarness> {
  const { app } = await testServer()
  const upload: ImportHarness['upload'] = async (client, path, sent) => {
    const { payload, contentType } = multipart(sent)
    const response = await app.inject({
      method: 'POST',
      url: `/api/v1/${path}`,
      headers: { ...client.headers, 'content-type': contentType },
      payload,
    })
    return { status: response.statusCode, body: JSON.parse(response.body) as never }
  }
  const settled = async (client: TestClient, importId: string): Promise<RosterImport> => {
    for (;;) {
      const { status, body } = await client.get<RosterImport>(`/roster-imports/${importId}`)
      if (status !== 200) throw new Error(`import is ${status}: ${JSON.stringify(body)}`)
      if (!['judging', 'committing', 'undoing'].includes(body.state)) return body
      await sleep(25)
    }
  }
  const act = (verb: string) => async (client: TestClient, importId: string) => {
    const { status, body } = await client.post(`/roster-imports/${importId}/${verb}`)
    if (status !== 202) throw new Error(`${verb} is ${status}: ${JSON.stringify(body)}`)
    return settled(client, importId)
  }
  return {
    loadRegister: (register) =>
      tenant.inside((tx) => makeRegister(tx, tenant.federationId, register.organisations)),
    upload,
    settled,
    dryRun: async (client, sent) => {
      const { status, body } = await upload<{ importId: string }>(client, 'roster-imports', sent)
      if (status !== 202) throw new Error(`upload is ${status}: ${JSON.stringify(body)}`)
      return settled(client, body.importId)
    },
    commit: act('commit'),
    undo: act('undo'),
  }
}

function multipart({ file, fields, fileName = 'roster.xlsx' }: TestUpload): {
  payload: Buffer
  contentType: string
} {
  const boundary = '----gonghui-test-boundary'
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `${parts.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return {
    payload: Buffer.concat([
      Buffer.from(head),
      Buffer.from(file as string),
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
    contentType: `multipart/form-data; boundary=${boundary}`,
  }
}

const since = '2000-01-01'

/** Organisations of a register, flat below the federation; an employer below its union. */
export async function makeRegister(
  tx: Tx,
  federationId: string,
  entries: readonly RegisterEntry[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const add = async (
    kind: string,
    parentId: string,
    profile: { name: string; uscc: string | null; former: readonly string[] },
  ) => {
    const known = ids.get(`${kind} ${profile.name}`)
    if (known !== undefined) return known
    const id = newId()
    ids.set(`${kind} ${profile.name}`, id)
    await sql`insert into organisations (tenant_id, id, kind, stat_code, tree_no)
      values (${tx.tenantId}, ${id}, ${kind}, ${`R${id}`}, ${randomInt(2 ** 47)})`.execute(tx)
    await sql`insert into organisation_profiles (tenant_id, id, organisation_id, name, uscc, starts_on)
      values (${tx.tenantId}, ${newId()}, ${id}, ${profile.name}, ${profile.uscc}, ${since})`.execute(tx)
    for (const former of profile.former)
      await sql`insert into organisation_profiles (tenant_id, id, organisation_id, name, uscc, starts_on, ends_before)
        values (${tx.tenantId}, ${newId()}, ${id}, ${former}, ${profile.uscc}, '1990-01-01', ${since})`.execute(
        tx,
      )
    await sql`insert into affiliations (tenant_id, id, child_id, parent_id, kind, starts_on)
      values (${tx.tenantId}, ${newId()}, ${id}, ${parentId}, 'leads', ${since})`.execute(tx)
    await sql`insert into organisation_tree (tenant_id, ancestor_id, descendant_id, depth, starts_on)
      select ${tx.tenantId}::uuid, ${id}::uuid, ${id}::uuid, 0, ${since}::date
      union all
      select tenant_id, ancestor_id, ${id}::uuid, depth + 1, starts_on from organisation_tree
      where tenant_id = ${tx.tenantId} and descendant_id = ${parentId}::uuid`.execute(tx)
    return id
  }
  for (const entry of entries) {
    let parent = federationId
    if (entry.union_name) {
      const union = { name: entry.union_name, uscc: entry.union_uscc ?? null, former: [] }
      parent = await add('basic_union', federationId, union)
    }
    if (entry.name) {
      const employer = { name: entry.name, uscc: entry.uscc ?? null, former: entry.former_names ?? [] }
      await add('employer', parent, employer)
    }
  }
  return new Map([...ids].map(([key, id]) => [key.slice(key.indexOf(' ') + 1), id]))
}
