import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sealText, unwrapKey } from '#server/platform/crypto.ts'
import { testServer } from '#server/test/server.ts'
import { tellResultsJob } from '../choices/tell-results.ts'
import { makeEvening } from './make-evening.ts'

test('everybody who came is told with the same words, whether they found somebody or not', async () => {
  const evening = await makeEvening({ men: 2, women: 1 })
  const { owner, platform } = await testServer()
  await evening.tenant.inside(async (tx) => {
    const keys = await tx.selectFrom('person_keys').selectAll().where('tenant_id', '=', tx.tenantId).execute()
    for (const key of keys)
      await tx
        .updateTable('persons')
        .set({
          mobile_cipher: sealText(unwrapKey(tx.keys, key.wrapped_key, key.master_key_id), '13800000000'),
          mobile_hash: Buffer.alloc(16, 1),
          mobile_tail_hash: Buffer.alloc(16, 2),
        })
        .where('tenant_id', '=', tx.tenantId)
        .where('id', '=', key.person_id)
        .execute()
  })
  const told = await tellResultsJob(platform)({
    id: '',
    tenantId: evening.tenant.id,
    kind: '',
    payload: { eventId: evening.eventId },
    fence: 0,
    progress: () => Promise.resolve(),
  })
  assert.deepEqual(told, { told: 3 })
  const { rows } = await owner.query<{ n: number; lengths: number }>(
    `select count(*)::int as n, count(distinct octet_length(content_cipher))::int as lengths from messages
     where tenant_id = $1 and purpose = 'matchmaking.results'`,
    [evening.tenant.id],
  )
  assert.deepEqual(rows, [{ n: 3, lengths: 1 }])
})
