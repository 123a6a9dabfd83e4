import assert from 'node:assert/strict'
import { test } from 'node:test'
import { playMoney } from './play-money.ts'

const seed = Number(process.env.GONGHUI_TEST_SEED ?? Date.now() % 2 ** 31)

test('in random movements of money every entry that fits goes in, every other is refused, and each fen is found', async () => {
  console.log(`seed ${seed}`)
  const { refused, reversed } = await playMoney({ count: 1500, seed })
  assert.ok(refused > 20 && reversed > 20, 'a course without refusals or reversals would prove nothing')
})
