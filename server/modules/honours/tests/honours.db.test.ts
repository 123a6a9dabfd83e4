import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Honour, HonourProof } from '#contract/honours.ts'
import type { MeasureAnswer } from '#contract/measures.ts'
import { addDays, today as todayOf } from '#server/platform/clock.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'
import { addMembers } from '#server/test/organisation-officer.ts'
import { TestClient as Stranger } from '#server/test/client.ts'
import { testServer } from '#server/test/server.ts'
import { insertHonour, lastGrantedOn } from '../store.ts'

interface Answer {
  id: string
  code: string
  error: { code: string }
}

async function stage() {
  const tenant = await makeTenant()
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  await addMembers(tenant, 2, tenant.north)
  await addMembers(tenant, 1, tenant.south)
  const memberOf = async (client: TestClient) =>
    (await client.get<{ items: { personId: string }[] }>('/members?limit=5')).body.items.map(
      ({ personId }) => personId,
    )
  const [first, second] = await memberOf(street)
  const [stranger] = await memberOf(await tenant.officer('street_officer', tenant.south.streetId))
  const today = await tenant.inside(todayOf)
  const confer = (more: object) =>
    street.post<Answer>('/honours', {
      organisationId: tenant.north.streetId,
      title: 'excellent_commissioner',
      holderPersonId: first,
      deed: '牵头建会十二家',
      documentNo: '甬北工〔2026〕3号',
      grantedOn: today,
      ...more,
    })
  const listed = async (filter = '') =>
    (await street.get<{ items: Honour[] }>(`/honours?${filter}`)).body.items.map(({ id, state }) => [
      id,
      state,
    ])
  return { tenant, street, first: first!, second: second!, stranger: stranger!, today, confer, listed }
}

test('an honour is conferred, counted, proven to whoever has the certificate, and stays in the register when it is taken back', async () => {
  const { tenant, street, confer, listed, today } = await stage()
  const { status, body } = await confer({})
  assert.equal(status, 201, JSON.stringify(body))
  assert.deepEqual(await listed(), [[body.id, 'held']])
  const figure = async () =>
    (await street.get<MeasureAnswer>(`/measures/honours?asOf=${today}&by=title`)).body
  assert.equal((await figure()).total, 1)
  const prove = await proofOf(tenant.id, body.code)
  assert.deepEqual([prove.holder, prove.titleZh, prove.state], ['李***', '优秀党工专员', 'held'])
  assert.equal(
    (await street.post(`/honours/${body.id}/revocation`, { reason: '材料不实', recoveredFen: 100_000 }))
      .status,
    200,
  )
  assert.deepEqual(await listed('state=revoked'), [[body.id, 'revoked']])
  assert.equal((await figure()).total, 0)
  assert.equal((await proofOf(tenant.id, body.code)).state, 'revoked')
  const again = await street.post<Answer>(`/honours/${body.id}/revocation`, { reason: '材料不实' })
  assert.equal(again.body.error.code, 'honours.revoked_already')
})

test('the same title comes again after the months of the rule, other titles and other people at once', async () => {
  const { confer, second, today } = await stage()
  const yearAgo = addDays(today, -366)
  assert.equal((await confer({ grantedOn: yearAgo })).status, 201)
  assert.equal((await confer({ grantedOn: addDays(yearAgo, 300) })).body.error.code, 'honours.same_title')
  assert.equal((await confer({ title: 'public_thanks' })).status, 201)
  assert.equal((await confer({ title: 'public_thanks' })).status, 201, 'thanks have no months')
  assert.equal((await confer({ holderPersonId: second })).status, 201)
  assert.equal((await confer({})).status, 201)
})

test('nobody honours themselves or a declared relative, nor somebody out of reach', async () => {
  const { tenant, street, first, stranger, confer } = await stage()
  const me = (await street.get<{ person: { id: string } }>('/me')).body.person.id
  assert.equal((await confer({ holderPersonId: stranger })).status, 404)
  const self = await confer({ holderPersonId: me })
  assert.equal(self.body.error.code, 'honours.near_relative')
  const declared = await (
    await tenant.officer('union_chair', tenant.north.unionId)
  ).post(`/members/${first}/relatives`, { relativeId: me, relation: 'spouse' })
  assert.equal(declared.status, 201, JSON.stringify(declared.body))
  assert.equal((await confer({})).body.error.code, 'honours.near_relative')
})

test('a demonstration point is an organisation, and a wrong certificate proves nothing', async () => {
  const { tenant, confer } = await stage()
  const wrong = await confer({ title: 'demonstration_point' })
  assert.equal(wrong.status, 400)
  const right = await confer({
    title: 'demonstration_point',
    holderPersonId: null,
    holderOrganisationId: tenant.north.unionId,
  })
  assert.equal(right.status, 201, JSON.stringify(right.body))
  const { app } = await testServer()
  const code = await codeOf(tenant.id)
  const other = await new Stranger(app).get(`/public/federations/${code}/honours/2222222222222222`)
  assert.equal(other.status, 404)
})

test('two officers confer one title at once: one of them does', async () => {
  const { confer, listed } = await stage()
  const answers = await Promise.all([confer({}), confer({}), confer({})])
  assert.equal(answers.filter(({ status }) => status === 201).length, 1)
  assert.equal((await listed()).length, 1)
})

test('control: without the lock of the holder both find no earlier one', async () => {
  const { tenant, first, today } = await stage()
  const { platform } = await testServer()
  const { rows } = await (
    await testServer()
  ).owner.query<{ id: string }>("select id from rules where key = 'honours.titles' and region = ''")
  let looked = 0
  let go = () => {}
  const both = new Promise<void>((resolve) => (go = resolve))
  const found = await Promise.all(
    [1, 2].map(() =>
      inTenant(platform, tenant.id, async (tx) => {
        const title = 'excellent_commissioner'
        const last = await lastGrantedOn(tx, { title, personIds: [first], organisationId: null })
        if (++looked === 2) go()
        await both
        await insertHonour(tx, {
          organisationId: tenant.north.streetId,
          title,
          ruleId: rows[0]!.id,
          holderPersonId: first,
          holderOrganisationId: null,
          deed: '测试',
          documentNo: '1号',
          grantedOn: today,
          expiresOn: null,
          grantedBy: first,
        })
        return last
      }),
    ),
  )
  assert.deepEqual(found, [null, null])
})

async function codeOf(tenantId: string): Promise<string> {
  const { owner } = await testServer()
  return (await owner.query<{ code: string }>('select code from tenants where id = $1', [tenantId])).rows[0]!
    .code
}

async function proofOf(tenantId: string, code: string): Promise<HonourProof> {
  const { app } = await testServer()
  const federation = await codeOf(tenantId)
  const { status, body } = await new Stranger(app).get<HonourProof>(
    `/public/federations/${federation}/honours/${code}`,
  )
  assert.equal(status, 200, JSON.stringify(body))
  return body
}
