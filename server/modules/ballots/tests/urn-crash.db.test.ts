import { test } from 'node:test'
import { run } from './urn-crash.soak.ts'

test('a server killed while devices cast and give up loses no ballot, and hands out no paper for a live token', async (t) => {
  t.diagnostic(await run({ count: 1 }))
})
