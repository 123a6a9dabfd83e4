import { randomInt } from 'node:crypto'
import { test } from 'node:test'
import { tryEvents } from './seating.soak.ts'

test('in random events nobody meets twice or somebody they are kept apart from, and sitting out is shared', async (t) => {
  t.diagnostic(await tryEvents(100, randomInt(2 ** 31)))
})
