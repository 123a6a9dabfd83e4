import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OfficerAccess } from '#contract/activation.ts'
import type { Me } from '#contract/sessions.ts'
import { makeAppointment } from '#server/test/makers.ts'
import { testServer } from '#server/test/server.ts'
import { makeDemoTenant, makeMember, messageAfter, stranger } from './test/roster-people.ts'

interface Invited {
  invitationId: string
  token: string | null
}

/** A chair without an account, and the street officer above. */
async function withChair() {
  const tenant = await makeDemoTenant()
  const { unionId, streetId } = tenant.north
  const person = await makeMember(tenant, { unionId })
  const appointmentId = await tenant.inside((tx) =>
    makeAppointment(tx, person.personId, {
      post: 'union_chair',
      organisationId: unionId,
      startsOn: '2020-01-01',
      endsBefore: null,
    }),
  )
  return { tenant, person, appointmentId, officer: await tenant.officer('street_officer', streetId) }
}

const read = async (token: string) =>
  (await stranger()).post<{ name: string; post: string }>('/activation/invitation-proofs', { token })

test('an invited officer opens the account by the link of a text message and is signed in as the post', async () => {
  const { person, appointmentId, officer } = await withChair()
  const text = await messageAfter(person.mobile, async () => {
    const invited = await officer.post<Invited>('/activation/invitations', { appointmentId, channel: 'sms' })
    assert.equal(invited.status, 201)
    assert.equal(invited.body.token, null)
  })
  assert.ok(!text.includes(person.name))
  const token = /#invitation=([\w-]{22})/.exec(text)![1]!
  assert.equal((await read(token)).body.post, 'union_chair')
  const { status, body } = await (
    await stranger()
  ).post<{ me: Me }>('/activation/completions', {
    ticket: token,
    login: `zhuxi${person.mobile}`,
    password: 'zhe ge mi ma gou chang',
  })
  assert.equal(status, 201)
  assert.equal(body.me.actingAs?.post, 'union_chair')
  assert.equal((await read(token)).body.error.code, 'activation.ticket_over')
  const listed = await officer.get<{ items: OfficerAccess[] }>('/activation/officers?state=active')
  assert.ok(listed.body.items.some((item) => item.appointmentId === appointmentId))
  const again = await officer.post('/activation/invitations', { appointmentId, channel: 'print' })
  assert.equal(again.body.error.code, 'activation.has_account')
})

test('inviting again replaces the link, revoking ends it, and after seven days it is over', async () => {
  const { tenant, appointmentId, officer } = await withChair()
  const invite = async () =>
    (await officer.post<Invited>('/activation/invitations', { appointmentId, channel: 'print' })).body
  const [first, second] = [await invite(), await invite()]
  assert.equal((await read(first.token!)).status, 422)
  assert.equal((await read(second.token!)).status, 200)
  assert.equal((await officer.post(`/activation/invitations/${first.invitationId}/revocation`)).status, 409)
  assert.equal((await officer.post(`/activation/invitations/${second.invitationId}/revocation`)).status, 200)
  assert.equal((await read(second.token!)).status, 422)
  const third = await invite()
  const { owner } = await testServer()
  const { rows } = await owner.query<{ days: number }>(
    `update activation_secrets set expires_at = now() where tenant_id = $1 and kind = 'invitation'
     returning (select extract(day from expires_at - invited_at)::int from invitations where id = source_id) as days`,
    [tenant.id],
  )
  assert.equal(rows[0]!.days, 7)
  assert.equal((await read(third.token!)).status, 422)
})

test('an officer of another street does not find the appointment; the security administrator does', async () => {
  const { tenant, appointmentId } = await withChair()
  const south = await tenant.officer('street_officer', tenant.south.streetId)
  const asked = { appointmentId, channel: 'print' }
  assert.equal((await south.post('/activation/invitations', asked)).status, 404)
  const administrator = await tenant.officer('security_administrator', tenant.federationId)
  assert.equal((await administrator.post('/activation/invitations', asked)).status, 201)
})
