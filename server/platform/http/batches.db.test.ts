import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { Type } from 'typebox'
import { operation } from '#contract/operation.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import type { Actor } from '../actor.ts'
import { AppError } from '../errors.ts'
import { newId } from '../ids.ts'
import { Batches } from './batches.ts'
import { batchedRoute } from './route.ts'

const count = operation({
  method: 'POST',
  path: '/counts',
  summary: 'Counts',
  body: Type.Object({ what: Type.String(), said: Type.String() }),
  output: Type.Object({ no: Type.Integer() }),
})

/** A counter that many ask at once: `no` is refused, `broken` fails whatever transaction it is in. */
async function makeCounter() {
  const { platform } = await testServer()
  const tenant = await makeTenant()
  const together: number[] = []
  let served = 0
  const route = batchedRoute('countUp', count, 'own.write', {
    about: ({ what }) => what,
    run: async (_tx, asked) => {
      if (asked.some(({ input }) => input.said === 'broken')) throw new Error('broken')
      together.push(asked.length)
      return asked.map(({ input }) =>
        input.said === 'no' ? new AppError('refused', 'events.full') : { no: ++served },
      )
    },
  })
  const batches = new Batches(platform, route, (output) => ({ status: 200, text: JSON.stringify(output) }))
  const ask = (
    said: string,
    { key = null, accountId = newId() }: { key?: string | null; accountId?: string } = {},
  ) =>
    batches.serve({
      actor: { tenantId: tenant.id, accountId } as Actor,
      input: { what: 'one', said },
      named:
        key === null
          ? null
          : { accountId, operation: 'countUp', keyHash: sha256(key), fingerprint: sha256(said) },
    })
  return { ask, together }
}

test('requests that come together share a transaction; each has its own answer, and one refusal is one person’s', async () => {
  const { ask, together } = await makeCounter()
  const answers = await Promise.allSettled(['yes', 'yes', 'no', 'yes'].map((said) => ask(said)))
  assert.deepEqual(
    answers.map((each) =>
      each.status === 'fulfilled' ? (JSON.parse(each.value.text) as unknown) : (each.reason as AppError).code,
    ),
    [{ no: 1 }, { no: 2 }, 'events.full', { no: 3 }],
  )
  assert.deepEqual(together, [4])
})

test('an accident is the accident of one: the others are served again without it', async () => {
  const { ask } = await makeCounter()
  const answers = await Promise.allSettled(['yes', 'broken', 'yes'].map((said) => ask(said)))
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  )
})

test('a request sent twice under one key has one effect and one answer, together or later; refused, it may be tried again', async () => {
  const { ask } = await makeCounter()
  const accountId = newId()
  const [first, second] = await Promise.all(['a', 'a'].map((key) => ask('yes', { key, accountId })))
  assert.equal(first!.text, second!.text)
  assert.deepEqual([first!.repeated, second!.repeated], [false, true])
  assert.equal((await ask('yes', { key: 'a', accountId })).text, first!.text)
  await assert.rejects(ask('other', { key: 'a', accountId }), { code: 'common.key_reused' })
  await assert.rejects(ask('no', { key: 'b', accountId }), { code: 'events.full' })
  await assert.rejects(ask('no', { key: 'b', accountId }), { code: 'events.full' })
})

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
