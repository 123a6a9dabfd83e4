import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NoticeText, OwnPrivacy, PrivacyOverview } from '#contract/consents.ts'
import type { BreachRow } from '#contract/privacy-records.ts'
import { makeMembers } from '#server/modules/people/tests/make-members.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { mustConsent } from './index.ts'

const stateOf = async (client: TestClient, purpose: string) =>
  (await client.get<OwnPrivacy>('/me/privacy')).body.purposes.find((each) => each.code === purpose)?.state
const agree = (client: TestClient, purpose: string, version = 1) =>
  client.post<object>('/me/consents', { purpose, version })
const withdraw = (client: TestClient, purpose: string) =>
  client.post<object>('/me/consents/withdrawal', { purpose })
const idOf = async (client: TestClient) =>
  (await client.get<{ person: { id: string } }>('/me')).body.person.id

test('nothing is agreed beforehand; what is given counts at once, and so does its withdrawal', async () => {
  const tenant = await makeTenant()
  const worker = await tenant.nobody()
  const id = await idOf(worker)
  const allowed = () => tenant.inside((tx) => mustConsent(tx, id, 'matchmaking'))
  const { purposes } = (await worker.get<OwnPrivacy>('/me/privacy')).body
  assert.deepEqual(
    purposes.filter((each) => each.state !== 'not_asked').map((each) => each.state),
    purposes.filter((each) => each.state !== 'not_asked').map(() => 'not_given'),
  )
  await assert.rejects(allowed, { code: 'consents.missing' })
  assert.equal((await agree(worker, 'matchmaking', 2)).status, 201)
  assert.equal((await agree(worker, 'matchmaking', 2)).status, 201, 'agreeing twice is agreeing')
  await allowed()
  assert.equal(await stateOf(worker, 'notices'), 'not_given', 'one agreement is for one purpose')
  assert.equal((await withdraw(worker, 'matchmaking')).status, 200)
  await assert.rejects(allowed, { code: 'consents.missing' })
  assert.equal(await stateOf(worker, 'matchmaking'), 'withdrawn')
  await agree(worker, 'matchmaking', 2)
  await allowed()
})

test('nobody is asked for what the law orders, and an unknown purpose is not there', async () => {
  const tenant = await makeTenant()
  const worker = await tenant.nobody()
  assert.equal((await agree(worker, 'roster')).body.error.code, 'consents.not_asked')
  assert.equal((await agree(worker, 'nothing')).status, 404)
  assert.equal((await agree(worker, 'photos', 7)).body.error.code, 'consents.version_changed')
})

test('a new version of a purpose asks anew: the earlier agreement no longer counts', async () => {
  const tenant = await makeTenant()
  const { owner } = await testServer()
  const worker = await tenant.nobody()
  const id = await idOf(worker)
  const columns =
    'basis, separate, name_zh, name_en, method_zh, method_en, kinds_zh, kinds_en, retention_zh, retention_en, document, starts_on, sort'
  const copy = (code: string, version: number) =>
    owner.query(
      `insert into processing_purposes (code, version, ${columns}) select $1, $2, ${columns} from processing_purposes where code = 'photos' and version = 1`,
      [code, version],
    )
  await copy('test_purpose', 1)
  await agree(worker, 'test_purpose')
  await tenant.inside((tx) => mustConsent(tx, id, 'test_purpose'))
  await copy('test_purpose', 2)
  await assert.rejects(
    tenant.inside((tx) => mustConsent(tx, id, 'test_purpose')),
    { code: 'consents.missing' },
  )
  assert.equal(await stateOf(worker, 'test_purpose'), 'outdated')
  assert.equal((await agree(worker, 'test_purpose', 1)).body.error.code, 'consents.version_changed')
  assert.equal((await agree(worker, 'test_purpose', 2)).status, 201)
  await withdraw(worker, 'test_purpose')
  assert.equal(await stateOf(worker, 'test_purpose'), 'withdrawn', 'a withdrawal takes every version')
})

test('the notice: the shipped text first, then each new version is read once more; of two who publish one is told', async () => {
  const tenant = await makeTenant()
  const worker = await tenant.nobody()
  const district = await tenant.officer('federation_officer', tenant.federationId)
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const first = (await worker.get<OwnPrivacy>('/me/privacy')).body
  assert.deepEqual([first.notice.version, first.acknowledgedVersion], [0, null])
  assert.match(first.notice.zh.controller, /测试区总工会/)
  await worker.post('/me/privacy/acknowledgement', { version: 0 })
  const text: NoticeText = { ...first.notice.zh, contact: '区总工会办公室' }
  const publish = (client: TestClient) =>
    client.post<object>('/privacy/notices', { basedOn: 0, zh: text, en: first.notice.en })
  assert.equal((await publish(street)).status, 403)
  const answers = await Promise.all([publish(district), publish(district)])
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [201, 409])
  const next = (await worker.get<OwnPrivacy>('/me/privacy')).body
  assert.deepEqual([next.notice.version, next.notice.zh.contact], [1, '区总工会办公室'])
  assert.equal(next.acknowledgedVersion, 0)
  const stale = await worker.post<object>('/me/privacy/acknowledgement', { version: 0 })
  assert.equal(stale.body.error.code, 'consents.notice_changed')
  await worker.post('/me/privacy/acknowledgement', { version: 1 })
  assert.equal((await worker.get<OwnPrivacy>('/me/privacy')).body.acknowledgedVersion, 1)
})

test('an officer sees how many agree, but no group so small that it points at somebody', async () => {
  const tenant = await makeTenant()
  const district = await tenant.officer('federation_officer', tenant.federationId)
  const count = async () =>
    (await district.get<PrivacyOverview>('/privacy')).body.purposes.find((each) => each.code === 'photos')
      ?.given
  assert.equal(await count(), 0)
  for (let at = 0; at < 4; at++) await agree(await tenant.nobody(), 'photos')
  assert.equal(await count(), null)
  await agree(await tenant.nobody(), 'photos')
  assert.equal(await count(), 5)
})

test('a breach lists whom it touches, and each of them reads it once people are told', async () => {
  const tenant = await makeTenant()
  const district = await tenant.officer('federation_officer', tenant.federationId)
  const [one] = await tenant.inside((tx) =>
    makeMembers(tx, [
      { name: '甲', unionId: tenant.north.unionId, mobile: '14211112222' },
      { name: '乙', unionId: tenant.north.unionId },
      { name: '丙', unionId: tenant.south.unionId },
    ]),
  )
  const words = '测试说明'
  const recorded = await district.post<{ id: string; persons: number }>('/privacy/breaches', {
    organisationId: tenant.north.streetId,
    noticedAt: '2026-01-02T03:04:05Z',
    kinds: ['name', 'mobile'],
    cause: words,
    harm: words,
    remedy: words,
  })
  assert.equal(recorded.body.persons, 2)
  const { body } = await district.get<{ items: { personId: string; mobile: string | null }[] }>(
    `/privacy/breaches/${recorded.body.id}/persons`,
  )
  assert.equal(body.items.find((row) => row.personId === one)?.mobile, '*******2222')
  const step = (name: string) =>
    district.post<BreachRow>(`/privacy/breaches/${recorded.body.id}/steps`, { step: name, note: words })
  assert.equal((await step('people_notified')).body.steps[0]?.step, 'people_notified')
  assert.equal((await step('people_notified')).body.error.code, 'consents.step_taken')
})
