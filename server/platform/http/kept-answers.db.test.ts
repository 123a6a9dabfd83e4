import assert from 'node:assert/strict'
import { test } from 'node:test'
import { modules } from '#server/app.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { newId } from '../ids.ts'

async function anOffice() {
  const tenant = await makeTenant()
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  // Without a number of a document nothing but the key tells two admissions of the same name apart.
  const body = {
    unionId: tenant.north.unionId,
    name: '周测试',
    joinedOn: '2024-01-01',
    birthDate: '1990-05-06',
  }
  return { tenant, officer, body }
}

interface Sent {
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path?: string
  body: object
  key: string
}

/** Sends a write with a key and gives status, the exact text, and whether it was a repetition. */
async function send(client: TestClient, { method = 'POST', path = '/members', body, key }: Sent) {
  const { app } = await testServer()
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { ...client.headers, 'idempotency-key': key },
    payload: body,
  })
  const repeated = answer.headers['idempotency-replayed'] === 'true'
  return { status: answer.statusCode, text: answer.body, repeated }
}

const codeOf = ({ text }: { text: string }) => (JSON.parse(text) as { error: { code: string } }).error.code

/** How often the effect happened. */
async function countOf(tenantId: string, name = '周测试'): Promise<number> {
  const { owner } = await testServer()
  const { rows } = await owner.query<{ count: number }>(
    'select count(*)::int as count from persons where tenant_id = $1 and name = $2',
    [tenantId, name],
  )
  return rows[0]!.count
}

test('the same key with the same content does the work once and answers the same to the byte', async () => {
  const { tenant, officer, body } = await anOffice()
  const first = await send(officer, { body, key: 'one' })
  const second = await send(officer, { body, key: 'one' })
  assert.equal(first.status, 201)
  assert.deepEqual(second, { ...first, repeated: true })
  assert.equal(await countOf(tenant.id), 1)
  const other = await send(officer, { body, key: 'two' })
  assert.equal(other.repeated, false)
})

test('the same key with other content, or at another address of the operation, is refused', async () => {
  const { tenant, officer, body } = await anOffice()
  await send(officer, { body, key: 'one' })
  const changed = await send(officer, { body: { ...body, name: '吴测试' }, key: 'one' })
  assert.equal(changed.status, 422)
  assert.equal(codeOf(changed), 'common.key_reused')
  const ending = { outcome: 'done' }
  const [a, b] = await tasksOf(tenant)
  const path = (id: string) => `/inbox/tasks/${id}/ending`
  assert.equal((await send(officer, { path: path(a), body: ending, key: 'task' })).status, 200)
  assert.equal(codeOf(await send(officer, { path: path(b), body: ending, key: 'task' })), 'common.key_reused')
  assert.equal((await send(officer, { path: path(a), body: ending, key: 'task' })).repeated, true)
})

test('one key means another thing for another operation and for another account', async () => {
  const { tenant, officer, body } = await anOffice()
  const colleague = await tenant.officer('federation_officer', tenant.federationId)
  await send(officer, { body, key: 'one' })
  const hers = await send(colleague, { body, key: 'one' })
  assert.deepEqual([hers.status, hers.repeated], [201, false])
  assert.equal(await countOf(tenant.id), 2)
  const [task] = await tasksOf(tenant)
  const ended = await send(officer, {
    path: `/inbox/tasks/${task}/ending`,
    body: { outcome: 'done' },
    key: 'one',
  })
  assert.deepEqual([ended.status, ended.repeated], [200, false])
})

test('what was refused is not kept: with the same key it may succeed later', async () => {
  const { tenant, officer, body } = await anOffice()
  const { owner } = await testServer()
  const nowhere = newId()
  const refused = await send(officer, { body: { ...body, unionId: nowhere }, key: 'one' })
  assert.equal(refused.status, 404)
  const done = await send(officer, { body, key: 'one' })
  assert.deepEqual([done.status, done.repeated], [201, false])
  const { rows } = await owner.query('select from kept_answers where tenant_id = $1', [tenant.id])
  assert.equal(rows.length, 1)
})

test('twenty at once have one effect and one answer', async () => {
  const { tenant, officer, body } = await anOffice()
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(officer, { body, key: 'one' })))
  assert.equal(new Set(answers.map((answer) => answer.text)).size, 1)
  assert.equal(answers.filter((answer) => !answer.repeated).length, 1)
  assert.equal(await countOf(tenant.id), 1)
})

test('control: with the unique row switched off, twenty at once have more than one effect', async () => {
  const { tenant, officer, body } = await anOffice()
  await onEachRow(tenant.id, 'insert', 'new.key_hash := uuid_send(gen_random_uuid())')
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(officer, { body, key: 'one' })))
  assert.ok(answers.filter((answer) => answer.status === 201 && !answer.repeated).length > 1)
  assert.ok((await countOf(tenant.id)) > 1)
})

test('an end between effect and kept answer leaves neither', async () => {
  const { tenant, officer, body } = await anOffice()
  const stop = await onEachRow(tenant.id, 'update', 'perform pg_terminate_backend(pg_backend_pid())')
  const broken = await send(officer, { body, key: 'one' })
  assert.equal(broken.status, 503)
  assert.equal(await countOf(tenant.id), 0)
  await stop()
  const done = await send(officer, { body, key: 'one' })
  assert.deepEqual([done.status, done.repeated], [201, false])
  assert.equal(await countOf(tenant.id), 1)
})

test('after seven days a key is new again, and answers are cleared away', async () => {
  const { tenant, officer, body } = await anOffice()
  const { owner, platform } = await testServer()
  const age = (hours: number) =>
    owner.query(`update kept_answers set created_at = now() - $2 * interval '1 hour' where tenant_id = $1`, [
      tenant.id,
      hours,
    ])
  await send(officer, { body, key: 'one' })
  await age(7 * 24 - 1)
  assert.equal((await send(officer, { body, key: 'one' })).repeated, true)
  await age(7 * 24 + 1)
  assert.equal((await send(officer, { body, key: 'one' })).repeated, false)
  const two = await send(officer, { body, key: 'two' })
  assert.equal(two.status, 201)
  await age(7 * 24 + 1)
  const jobs = modules.find(({ name }) => name === 'kept answers')!.jobs!(platform)
  const job = { id: '', kind: '', fence: 1, payload: {}, tenantId: tenant.id, progress: async () => {} }
  assert.deepEqual(await jobs['http.forget_answers']!(job), { forgotten: 2 })
})

test('answers lie sealed, and keys only as hashes', async () => {
  const { tenant, officer, body } = await anOffice()
  const { owner } = await testServer()
  const { text } = await send(officer, { body, key: 'a-key-of-mine' })
  const { rows } = await owner.query<{ line: string }>(
    `select encode(key_hash, 'escape') || encode(answer, 'escape') as line from kept_answers where tenant_id = $1`,
    [tenant.id],
  )
  assert.ok(!rows[0]!.line.includes('a-key-of-mine'))
  assert.ok(!rows[0]!.line.includes(text.slice(2, 20)))
})

test('an upload sent twice is taken once; another file under the same key is refused', async () => {
  const { tenant, officer } = await anOffice()
  const { owner } = await testServer()
  const upload = (content: string) => {
    const form = new FormData()
    form.set('file', new Blob([content]), 'one.pdf')
    return send(officer, { path: '/attachments', body: form, key: 'file' })
  }
  const pdf = '%PDF-1.4\ntrailer\n%%EOF\n'
  const answers = await Promise.all([upload(pdf), upload(pdf), upload(pdf)])
  assert.equal(answers[0].status, 201, answers[0].text)
  assert.equal(new Set(answers.map((answer) => answer.text)).size, 1)
  assert.equal(codeOf(await upload(pdf.replace('1.4', '1.5'))), 'common.key_reused')
  const { rows } = await owner.query('select from attachments where tenant_id = $1', [tenant.id])
  assert.equal(rows.length, 1)
})

test('a key is visible ASCII of at most 200 characters', async () => {
  const { officer, body } = await anOffice()
  for (const key of ['', 'with blank', 'x'.repeat(201)]) {
    const answer = await send(officer, { body, key })
    assert.equal(answer.status, 400, key)
  }
})

/** Has the database do something whenever a row of kept answers of this tenant is written; gives what undoes it. */
async function onEachRow(
  tenantId: string,
  event: 'insert' | 'update',
  what: string,
): Promise<() => Promise<void>> {
  const { owner } = await testServer()
  const name = `test_${newId().replaceAll('-', '_')}`
  await owner.query(
    `create function ${name}() returns trigger language plpgsql security definer as $$ begin ${what}; return new; end $$`,
  )
  await owner.query(
    `create trigger ${name} before ${event} on kept_answers for each row when (new.tenant_id = '${tenantId}') execute function ${name}()`,
  )
  return async () => {
    await owner.query(`drop trigger ${name} on kept_answers`)
  }
}

/** Two open tasks at the federation. */
async function tasksOf(tenant: Awaited<ReturnType<typeof makeTenant>>): Promise<[string, string]> {
  const { createTask } = await import('#server/modules/inbox/index.ts')
  const make = () =>
    tenant.inside((tx) =>
      createTask(tx, null, {
        kind: 'place_memberships',
        organisationId: tenant.federationId,
        permission: 'people.write',
        subjectId: null,
        params: { count: 1 },
        dueOn: null,
      }),
    )
  return [await make(), await make()]
}
