import type { Me } from '#contract/sessions.ts'
import type { TestClient } from '#server/test/client.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import {
  endDelegationNow,
  makeAppointment,
  makeDelegation,
  makePerson,
  type TestTenant,
} from '#server/test/makers.ts'
import type { StandIn } from './policy.ts'
import type { Place } from './world.ts'

const over = { startsOn: '2020-01-01', endsBefore: '2022-01-01' }
const running = { startsOn: '2020-01-01', endsBefore: '2099-01-01' }
/** Everything that may leave its holder's hands, as rule data says. */
const everything = [
  'organisations.read',
  'organisations.write',
  'organisations.import',
  'people.read',
  'people.write',
  'people.reveal',
  'roster.import',
  'roster.export',
  'inbox.read',
  'figures.read',
  'figures.open',
]
/** And what the giver lacks: a row that says otherwise gives nothing. */
const beyondTheGiver = ['audit.read', 'grants.manage']

/** Those who work without the post itself. Receivers are judges of the southern union: what they can do, they were given. */
export async function makeStandIns(
  tenant: TestTenant,
  { north, union }: { north: Place; union: Place },
): Promise<{ clients: Record<StandIn, TestClient>; homes: Record<StandIn, Place> }> {
  const { streetId } = tenant.north
  const giver = await appointmentOf(await tenant.officer('street_officer', streetId))
  const formerGiver = await tenant.officer('street_officer', streetId, over)
  const judge = async (passed: Parameters<typeof passOn>[1]) => passOn(tenant, passed)
  const chairs = await makeChairs(tenant)
  const clients: Record<StandIn, TestClient> = {
    'city officer whose appointment ended': await tenant.officer('city_officer', tenant.federationId, over),
    'chair whose appointment ended': await tenant.officer('union_chair', tenant.north.unionId, over),
    'security administrator whose appointment ended': await tenant.officer(
      'security_administrator',
      tenant.federationId,
      over,
    ),
    'judge with powers of the street passed on': await judge({ giverId: giver, ...running }),
    'judge whose delegation is over': await judge({ giverId: giver, ...over }),
    'judge whose giver’s appointment ended': await judge({
      giverId: await endedAppointmentOf(tenant, formerGiver),
      ...running,
    }),
    'judge whose delegation was taken back': await judge({ giverId: giver, ...running, takenBack: 'today' }),
    ...chairs,
  }
  const atNorth = new Set<StandIn>(['judge with powers of the street passed on'])
  const homes = Object.fromEntries(
    (Object.keys(clients) as StandIn[]).map((role) => [role, atNorth.has(role) ? north : union]),
  ) as Record<StandIn, Place>
  return { clients, homes }
}

async function passOn(
  tenant: TestTenant,
  passed: { giverId: string; startsOn: string; endsBefore: string; takenBack?: 'today' },
): Promise<TestClient> {
  const client = await tenant.officer('judge', tenant.south.unionId)
  const receiverId = await appointmentOf(client)
  const { giverId, startsOn, endsBefore } = passed
  await tenant.inside(async (tx) => {
    const delegationId = await makeDelegation(tx, {
      giverId,
      receiverId,
      organisationId: tenant.north.streetId,
      permissions: [...everything, ...beyondTheGiver],
      startsOn,
      endsBefore,
    })
    if (passed.takenBack) await endDelegationNow(tx, delegationId)
  })
  return client
}

async function makeChairs(tenant: TestTenant) {
  const { unionId } = tenant.north
  const chair = await tenant.officer('union_chair', unionId)
  const original = await appointmentOf(chair)
  const former = await endedAppointmentOf(tenant, await tenant.officer('union_chair', unionId, over))
  const actingFor = async (substitutesId: string, days: typeof over) =>
    tenant.officer('union_chair', unionId, { substitutesId, ...days })
  const token = async (owner: TestClient) => {
    const { body } = await owner.post<{ tokenId: string; token: string }>('/me/tokens', {
      name: '统计程序',
      permissions: ['organisations.read', 'people.read', 'people.write'],
      endsBefore: await nextMonth(owner),
    })
    return body
  }
  const revoked = await token(chair)
  await chair.post(`/me/tokens/${revoked.tokenId}/ending`)
  const leaving = await tenant.officer('union_chair', unionId)
  const orphaned = await token(leaving)
  await endToday(tenant, await appointmentOf(leaving))
  return {
    'acting chair': await actingFor(original, running),
    'acting chair of a chair who left': await actingFor(former, running),
    'acting chair after the absence': await actingFor(original, over),
    'program of the chair': chair.asProgram((await token(chair)).token),
    'program whose token was revoked': chair.asProgram(revoked.token),
    'program whose owner’s appointment ended': chair.asProgram(orphaned.token),
  }
}

async function appointmentOf(client: TestClient): Promise<string> {
  return (await client.get<Me>('/me')).body.actingAs!.id
}

async function nextMonth(client: TestClient): Promise<string> {
  const { today } = (await client.get<Me>('/me')).body
  return new Date(Date.parse(today) + 30 * 86_400_000).toISOString().slice(0, 10)
}

async function endToday(tenant: TestTenant, appointmentId: string): Promise<void> {
  await tenant.inside(async (tx) => {
    await tx.client.query(
      `with before as (update appointments set superseded_at = clock_timestamp() where tenant_id = $1 and appointment_id = $2 and superseded_at is null
         returning *)
       insert into appointments (tenant_id, id, appointment_id, person_id, post, organisation_id, full_time, basis, starts_on, ends_before)
       select tenant_id, gen_random_uuid(), appointment_id, person_id, post, organisation_id, full_time, basis, starts_on, app_today() from before`,
      [tx.tenantId, appointmentId],
    )
    await tx.client.query('update tenants set access_version = access_version + 1 where id = $1', [
      tx.tenantId,
    ])
  })
}

async function endedAppointmentOf(tenant: TestTenant, client: TestClient): Promise<string> {
  const { body } = await client.get<Me>('/me')
  return tenant.inside(async (tx) => {
    const { rows } = await tx.client.query<{ id: string }>(
      'select appointment_id as id from appointments where tenant_id = $1 and person_id = $2',
      [tx.tenantId, body.person.id],
    )
    return rows[0]!.id
  })
}

/** Somebody who held a post there until 2022, and passed a power on there once. */
export async function powersOver(
  tx: Tx,
  organisationId: string,
): Promise<{ appointmentId: string; delegationId: string }> {
  const held = { organisationId, startsOn: '2020-01-01', endsBefore: '2022-01-01' }
  const giverId = await makeAppointment(tx, await makePerson(tx, { name: '周测试' }), {
    ...held,
    post: 'union_vice_chair',
  })
  const appointmentId = await makeAppointment(tx, await makePerson(tx, { name: '吴测试' }), {
    ...held,
    post: 'matchmaker',
  })
  const delegationId = await makeDelegation(tx, {
    giverId,
    receiverId: appointmentId,
    organisationId,
    permissions: ['people.read'],
    startsOn: '2020-01-01',
    endsBefore: '2021-01-01',
  })
  return { appointmentId, delegationId }
}
