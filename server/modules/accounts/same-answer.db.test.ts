import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '#server/platform/ids.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { makeAccount } from './test/make-account.ts'

test('unknown, wrong and closed answer the same words and take the same class of time', async (t) => {
  const { app, owner } = await testServer()
  const tenant = await makeTenant()
  const [known, closed] = [await makeAccount(tenant), await makeAccount(tenant)]
  await owner.query(`insert into account_closures (tenant_id, account_id) values ($1, $2)`, [
    tenant.id,
    closed.accountId,
  ])
  const times = { unknown: [] as number[], wrong: [] as number[], closed: [] as number[] }
  const bodies = new Set<string>()
  for (let i = 0; i < 15; i += 1) {
    for (const [kind, name] of [
      ['unknown', `nobody-${newId()}`],
      ['wrong', known.login],
      ['closed', closed.login],
    ] as const) {
      const began = performance.now()
      const answer = await app.inject({
        method: 'POST',
        url: '/api/v1/sessions',
        remoteAddress: `10.30.${i}.1`,
        payload: { login: name, password: 'a wrong one' },
      })
      times[kind].push(performance.now() - began)
      bodies.add(`${answer.statusCode} ${answer.body.replace(/"requestId":"[^"]*"/, '')}`)
    }
  }
  assert.equal(bodies.size, 1)
  const median = (each: number[]) => each.sort((a, b) => a - b)[Math.floor(each.length / 2)]!
  const [unknown, wrong, shut] = [median(times.unknown), median(times.wrong), median(times.closed)]
  t.diagnostic(`medians: unknown ${unknown}, wrong ${wrong}, closed ${shut} ms`)
  assert.ok(Math.max(unknown, wrong, shut) < 3 * Math.min(unknown, wrong, shut))
})
