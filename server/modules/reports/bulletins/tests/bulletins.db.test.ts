import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import type { PublicFederation } from '#contract/public-pages.ts'
import type { Bulletin, BulletinContent, PublicBulletin } from '#contract/reports-bulletins.ts'
import { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { addMembers } from '#server/test/organisation-officer.ts'
import { testServer } from '#server/test/server.ts'

const text = (line: string) => ({ textZh: `# 简报\n${line}`, textEn: `# Bulletin\n${line}` })

async function federationWithMembers() {
  const tenant = await makeTenant()
  await addMembers(tenant, 7, tenant.north)
  await addMembers(tenant, 3, tenant.south)
  const writer = await tenant.officer('federation_officer', tenant.federationId)
  const second = await tenant.officer('federation_officer', tenant.federationId)
  return { tenant, writer, second, stranger: new TestClient((await testServer()).app) }
}

async function written(writer: TestClient, line: string): Promise<Bulletin> {
  const { body: begun } = await writer.post<Bulletin>('/bulletins', { template: 'register' })
  const { status, body } = await writer.request<Bulletin>('PUT', `/bulletins/${begun.id}`, {
    version: begun.version,
    ...text(line),
    asOf: null,
  })
  assert.equal(status, 200, JSON.stringify(body))
  return body
}

const submitted = async (writer: TestClient, { id }: Bulletin) =>
  (await writer.post<Bulletin>(`/bulletins/${id}/submission`)).body

const decided = (officer: TestClient, { requestId }: Bulletin, decision = 'approve', reason?: string) =>
  officer.post(`/approvals/${requestId}/decision`, { decision, ...(reason ? { reason } : {}) })

const publicFederation = (asker: TestClient, tenant: TestTenant) =>
  asker.get<PublicFederation>(`/public/federations/test-${tenant.id}`)

test('a bulletin says what its figures are, each with its question, in both languages', async () => {
  const { tenant, writer } = await federationWithMembers()
  const { body } = await writer.post<BulletinContent>(
    '/bulletins/render',
    text('{organisation}有会员{members|today}人，去年年底{members|year-1}人'),
  )
  const line = (body.zh[1]?.parts ?? []).map((part) => part.text).join('')
  assert.equal(line, '测试区总工会有会员10人，去年年底10人')
  const [first] = body.figures
  assert.equal(body.figures.length, 2)
  assert.deepEqual(
    [first?.measure, first?.value, first?.organisationId, first?.asOf],
    ['members', 10, tenant.federationId, body.asOf],
  )
  assert.equal(body.en[1]?.parts.find(({ figure }) => figure === 0)?.text, '10')
})

test('whoever sees less is told less: the figure of a street, and nothing of another one', async () => {
  const { tenant } = await federationWithMembers()
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const asked = text('会员{members|today}人')
  const { body } = await street.post<BulletinContent>('/bulletins/render', asked)
  assert.equal(body.figures[0]?.value, 7)
  const other = await street.post('/bulletins/render', { ...asked, organisationId: tenant.south.streetId })
  assert.equal(other.status, 404)
  const worker = await tenant.nobody()
  assert.equal((await worker.post('/bulletins/render', asked)).status, 403)
})

test('a wrong placeholder is named with its line, in the language it stands in', async () => {
  const { writer } = await federationWithMembers()
  for (const [line, code] of [
    ['{nobody_counts_this|today}', 'reports.unknown_measure'],
    ['{members|today|weather}', 'reports.unknown_breakdown'],
    ['{members|2020..2021}', 'reports.needs_a_day'],
    ['{couples|2025..2021}', 'reports.wrong_period'],
    ['{members|2999}', 'reports.needs_a_day'],
    ['{members}', 'reports.bad_placeholder'],
  ] as const) {
    const { status, body } = await writer.post('/bulletins/render', {
      ...text('好'),
      textEn: `# T\n\n${line}`,
    })
    assert.equal(status, 400, line)
    assert.deepEqual(
      body.error.fields?.map((field) => [field.path, field.code, field.params?.line]),
      [['textEn', code, 3]],
      line,
    )
  }
})

test('what was released keeps the values it was submitted with, whatever happens afterwards', async () => {
  const { tenant, writer, second, stranger } = await federationWithMembers()
  const draft = await written(writer, '会员{members|today}人')
  const waiting = await submitted(writer, draft)
  assert.equal(waiting.state, 'in_review')
  await addMembers(tenant, 5, tenant.north)
  assert.equal((await decided(second, waiting)).status, 200)
  const { body: released } = await writer.get<Bulletin>(`/bulletins/${draft.id}`)
  assert.equal(released.state, 'released')
  assert.equal(released.content.figures[0]?.value, 10)

  const { body: federation } = await publicFederation(stranger, tenant)
  const [section] = federation.sections
  assert.deepEqual(
    [section?.kind, section?.items.length, section?.items[0]?.titleZh],
    ['bulletins', 1, '简报'],
  )
  const path = `/public/federations/test-${tenant.id}/bulletins/${section?.items[0]?.id}`
  const { body: open } = await stranger.get<PublicBulletin>(path)
  assert.equal(open.figures[0]?.value, 10)
  assert.ok(open.figures[0]!.definitionZh.length > 5)
  assert.ok(!('organisationId' in open.figures[0]!), 'an id left the house')
  assert.equal(released.publicPath, path.replace('/federations', ''))
})

test('nobody releases what they wrote or submitted, and a street releases nothing', async () => {
  const { tenant, writer, second } = await federationWithMembers()
  const draft = await written(writer, '会员{members|today}人')
  const byOther = await submitted(second, draft)
  const mayReview = async (officer: TestClient) =>
    (await officer.get<Bulletin>(`/bulletins/${draft.id}`)).body.can.review
  assert.deepEqual([await mayReview(writer), await mayReview(second)], [false, false])
  assert.equal((await decided(second, byOther)).body.error.code, 'approvals.own')
  assert.equal((await decided(writer, byOther)).body.error.code, 'reports.own_text')
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  assert.equal((await decided(street, byOther)).status, 404)
  const third = await tenant.officer('federation_officer', tenant.federationId)
  assert.equal(await mayReview(third), true)
  assert.equal((await decided(third, byOther)).status, 200)
})

test('a submitted or released bulletin is not written any more; one that came back is', async () => {
  const { writer, second } = await federationWithMembers()
  const draft = await written(writer, '会员{members|today}人')
  const again = { version: draft.version, ...text('改{members|today}'), asOf: null }
  const waiting = await submitted(writer, draft)
  const write = () => writer.request<Bulletin>('PUT', `/bulletins/${draft.id}`, again)
  assert.equal((await write()).body.error.code, 'reports.bulletin_not_draft')
  assert.equal((await writer.post(`/bulletins/${draft.id}/submission`)).status, 409)
  assert.equal((await decided(second, waiting, 'return', '请补充英文标题')).status, 200)
  const { body: back } = await writer.get<Bulletin>(`/bulletins/${draft.id}`)
  assert.deepEqual([back.state, back.acts.at(-1)?.reason], ['draft', '请补充英文标题'])
  assert.equal((await write()).status, 200)
  assert.equal((await write()).body.error.code, 'reports.bulletin_changed')
  assert.equal((await decided(second, await submitted(writer, draft))).status, 200)
  assert.equal((await write()).body.error.code, 'reports.bulletin_not_draft')
})

test('a withdrawn bulletin stays listed with its reason and says nothing more', async () => {
  const { tenant, writer, second, stranger } = await federationWithMembers()
  const draft = await written(writer, '会员{members|today}人')
  assert.equal((await second.post(`/bulletins/${draft.id}/withdrawal`, { reason: '数据有误' })).status, 409)
  await decided(second, await submitted(writer, draft))
  const gone = await second.post<Bulletin>(`/bulletins/${draft.id}/withdrawal`, { reason: '数据有误' })
  assert.equal(gone.body.state, 'withdrawn')
  assert.equal((await second.post(`/bulletins/${draft.id}/withdrawal`, { reason: '数据有误' })).status, 409)
  const { body: federation } = await publicFederation(stranger, tenant)
  const item = federation.sections[0]?.items[0]
  assert.ok(item?.withdrawnOn)
  const { body } = await stranger.get<PublicBulletin>(
    `/public/federations/test-${tenant.id}/bulletins/${item.id}`,
  )
  assert.deepEqual([body.withdrawal?.reason, body.figures, body.zh, body.en], ['数据有误', [], [], []])
})

test('small counts do not leave the house, and none can be had by subtraction', async () => {
  const { tenant, writer, second, stranger } = await federationWithMembers()
  const draft = await written(writer, '{members|today|organisation}')
  assert.deepEqual(
    draft.content.figures[0]?.groups?.map(({ value }) => value),
    [null, null],
  )
  assert.equal(draft.content.figures[0].value, 10)
  await decided(second, await submitted(writer, draft))
  const { body: federation } = await publicFederation(stranger, tenant)
  const { body } = await stranger.get<PublicBulletin>(
    `/public/federations/test-${tenant.id}/bulletins/${federation.sections[0]?.items[0]?.id}`,
  )
  assert.deepEqual(
    body.figures[0]?.groups?.map(({ value }) => value),
    [null, null],
  )
})

test('to strangers a draft, another federation’s bulletin and nothing at all look the same', async () => {
  const { tenant, writer, second, stranger } = await federationWithMembers()
  const other = await makeTenant()
  await submitted(writer, await written(writer, '会员{members|today}人'))
  const { rows } = await (
    await testServer()
  ).owner.query<{ public_id: string }>('select public_id from bulletins where tenant_id = $1', [tenant.id])
  const unreleased = rows[0]!.public_id
  const bodies = await Promise.all(
    [
      `/public/federations/test-${tenant.id}`,
      '/public/federations/nowhere',
      `/public/federations/test-${tenant.id}/bulletins/${unreleased}`,
      `/public/federations/nowhere/bulletins/${unreleased}`,
      `/public/federations/test-${other.id}/bulletins/${unreleased}`,
    ].map(async (path) => {
      const { status, body } = await stranger.get(path)
      assert.equal(status, 404, path)
      return JSON.stringify({ ...body.error, requestId: '' })
    }),
  )
  assert.equal(new Set(bodies).size, 1)
  const { body: all } = await stranger.get<{ items: { code: string }[] }>('/public/federations')
  assert.ok(!all.items.some(({ code }) => code === `test-${tenant.id}`))
  assert.equal((await second.get(`/bulletins/${unreleased}`)).status, 404)
})

test('an answer for everybody may be kept for a minute, a refusal never', async () => {
  const { tenant, writer, second } = await federationWithMembers()
  await decided(second, await submitted(writer, await written(writer, '会员{members|today}人')))
  const { app } = await testServer()
  const headerOf = async (path: string) =>
    (await app.inject(`/api/v1/public/federations${path}`)).headers['cache-control']
  assert.equal(await headerOf(''), 'public, max-age=60')
  assert.equal(await headerOf(`/test-${tenant.id}`), 'public, max-age=60')
  assert.equal(await headerOf('/nowhere'), 'no-store')
})

test('drafts are seen by those who write or release there; whoever may only ask for figures reads what was released', async () => {
  const { tenant, writer, second } = await federationWithMembers()
  const auditor = await tenant.officer('audit_committee_member', tenant.federationId)
  const draft = await written(writer, '会员{members|today}人')
  const seen = async () => [
    (await auditor.get(`/bulletins/${draft.id}`)).status,
    (await auditor.get<{ total: number }>('/bulletins')).body.total,
  ]
  assert.deepEqual(await seen(), [404, 0])
  await decided(second, await submitted(writer, draft))
  assert.deepEqual(await seen(), [200, 1])
  assert.equal((await auditor.post('/bulletins', { template: 'register' })).status, 403)
})

test('the document says the same as the bulletin, with a code in it, in both languages', async () => {
  const { tenant, writer } = await federationWithMembers()
  const draft = await written(writer, '会员{members|today}人')
  const { app } = await testServer()
  for (const language of ['zh', 'en']) {
    const answer = await app.inject({
      url: `/api/v1/bulletins/${draft.id}/document?language=${language}&origin=https://union.example`,
      headers: writer.headers,
    })
    assert.equal(answer.statusCode, 200)
    const parts = partsOfZip(answer.rawPayload)
    const words = [
      ...parts
        .get('word/document.xml')!
        .toString()
        .matchAll(/<w:t[^>]*>([^<]*)/g),
    ].map((match) => match[1])
    assert.ok(words.includes(language === 'zh' ? '简报' : 'Bulletin'), words.join())
    assert.ok(words.includes('会员10人'))
    assert.ok(words.includes(`https://union.example/console/bulletins/${draft.id}`))
    assert.ok([...parts.keys()].some((name) => name.startsWith('word/media/') && name.endsWith('.png')))
  }
  const elsewhere = await tenant.officer('street_officer', tenant.north.streetId)
  assert.equal((await elsewhere.get(`/bulletins/${draft.id}/document`)).status, 404)
})

test('what is submitted is sealed with its rows by whoever may seal', async () => {
  const { writer } = await federationWithMembers()
  const waiting = await submitted(writer, await written(writer, '会员{members|today}人'))
  assert.ok(waiting.sealId)
  const { status, body } = await writer.get<{ figures: { total: number }[] }>(
    `/sealed-reports/${waiting.sealId}`,
  )
  assert.deepEqual([status, body.figures.map(({ total }) => total)], [200, [10]])
})

test('of two officers who submit at once one is told that it waits already', async () => {
  const { writer, second } = await federationWithMembers()
  const draft = await written(writer, '会员{members|today}人')
  const answers = await Promise.all(
    [writer, second].map((each) => each.post(`/bulletins/${draft.id}/submission`)),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409])
})

/** The parts of a zip file by name, read by its central directory. */
function partsOfZip(file: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>()
  let at = file.readUInt32LE(file.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16)
  while (file.toString('latin1', at, at + 4) === 'PK\x01\x02') {
    const [method, packed] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20)]
    const [name, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset))
    const local = file.readUInt32LE(at + 42)
    const begin = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const bytes = file.subarray(begin, begin + packed)
    parts.set(file.toString('utf8', at + 46, at + 46 + name!), method === 8 ? inflateRawSync(bytes) : bytes)
    at += 46 + name! + extra! + comment!
  }
  return parts
}
