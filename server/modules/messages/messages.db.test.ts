import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import type { MessageDelivery, Outbox } from '#contract/messages.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { noOutsideServices, type OutsideServices } from '#server/platform/mail.ts'
import { TestClient } from '#server/test/client.ts'
import { makePerson, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { deliver } from './deliver.ts'
import { sendMessage } from './index.ts'
import { eraseOldContent } from './store.ts'

interface Received {
  headers: IncomingMessage['headers']
  body: string
}

const gateways: Server[] = []

after(() => {
  for (const gateway of gateways) gateway.close().closeAllConnections()
})

/** A gateway on this machine that answers with `status` and keeps what it was sent. */
async function makeGateway(status: number): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const gateway = createServer((request, response) => {
    let body = ''
    request.on('data', (piece: Buffer) => (body += piece.toString()))
    request.on('end', () => {
      received.push({ headers: request.headers, body })
      response.writeHead(status).end()
    })
  })
  gateways.push(gateway)
  await new Promise<void>((ready) => gateway.listen(0, '127.0.0.1', ready))
  return { url: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/sms`, received }
}

/** A message whose job nobody runs but the test. */
async function withMessage(tenant: TestTenant): Promise<string> {
  return tenant.inside(async (tx) => {
    await sendMessage(tx, {
      channel: 'sms',
      purpose: 'activation.code',
      personId: await makePerson(tx, { name: '丁测试' }),
      recipient: '13900000000',
      subject: '',
      text: '验证码 123456',
      values: { code: '123456' },
    })
    await sql`delete from jobs where tenant_id = ${tx.tenantId}`.execute(tx)
    return (await only(tx)).id
  })
}

async function only(tx: Tx) {
  return tx.selectFrom('messages').selectAll().where('tenant_id', '=', tx.tenantId).executeTakeFirstOrThrow()
}

async function deliverBy(tenant: TestTenant, messageId: string, outside: Partial<OutsideServices>) {
  const { platform } = await testServer()
  const asked = { tenantId: tenant.id, messageId }
  return deliver({ ...platform, outside: { ...noOutsideServices, ...outside } }, asked)
}

test('a text message goes to the gateway, signed, and its text is erased; a second run of the job sends nothing', async () => {
  const tenant = await makeTenant()
  const { url, received } = await makeGateway(202)
  const id = await withMessage(tenant)
  const sms = { URL: url, KEY: 'a shared secret', SIGN: '测试总工会', TEMPLATE_ACTIVATION_CODE: 'T-17' }
  assert.equal(await deliverBy(tenant, id, { sms }), 'delivered')
  assert.equal(await deliverBy(tenant, id, { sms }), 'ended before')
  assert.equal(received.length, 1)
  const { headers, body } = received[0]!
  const signed = `${String(headers['x-gonghui-timestamp'])}.${body}`
  assert.equal(
    headers['x-gonghui-signature'],
    createHmac('sha256', 'a shared secret').update(signed).digest('hex'),
  )
  const { to, sign, template, values } = JSON.parse(body) as Record<string, unknown>
  assert.deepEqual(
    { to, sign, template, values },
    {
      to: '13900000000',
      sign: '测试总工会',
      template: 'T-17',
      values: { code: '123456' },
    },
  )
  assert.equal((await tenant.inside(only)).content_cipher, null)
})

test('a gateway in trouble makes the job try again; one that refuses the message ends it', async () => {
  const tenant = await makeTenant()
  const id = await withMessage(tenant)
  const [troubled, refusing] = [await makeGateway(503), await makeGateway(422)]
  await assert.rejects(deliverBy(tenant, id, { sms: { URL: troubled.url } }), /answered 503/)
  assert.notEqual((await tenant.inside(only)).content_cipher, null)
  assert.equal(await deliverBy(tenant, id, { sms: { URL: refusing.url } }), 'undeliverable')
})

test('what is not delivered within a day is given up and its text erased', async () => {
  const tenant = await makeTenant()
  await withMessage(tenant)
  assert.equal(await tenant.inside(eraseOldContent), 0)
  const { owner } = await testServer()
  await owner.query(`update messages set created_at = now() - interval '25 hours' where tenant_id = $1`, [
    tenant.id,
  ])
  assert.equal(await tenant.inside(eraseOldContent), 1)
  assert.equal((await tenant.inside(only)).content_cipher, null)
})

test('a message of a demo never leaves the house and stands in the outbox; one of a real tenant never does', async () => {
  const { app, owner } = await testServer()
  const [demo, real] = [await makeTenant(), await makeTenant()]
  await owner.query(`update tenants set kind = 'demo' where id = $1`, [demo.id])
  await owner.query(`update tenants set kind = 'real' where id = $1`, [real.id])
  const { url, received } = await makeGateway(200)
  const ids = [await withMessage(demo), await withMessage(real)]
  assert.equal(await deliverBy(demo, ids[0]!, { sms: { URL: url } }), 'kept_in_outbox')
  assert.equal(received.length, 0)
  const { body } = await new TestClient(app).get<Outbox>('/outbox')
  assert.equal(body.demo, true)
  assert.deepEqual(
    body.items.map((item) => item.id),
    [ids[0]],
  )
  assert.equal(await deliverBy(real, ids[1]!, {}), 'undeliverable')
})

test('the system administrator reads counts, nobody a recipient', async () => {
  const tenant = await makeTenant()
  await withMessage(tenant)
  const administrator = await tenant.officer('system_administrator', tenant.federationId)
  const { status, body } = await administrator.get<MessageDelivery>('/messages/delivery')
  assert.equal(status, 200)
  assert.deepEqual(body.channels[0], {
    channel: 'sms',
    waiting: 1,
    failed: 0,
    delivered: 0,
    keptInOutbox: 0,
    undeliverable: 0,
  })
  const officer = await tenant.officer('federation_officer', tenant.federationId)
  assert.equal((await officer.get('/messages/delivery')).status, 403)
})
