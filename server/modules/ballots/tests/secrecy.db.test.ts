import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testServer } from '#server/test/server.ts'
import { letRivalsAct, withoutTheKey, withoutTheLock } from './rivals.ts'
import { run } from './secrecy.soak.ts'
import { filledUrn, tamperOnce } from './tampering.ts'
import { urnWorld } from './urn-world.ts'

test('the linking program finds no more than chance, and the controls whole', async (t) => {
  t.diagnostic(await run({ count: 2 }))
})

test('however many act with a token at once, it has one live ballot at most, and none once it was given up', async () => {
  const { platform, owner } = await testServer()
  const { twoLive, liveAndCancelled, accepted } = await letRivalsAct(platform, 96)
  assert.deepEqual([twoLive, liveAndCancelled], [0, 0])
  assert.ok(accepted > 0)
  assert.equal(
    (await withoutTheLock(platform)).liveAndCancelled,
    1,
    'the control: without the lock it has both',
  )
  assert.equal(
    (await withoutTheKey(platform, owner)).twoLive,
    1,
    'the control: without the key of the table it has two',
  )
})

test('whoever has the urn’s database and not the token key is found against the last copy', async () => {
  const { platform, owner } = await testServer()
  const world = await urnWorld(platform)
  const copy = await filledUrn(world)
  for (let tries = 0; tries < 12; tries += 1) {
    const { what, isFound } = await tamperOnce(world, owner, copy)
    assert.ok(isFound, what)
  }
})
