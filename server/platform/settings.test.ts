import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSettings } from './settings.ts'

test('with nothing set, Gonghui listens on the loopback address and keeps all in one data folder', () => {
  const settings = readSettings({})
  assert.equal(settings.port, 8080)
  assert.equal(settings.host, '127.0.0.1')
  assert.match(settings.dataFolder, /data$/)
  assert.equal(settings.keyFile, `${settings.dataFolder}/gonghui.key`)
  assert.equal(settings.databaseUrl, null)
  assert.equal(settings.demo, 'auto')
  assert.equal(settings.workers, 1)
})

test('an empty setting counts as not set', () => {
  assert.equal(readSettings({ PORT: '', DATABASE_URL: ' ' }).port, 8080)
})

test('all wrong settings are named at once, without their values', () => {
  const wrong = {
    PORT: 'eighty',
    GONGHUI_DEMO: 'maybe',
    DATABASE_URL: 'mysql://user:secret@host/',
    GONGHUI_TLS_KEY: '/none',
  }
  assert.throws(
    () => readSettings(wrong),
    ({ message }: Error) =>
      ['PORT', 'GONGHUI_DEMO', 'DATABASE_URL', 'GONGHUI_TLS_CERT', 'GONGHUI_TLS_KEY'].every((name) =>
        message.includes(`setting ${name} `),
      ) && !message.includes('secret'),
  )
})

test('the clock of tests needs a time zone', () => {
  assert.equal(readSettings({ GONGHUI_CLOCK: '2026-06-30T12:00:00+08:00' }).clock, '2026-06-30T04:00:00.000Z')
  assert.throws(() => readSettings({ GONGHUI_CLOCK: '2026-06-30' }), /GONGHUI_CLOCK must be an instant/)
})

test('settings of one outside service are kept together', () => {
  assert.deepEqual(readSettings({ GONGHUI_SMS_KEY: 'k', GONGHUI_SMS_SIGN: '' }).sms, { KEY: 'k' })
})

test('trusted proxies are addresses or networks, never everybody', () => {
  const proxies = (value: string) => readSettings({ GONGHUI_TRUSTED_PROXIES: value }).trustedProxies
  assert.deepEqual(proxies('127.0.0.1, 10.20.0.0/16,fd00::/8'), ['127.0.0.1', '10.20.0.0/16', 'fd00::/8'])
  for (const wrong of ['true', '*', '10.0.0.0/33', '0.0.0.0/0', '::/0', 'proxy.example.org', '10.0.0.0/8/8'])
    assert.throws(() => proxies(wrong), /GONGHUI_TRUSTED_PROXIES must be addresses or networks/, wrong)
})
