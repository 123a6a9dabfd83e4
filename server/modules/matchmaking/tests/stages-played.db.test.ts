import assert from 'node:assert/strict'
import { test } from 'node:test'
import { playSequences, sendRobot } from './play-entry.ts'

const seed = Number(process.env.GONGHUI_TEST_SEED ?? Date.now() % 2 ** 31)

test('in random sequences of what can happen nobody ever receives a field above the stage the two have reached', async () => {
  console.log(`seed ${seed}`)
  const { shown } = await playSequences({ count: 100, seed })
  assert.ok(shown > 100, 'sequences in which nobody is shown would prove nothing')
})

test('a robot that tries ids and numbers reads the profiles it was given, and all its refusals are one answer', async () => {
  console.log(`seed ${seed}`)
  await sendRobot({ count: 300, seed })
})
