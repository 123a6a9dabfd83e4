import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { OwnRequest } from '#contract/own-data.ts'
import type { Retention } from '#contract/retention.ts'
import { attachmentsOf } from '#server/modules/attachments/index.ts'
import { remindOfAppointments } from '#server/modules/appointments/remind.ts'
import { newId } from '#server/platform/ids.ts'
import { makePerson, makeTenant } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { removeDue } from './run-retention.ts'

test('a run removes exactly what is older than its rule, says how much, and the page foretells it', async () => {
  const tenant = await makeTenant()
  const district = await tenant.officer('federation_officer', tenant.federationId)
  const ages = [0, 1, 400, 1095, 1096, 1097, 1500]
  const guest = await tenant.inside(async (tx) => {
    const personId = await makePerson(tx, { name: '被查看人' })
    for (const age of ages) {
      await sql`insert into reveals (tenant_id, id, person_id, fields, reason, appointment_id, revealed_at)
        values (${tx.tenantId}, ${newId()}, ${personId}, '{mobile}', '核对', ${personId}, (app_today() - ${age}::int + time '12:00') at time zone 'Asia/Shanghai')`.execute(
        tx,
      )
    }
    const invited = await makePerson(tx, { name: '外请专家' })
    await sql`update persons set invited_until = app_today() - 366, invited_by_organisation_id = ${tenant.federationId} where id = ${invited}`.execute(
      tx,
    )
    return invited
  })
  const page = async () => (await district.get<Retention>('/privacy/retention')).body
  const dueOf = (retention: Retention, key: string) => retention.rules.find((rule) => rule.key === key)?.due
  const before = await page()
  assert.deepEqual(
    [before.lastRunAt, dueOf(before, 'retention.reveals'), dueOf(before, 'retention.invited_persons')],
    [null, 2, 1],
  )
  assert.equal(before.rules.find((rule) => rule.key === 'retention.audit_entries')?.removes, false)
  const entries = () =>
    tenant.inside(
      async (tx) =>
        (await sql<{ n: number }>`select count(*)::int as n from audit_entries`.execute(tx)).rows[0]!.n,
    )
  const logged = await entries()
  const removed = await tenant.inside(removeDue)
  assert.deepEqual([removed['retention.reveals'], removed['retention.invited_persons']], [2, 1])
  assert.ok((await entries()) >= logged, 'the log only grows')
  const { rows } = await tenant.inside((tx) =>
    sql<{
      age: number
    }>`select app_today() - (revealed_at at time zone 'Asia/Shanghai')::date as age from reveals order by 1`.execute(
      tx,
    ),
  )
  assert.deepEqual(
    rows.map((row) => row.age),
    ages.filter((age) => age <= 1096),
  )
  const name = await tenant.inside((tx) =>
    tx.selectFrom('persons').select('name').where('id', '=', guest).executeTakeFirstOrThrow(),
  )
  assert.equal(name.name, '（已删除）')
  const after = await page()
  assert.deepEqual(
    [
      dueOf(after, 'retention.reveals'),
      after.rules.find((rule) => rule.key === 'retention.reveals')?.lastRemoved,
    ],
    [0, 2],
  )
  assert.deepEqual((await tenant.inside(removeDue))['retention.reveals'], 0)
})

test('what was asked in a correction goes with its evidence a year after it was over, and no other', async () => {
  const tenant = await makeTenant()
  const officer = await tenant.officer('union_chair', tenant.north.unionId)
  const file = () => {
    const form = new FormData()
    form.set('file', new Blob(['%PDF-1.4\ntrailer\n%%EOF\n']), 'page.pdf')
    return officer.post<{ id: string }>('/attachments', form)
  }
  const ask = async (lastAct: 'approved' | 'returned', age: number) => {
    const evidenceIds = [(await file()).body.id]
    const asked = await officer.post<{ requestId: string }>('/me/corrections', {
      name: '陈更正',
      evidenceIds,
    })
    const { owner } = await testServer()
    await owner.query(
      `update approval_acts set act = $2, waits_for = null,
         acted_at = ((now() at time zone 'Asia/Shanghai')::date - $3::int + time '12:00') at time zone 'Asia/Shanghai' where approval_id = $1`,
      [asked.body.requestId, lastAct, age],
    )
    return asked.body.requestId
  }
  const old = await ask('approved', 366)
  const staying = [await ask('approved', 365), await ask('returned', 500)]
  assert.equal((await tenant.inside(removeDue))['retention.corrections'], 1)
  const held = await tenant.inside(async (tx) => {
    const files = (id: string) => attachmentsOf(tx, { kind: 'approval', id })
    return [await files(old), ...(await Promise.all(staying.map(files)))].map(({ length }) => length)
  })
  assert.deepEqual(held, [0, 1, 1])
  const { items } = (await officer.get<{ items: OwnRequest[] }>('/me/requests')).body
  assert.deepEqual(items.find(({ id }) => id === old)?.lines, [])
  assert.ok(staying.every((id) => items.find((item) => item.id === id)!.lines.length === 1))
})

test('an ended task goes after its time though an appointment was named in it, and the appointment is not named again', async () => {
  const tenant = await makeTenant()
  await tenant.officer('union_chair', tenant.north.unionId, {
    startsOn: '2020-01-01',
    endsBefore: await tenant.inside(
      async (tx) => (await sql<{ day: string }>`select app_today() + 20 as day`.execute(tx)).rows[0]!.day,
    ),
  })
  assert.notEqual(await tenant.inside(remindOfAppointments), 0)
  await tenant.inside((tx) =>
    sql`insert into inbox_task_endings (tenant_id, task_id, outcome, ended_by, ended_at)
      select tenant_id, task_id, 'overtaken', null, now() - interval '20 years' from appointment_reminders`.execute(
      tx,
    ),
  )
  const removed = (await tenant.inside(removeDue))['retention.ended_tasks']
  assert.ok(removed !== undefined && removed > 0)
  assert.equal(await tenant.inside(remindOfAppointments), 0)
})
