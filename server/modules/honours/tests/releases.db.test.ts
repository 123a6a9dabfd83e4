import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PublicHonour } from '#contract/honours-public.ts'
import type { Honour } from '#contract/honours.ts'
import type { PublicFederation } from '#contract/public-pages.ts'
import type { Me } from '#contract/sessions.ts'
import { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { inTenant } from '#server/platform/db/transaction.ts'
import { insertHonour } from '../store.ts'

async function stage() {
  const tenant = await makeTenant()
  const { app, owner, platform } = await testServer()
  const district = await tenant.officer('federation_officer', tenant.federationId)
  const holder = await tenant.officer('union_officer', tenant.north.unionId)
  const holderPersonId = (await holder.get<Me>('/me')).body.person.id
  const rules = await owner.query<{ id: string }>(
    `select id from rules where key = 'honours.titles' and region = ''`,
  )
  const honour = (who: { holderPersonId: string | null; holderOrganisationId: string | null }) =>
    inTenant(platform, tenant.id, (tx) =>
      insertHonour(tx, {
        organisationId: tenant.federationId,
        title: who.holderPersonId === null ? 'excellent_union' : 'excellent_commissioner',
        ruleId: rules.rows[0]!.id,
        deed: '牵头建会十二家',
        documentNo: '甬北工〔2026〕3号',
        grantedOn: '2026-01-05',
        expiresOn: null,
        grantedBy: '00000000-0000-4000-8000-000000000000',
        ...who,
      }),
    )
  const { rows } = await owner.query<{ code: string }>('select code from tenants where id = $1', [tenant.id])
  const anybody = new TestClient(app)
  const path = `/public/federations/${rows[0]!.code}`
  return {
    tenant,
    district,
    holder,
    personal: await honour({ holderPersonId, holderOrganisationId: null }),
    ofUnion: await honour({ holderPersonId: null, holderOrganisationId: tenant.north.unionId }),
    listed: async () => (await anybody.get<PublicFederation>(path)).body.sections?.[0]?.items ?? [],
    page: (id: string) => anybody.get<PublicHonour>(`${path}/public-honours/${id}`),
    release: (id: string, basis: string) =>
      district.post<object>(`/honours/${id}/release`, { basis, documentNo: '同意书1号' }),
  }
}

test('nothing is public before it is released; a person needs consent or a notice, a unit its document; withdrawn it names nobody', async () => {
  const { district, personal, ofUnion, listed, page, release } = await stage()
  assert.deepEqual(await listed(), [])
  assert.equal(
    (await release(personal.id, 'organisation')).body.error.fields![0]!.code,
    'honours.wrong_basis',
  )
  assert.equal((await release(ofUnion.id, 'consent')).body.error.fields![0]!.code, 'honours.wrong_basis')
  assert.equal((await release(personal.id, 'consent')).status, 201)
  assert.equal((await release(personal.id, 'consent')).body.error.code, 'honours.released_already')
  assert.equal((await release(ofUnion.id, 'organisation')).status, 201)
  const items = await listed()
  assert.deepEqual(items.map(({ titleZh }) => titleZh).sort(), [
    '优秀党工专员：陈测试',
    '先进工会组织：北机械厂工会委员会',
  ])
  const shown = items.find(({ titleZh }) => titleZh.startsWith('优秀'))!
  assert.notEqual(shown.id, personal.id, 'no way back to the register')
  assert.equal((await page(shown.id)).body.deed, '牵头建会十二家')
  assert.equal((await page(personal.id)).status, 404)

  assert.equal((await district.post(`/honours/${personal.id}/release/withdrawal`)).status, 200)
  const gone = (await page(shown.id)).body
  assert.deepEqual([gone.holder, gone.deed], [null, null])
  assert.ok((await listed()).every(({ titleZh }) => !titleZh.includes('陈')))
  await district.post(`/honours/${ofUnion.id}/revocation`, { reason: '材料不实' })
  assert.ok(
    (await listed()).every(({ withdrawnOn }) => withdrawnOn !== null),
    'taken back it is off the page',
  )
})

test('one sees one’s own honours and fetches their certificates, and nobody else’s; a street outside may release nothing', async () => {
  const { tenant, holder, district, personal, ofUnion } = await stage()
  const own = (await holder.get<{ items: Honour[] }>('/me/honours')).body.items
  assert.deepEqual(
    own.map(({ id, isPublic }) => [id, isPublic]),
    [[personal.id, 'no']],
  )
  assert.equal((await holder.get(`/me/honours/${personal.id}/certificate`)).status, 200)
  assert.equal((await holder.get(`/me/honours/${ofUnion.id}/certificate`)).status, 404)
  const stranger = await tenant.nobody()
  assert.equal((await stranger.get(`/me/honours/${personal.id}/certificate`)).status, 404)
  assert.equal((await district.get(`/honours/${ofUnion.id}/certificate`)).status, 200)
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const refused = await street.post(`/honours/${personal.id}/release`, {
    basis: 'consent',
    documentNo: '1号',
  })
  assert.equal(refused.status, 404)
  await district.post(`/honours/${personal.id}/revocation`, { reason: '材料不实' })
  assert.equal((await holder.get<object>(`/me/honours/${personal.id}/certificate`)).status, 422)
})
