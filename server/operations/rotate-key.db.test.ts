import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { newPersonKey, unwrapKey, wrapKey, type MasterKeys } from '#server/platform/crypto.ts'
import { createKeyFile, readMasterKeys, type KeyFile } from '#server/platform/master-keys.ts'
import { newId } from '#server/platform/ids.ts'
import { makePerson, makeTenant } from '#server/test/makers.ts'
import { testKeys, testServer } from '#server/test/server.ts'
import { rotateKey } from './rotate-key.ts'

const folder = mkdtempSync(join(tmpdir(), 'gonghui-rotate-'))
const keyPath = join(folder, 'gonghui.key')
const first: KeyFile = {
  current: 1,
  hash: testKeys.hashKey.toString('hex'),
  keys: { 1: testKeys.byId.get(1)!.toString('hex') },
}
createKeyFile(keyPath, first)
after(() => rmSync(folder, { recursive: true, force: true }))

const readFile = () => JSON.parse(readFileSync(keyPath, 'utf8')) as KeyFile

/** Adds persons whose keys are known here in clear. */
async function addPersons(keys: MasterKeys, count: number): Promise<Map<string, Buffer>> {
  const tenant = await makeTenant()
  const clear = new Map<string, Buffer>()
  await tenant.inside(async (tx) => {
    for (let number = 0; number < count; number += 1) {
      const id = await makePerson(tx, { name: '换钥匙' })
      const key = newPersonKey()
      const { wrapped, masterKeyId } = wrapKey(keys, key)
      await tx
        .updateTable('person_keys')
        .set({ wrapped_key: wrapped, master_key_id: masterKeyId })
        .where('tenant_id', '=', tx.tenantId)
        .where('person_id', '=', id)
        .execute()
      clear.set(id, key)
    }
  })
  return clear
}

async function mustOpenAll(keys: MasterKeys, clear: Map<string, Buffer>): Promise<void> {
  const { owner } = await testServer()
  const { rows } = await owner.query<{ id: string; wrapped: Buffer; master: number }>(
    'select person_id as id, wrapped_key as wrapped, master_key_id as master from person_keys where person_id = any($1)',
    [[...clear.keys()]],
  )
  assert.equal(rows.length, clear.size)
  for (const { id, wrapped, master } of rows)
    assert.deepEqual(unwrapKey(keys, wrapped, master), clear.get(id))
}

test('a rotation that is killed goes on when it is run again, and every person’s key opens all along', async () => {
  const { database } = await testServer()
  // A server that runs all the time and was started before the rotation.
  const running = readMasterKeys(keyPath)
  const clear = await addPersons(running, 400)
  const script = join(import.meta.dirname, 'rotate-key-victim.ts')
  // First when the new key was added, then in the middle of wrapping.
  for (const lastWord of ['1', '2']) {
    const victim = spawn(process.execPath, [script, database.ownerUrl, keyPath, lastWord], {
      stdio: 'ignore',
    })
    const [, signal] = (await once(victim, 'exit')) as [number, string]
    assert.equal(signal, 'SIGKILL')
    assert.equal(Object.keys(readFile().keys).length, 2)
    await mustOpenAll(running, clear)
  }
  const more = await addPersons(running, 3)
  const { owner } = await testServer()
  const { keyId } = await rotateKey({ pool: owner, keyPath, graceMilliseconds: 0, progress: () => {} })
  const file = readFile()
  assert.deepEqual(Object.keys(file.keys), [String(keyId)])
  assert.equal(file.hash, first.hash)
  assert.ok(keyId > 1)
  await mustOpenAll(running, new Map([...clear, ...more]))
  await mustOpenAll(readMasterKeys(keyPath), new Map([...clear, ...more]))
})

test('a running server wraps under the new key within a second, and one that cannot see it is refused', async () => {
  const running = readMasterKeys(keyPath)
  const before = running.currentId
  const blind: MasterKeys = {
    currentId: before,
    byId: new Map([...running.byId]),
    hashKey: running.hashKey,
  }
  const { owner } = await testServer()
  const { keyId } = await rotateKey({ pool: owner, keyPath, graceMilliseconds: 0, progress: () => {} })
  assert.equal(keyId, before + 1)
  await sleep(1100)
  assert.equal(running.currentId, keyId)
  const clear = await addPersonsDirectly(running)
  await mustOpenAll(running, clear)
  await assert.rejects(addPersonsDirectly(blind), /person_keys_master_key_check/)
})

async function addPersonsDirectly(keys: MasterKeys): Promise<Map<string, Buffer>> {
  const { owner } = await testServer()
  const key = newPersonKey()
  const { wrapped, masterKeyId } = wrapKey(keys, key)
  const id = newId()
  await owner.query(
    'insert into person_keys (tenant_id, person_id, wrapped_key, master_key_id) values ($1, $2, $3, $4)',
    [newId(), id, wrapped, masterKeyId],
  )
  return new Map([[id, key]])
}
