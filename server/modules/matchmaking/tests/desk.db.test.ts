import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { CaseFile, CaseRow, DeskCard, PoolEntry } from '#contract/matchmaking-desk.ts'
import type { Matchmaker, MatchmakerCandidate } from '#contract/matchmaking-matchmakers.ts'
import type { OwnMatchmaker } from '#contract/matchmaking-own-desk.ts'
import type { Me } from '#contract/sessions.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { makeMatchmaker, singleInPool } from './make-desk.ts'

test('an appointment, an entry in the register and a signed agreement open the desk; each of them missing keeps it shut', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  const appointed = await tenant.officer('matchmaker', tenant.federationId)
  const desk = () => appointed.get<object>('/matchmaking/desk')
  assert.equal((await desk()).body.error.code, 'matchmaking.no_desk')

  const { items } = (
    await officer.get<{ items: MatchmakerCandidate[] }>('/matchmaking/matchmaker-candidates')
  ).body
  assert.equal(items.length, 1)
  const entry = { appointmentId: items[0]!.appointmentId, districtCodes: ['330205'], caseloadLimit: 2 }
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  assert.equal((await street.post('/matchmaking/matchmakers', entry)).status, 403)
  const { matchmakerId } = (await officer.post<{ matchmakerId: string }>('/matchmaking/matchmakers', entry))
    .body
  const again = await officer.post<object>('/matchmaking/matchmakers', entry)
  assert.equal(again.body.error.code, 'matchmaking.already_registered')
  assert.equal((await desk()).body.error.code, 'matchmaking.no_agreement')

  const sign = (signedOn: string) =>
    officer.post<object>(`/matchmaking/matchmakers/${matchmakerId}/agreement`, {
      agreementNo: '12',
      signedOn,
    })
  assert.equal((await sign('2099-01-01')).status, 400)
  assert.equal((await sign('2026-01-05')).status, 200)
  assert.equal((await desk()).status, 200)
  assert.deepEqual(await statesOf(officer), ['active'])

  await officer.post(`/appointments/${entry.appointmentId}/ending`, {
    endsBefore: (await officer.get<Me>('/me')).body.today,
    reason: 'resigned',
  })
  assert.equal((await desk()).status, 403, 'the post has ended, and the power with it')
  assert.deepEqual(await statesOf(officer), ['no_post'])
})

test('a matchmaker sees own cases and the pool; another’s case is not there, nor a colleague who hides', async () => {
  const tenant = await makeTenant()
  const mine = await makeMatchmaker(tenant)
  const other = await makeMatchmaker(tenant, { caseloadLimit: 1 })
  const atUnit = await makeMatchmaker(tenant, { organisationId: tenant.north.unionId })
  const her = await singleInPool(tenant)
  const him = await singleInPool(tenant, { sex: 'male' })
  await singleInPool(tenant, { profile: { inPool: false } })

  assert.deepEqual(
    (await pool(mine.client)).map((each) => each.profileId).sort(),
    [her, him].map((each) => each.profileId).sort(),
  )
  assert.deepEqual(await pool(atUnit.client), [], 'both hide from their unit')
  assert.deepEqual(await pool(mine.client, '?sex=male&education=bachelor&ageBand=45-49'), [])

  const caseId = (
    await mine.client.post<{ caseId: string }>('/matchmaking/cases', { profileId: her.profileId })
  ).body.caseId
  const taken = await other.client.post<object>('/matchmaking/cases', { profileId: her.profileId })
  assert.equal(taken.body.error.code, 'matchmaking.case_taken')
  assert.equal((await other.client.post('/matchmaking/cases', { profileId: him.profileId })).status, 201)
  const full = await other.client.post<object>('/matchmaking/cases', { profileId: her.profileId })
  assert.equal(full.body.error.code, 'matchmaking.caseload_full')

  const file = await mine.client.get<CaseFile>(`/matchmaking/cases/${caseId}`)
  assert.equal(file.body.card?.nickname, '海风')
  assert.ok(!JSON.stringify(file.body).includes(her.personId), 'no id of a person leaves the server')
  const theirs = await other.client.get<object>(`/matchmaking/cases/${caseId}`)
  const none = await other.client.get<object>(`/matchmaking/cases/${crypto.randomUUID()}`)
  assert.deepEqual([theirs.status, theirs.body.error.code], [none.status, none.body.error.code])
  assert.equal((await other.client.post(`/matchmaking/cases/${caseId}/notes`, { text: '记' })).status, 404)
  const rows = (await mine.client.get<{ items: CaseRow[] }>('/matchmaking/cases')).body.items
  assert.deepEqual(
    rows.map((row) => row.id),
    [caseId],
  )
})

test('every look at a profile is logged, and only so many of the pool are opened a day', async () => {
  const tenant = await makeTenant()
  const { client } = await makeMatchmaker(tenant)
  const her = await singleInPool(tenant)
  const open = (profileId: string) =>
    client.post<{ card: DeskCard; openingsLeft: number }>('/matchmaking/pool/openings', { profileId })
  const first = await open(her.profileId)
  assert.equal(first.body.card.nickname, '海风')
  assert.equal((await open(her.profileId)).body.openingsLeft, first.body.openingsLeft)
  const { owner } = await testServer()
  const { rows } = await owner.query<{ occasion: string }>(
    'select occasion from profile_views where tenant_id = $1 and person_id = $2',
    [tenant.id, her.personId],
  )
  assert.deepEqual(
    rows.map((row) => row.occasion),
    ['pool', 'pool'],
  )
  await tenant.inside(async (tx) => {
    for (let more = 0; more < 30; more += 1) {
      const id = crypto.randomUUID()
      await sql`insert into persons (tenant_id, id, name) values (${tx.tenantId}, ${id}, '某')`.execute(tx)
      await sql`insert into profile_views (tenant_id, id, person_id, appointment_id, occasion)
        select tenant_id, ${crypto.randomUUID()}, ${id}, appointment_id, 'pool' from profile_views where tenant_id = ${tx.tenantId} limit 1`.execute(
        tx,
      )
    }
  })
  const him = await singleInPool(tenant, { sex: 'male' })
  assert.equal((await open(him.profileId)).body.error.code, 'matchmaking.openings_used_up')
  assert.equal((await open(her.profileId)).status, 200, 'one opened today may be looked at again')
})

test('notes are sealed, seen by the desk that has the case, and gone with the person', async () => {
  const tenant = await makeTenant()
  const { client } = await makeMatchmaker(tenant)
  const her = await singleInPool(tenant)
  const { caseId } = (
    await client.post<{ caseId: string }>('/matchmaking/cases', { profileId: her.profileId })
  ).body
  await client.post(`/matchmaking/cases/${caseId}/notes`, { text: '周末有空' })
  const { owner } = await testServer()
  const { rows } = await owner.query<{ text: string }>(
    `select n::text as text from desk_notes n where tenant_id = $1`,
    [tenant.id],
  )
  assert.ok(!rows[0]!.text.includes(Buffer.from('周末有空').toString('hex')))
  const notes = async () => (await client.get<CaseFile>(`/matchmaking/cases/${caseId}`)).body.notes
  assert.deepEqual(
    (await notes()).map((note) => note.text),
    ['周末有空'],
  )
  await owner.query('delete from person_keys where tenant_id = $1 and person_id = $2', [
    tenant.id,
    her.personId,
  ])
  assert.deepEqual(
    (await notes()).map((note) => note.text),
    [null],
  )
})

test('whoever leaves matchmaking leaves the desk at once, and nothing noted of them stays', async () => {
  const tenant = await makeTenant()
  const { client } = await makeMatchmaker(tenant)
  const her = await singleInPool(tenant)
  const { caseId } = (
    await client.post<{ caseId: string }>('/matchmaking/cases', { profileId: her.profileId })
  ).body
  await client.post(`/matchmaking/cases/${caseId}/notes`, { text: '周末有空' })
  assert.equal((await her.client.post('/me/matchmaking/withdrawal')).status, 200)
  const file = (await client.get<CaseFile>(`/matchmaking/cases/${caseId}`)).body
  assert.deepEqual([file.card, file.notes, file.endedOn !== null], [null, [], true])
  const { owner } = await testServer()
  const { rows } = await owner.query('select from desk_notes where tenant_id = $1', [tenant.id])
  assert.equal(rows.length, 0)
})

test('whoever asks for another matchmaker leaves at once, is given one by the federation, and not the same one', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  const first = await makeMatchmaker(tenant)
  const second = await makeMatchmaker(tenant)
  const her = await singleInPool(tenant)
  const own = async () => (await her.client.get<OwnMatchmaker>('/me/matchmaker')).body
  const { caseId } = (
    await first.client.post<{ caseId: string }>('/matchmaking/cases', { profileId: her.profileId })
  ).body
  assert.equal((await own()).matchmaker?.name, '陈测试')
  await her.client.post('/me/matchmaker/wish')
  assert.equal((await own()).matchmaker, null)
  assert.equal(
    (await her.client.post<object>('/me/matchmaker/wish')).body.error.code,
    'matchmaking.wish_open',
  )
  assert.equal((await first.client.get<CaseFile>(`/matchmaking/cases/${caseId}`)).body.card, null)
  const back = await first.client.post<object>('/matchmaking/cases', { profileId: her.profileId })
  assert.equal(back.body.error.code, 'matchmaking.asked_for_another')

  const { items } = (await officer.get<{ items: { id: string }[] }>('/matchmaking/wishes')).body
  assert.ok(!JSON.stringify(items).includes(her.personId))
  const assign = (matchmakerId: string) =>
    officer.post<object>(`/matchmaking/wishes/${items[0]!.id}/matchmaker`, { matchmakerId })
  assert.equal((await assign(first.id)).body.error.code, 'matchmaking.asked_for_another')
  assert.equal((await assign(second.id)).status, 200)
  assert.equal((await assign(second.id)).status, 404, 'the wish has ended')
  assert.notEqual((await own()).matchmaker, null)
})

test('when a matchmaker leaves, all cases and follow-ups go to the successor who has room, or back to the pool', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  const leaving = await makeMatchmaker(tenant)
  const small = await makeMatchmaker(tenant, { caseloadLimit: 1 })
  const next = await makeMatchmaker(tenant)
  for (const sex of ['female', 'male'] as const) {
    const { profileId } = await singleInPool(tenant, { sex })
    await leaving.client.post('/matchmaking/cases', { profileId })
  }
  const end = (toMatchmakerId: string) =>
    officer.post<{ cases: number }>(`/matchmaking/matchmakers/${leaving.id}/ending`, {
      reason: 'moved',
      toMatchmakerId,
    })
  assert.equal((await end(small.id)).body.error.code, 'matchmaking.caseload_full')
  assert.equal((await end(next.id)).body.cases, 2)
  assert.equal((await end(next.id)).body.error.code, 'matchmaking.matchmaker_ended')
  assert.equal(
    (await leaving.client.get<object>('/matchmaking/cases')).body.error.code,
    'matchmaking.no_desk',
  )
  assert.equal((await next.client.get<{ items: CaseRow[] }>('/matchmaking/cases')).body.items.length, 2)
})

test('the desk has no export, and nobody else works at it', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  for (const path of ['desk', 'pool', 'cases', 'follow-ups'])
    assert.equal((await officer.get(`/matchmaking/${path}`)).status, 403)
  const { app } = await testServer()
  const { body } = await app.inject('/api/openapi.json')
  const paths = Object.keys((JSON.parse(body) as { paths: object }).paths)
  const exporting = paths.filter(
    (path) =>
      /matchmaking\/(pool|cases|introductions|follow-ups)/.test(path) && /export|download|file/.test(path),
  )
  assert.deepEqual(exporting, [])
})

async function pool(
  client: { get: <T>(path: string) => Promise<{ body: T }> },
  query = '',
): Promise<PoolEntry[]> {
  return (await client.get<{ items: PoolEntry[] }>(`/matchmaking/pool${query}`)).body.items
}

async function statesOf(client: {
  get: <T>(path: string) => Promise<{ body: T }>
}): Promise<Matchmaker['state'][]> {
  return (await client.get<{ items: Matchmaker[] }>('/matchmaking/matchmakers')).body.items.map(
    (each) => each.state,
  )
}
