import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { sendMail } from './mail.ts'

test('a mail reaches the mail server of the setting, from the sender it names', async () => {
  const taken: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      void text(stream).then((mail) => {
        taken.push(mail)
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const url = `smtp://127.0.0.1:${port}?from=gonghui@example.cn`
  await sendMail(url, { to: 'officer@example.cn', subject: 'Heads', text: 'all well' })
  await new Promise<void>((resolve) => server.close(resolve))
  assert.match(taken[0]!, /^From: gonghui@example\.cn/m)
  assert.match(taken[0]!, /^all well/m)
})
