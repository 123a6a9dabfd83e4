import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testServer } from '#server/test/server.ts'
import { choiceJobs, destroyOldSheets } from '../choices/jobs.ts'
import { joinEvening, makeEvening } from './make-evening.ts'

test('choices close by the clock, once; what comes later is refused', async () => {
  const evening = await makeEvening({ men: 1, women: 1 })
  const { client } = await joinEvening(evening, 'male')
  const { owner, platform } = await testServer()
  const run = () =>
    choiceJobs(platform)['matchmaking.close_choices']!({
      id: '',
      tenantId: evening.tenant.id,
      kind: '',
      payload: {},
      fence: 0,
      progress: () => Promise.resolve(),
    })
  const path = `/me/events/${evening.eventId}/choices`
  assert.equal((await client.request('PUT', path, { choices: [] })).status, 200)
  assert.deepEqual(await run(), { closed: 0 })
  await owner.query(`update social_events set choices_close_at = now() where event_id = $1`, [
    evening.eventId,
  ])
  const late = await client.request<object>('PUT', path, { choices: [] })
  assert.equal(
    late.body.error.code,
    'matchmaking.choices_closed',
    'the database’s clock says so, closed or not',
  )
  assert.deepEqual([await run(), await run()], [{ closed: 1 }, { closed: 0 }])
  const { rows } = await owner.query(
    'select sheets, pairs, closed_by from choice_closings where event_id = $1',
    [evening.eventId],
  )
  assert.deepEqual(rows, [{ sheets: 1, pairs: 0, closed_by: null }])
})

test('key and sheets are destroyed when following up is over, and not before; the numbers stay', async () => {
  const evening = await makeEvening({ men: 1, women: 0 })
  const { client } = await joinEvening(evening, 'female')
  const { owner } = await testServer()
  const left = async () => {
    const { rows } = await owner.query<{ keys: number; sheets: number }>(
      `select (select count(*) from choice_keys where event_id = $1)::int as keys,
        (select count(*) from choice_sheets where event_id = $1)::int as sheets`,
      [evening.eventId],
    )
    return rows[0]
  }
  const closedBefore = (days: number) =>
    owner.query(
      `insert into choice_closings (tenant_id, event_id, sheets, pairs, closed_at) values ($1, $2, 1, 0, now() - $3 * interval '1 day')
       on conflict (tenant_id, event_id) do update set closed_at = excluded.closed_at`,
      [evening.tenant.id, evening.eventId, days],
    )
  await client.request('PUT', `/me/events/${evening.eventId}/choices`, { choices: [] })
  await closedBefore(99)
  assert.deepEqual(await evening.tenant.inside(destroyOldSheets), { events: 0 })
  assert.deepEqual(await left(), { keys: 1, sheets: 1 })
  await closedBefore(101)
  assert.deepEqual(await evening.tenant.inside(destroyOldSheets), { events: 1 })
  assert.deepEqual(await left(), { keys: 0, sheets: 0 })
  const { rows } = await owner.query('select sheets from choice_closings where event_id = $1', [
    evening.eventId,
  ])
  assert.deepEqual(rows, [{ sheets: 1 }])
})
