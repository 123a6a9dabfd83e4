import { sql } from 'kysely'
import { makeEvent } from '#server/modules/events/tests/make-event.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { makeSingle, signedInSingle, type TestSingle } from './make-single.ts'

/** Somebody at a test evening. */
export interface Guest {
  personId: string
  registrationId: string
  badgeNo: number
  sex: 'male' | 'female'
}

/** A social event under way, everybody checked in: men wear 1, 2, 3 …, women go on from there. */
export interface Evening {
  tenant: TestTenant
  eventId: string
  men: Guest[]
  women: Guest[]
}

/** An evening of the street in the north that goes on until an hour from now. */
export async function makeEvening(
  size: { men: number; women: number; limit?: number; takesScores?: boolean; twoPart?: boolean },
  tenant?: TestTenant,
): Promise<Evening> {
  const home = tenant ?? (await makeTenant())
  return home.inside(async (tx) => {
    const eventId = await makeEvent(tx, {
      organisationId: home.north.streetId,
      startsInHours: -1,
      endsInHours: 1,
      closesInHours: -2,
      twoPart: size.twoPart ?? false,
      choices: { limit: size.limit ?? 5, takesScores: size.takesScores ?? true, closeInHours: 1 },
    })
    const guests: Guest[] = []
    for (let badgeNo = 1; badgeNo <= size.men + size.women; badgeNo += 1) {
      const sex = badgeNo <= size.men ? 'male' : 'female'
      const personId = await makeSingle(tx, home, guestOf(sex, badgeNo))
      guests.push(await seat(tx, eventId, { personId, badgeNo, sex, unionId: home.north.unionId }))
    }
    return {
      tenant: home,
      eventId,
      men: guests.slice(0, size.men),
      women: guests.slice(size.men),
    }
  })
}

/** A guest more, who has an account and is signed in. */
export async function joinEvening(
  evening: Evening,
  sex: 'male' | 'female',
): Promise<{ guest: Guest; client: TestClient }> {
  const { tenant, eventId } = evening
  const side = sex === 'male' ? evening.men : evening.women
  const badgeNo = Math.max(0, ...[...evening.men, ...evening.women].map((each) => each.badgeNo)) + 1
  const { personId, client } = await signedInSingle(tenant, guestOf(sex, badgeNo))
  const guest = await tenant.inside((tx) =>
    seat(tx, eventId, { personId, badgeNo, sex, unionId: tenant.north.unionId }),
  )
  side.push(guest)
  return { guest, client }
}

function guestOf(sex: 'male' | 'female', badgeNo: number): TestSingle {
  return { sex, birthDate: '1994-03-01', profile: { nickname: `号${badgeNo}`, hideFromUnit: false } }
}

async function seat(
  tx: Tx,
  eventId: string,
  who: { personId: string; badgeNo: number; sex: 'male' | 'female'; unionId: string },
): Promise<Guest> {
  const registrationId = newId()
  await sql`
    insert into registrations (tenant_id, id, event_id, person_id, union_id, sex, age_band, first_timer, state, badge_no)
    values (${tx.tenantId}, ${registrationId}, ${eventId}, ${who.personId}, ${who.unionId}, ${who.sex}, '25-29', true, 'admitted', ${who.badgeNo})`.execute(
    tx,
  )
  await sql`
    insert into check_ins (tenant_id, registration_id, event_id, door, method)
    values (${tx.tenantId}, ${registrationId}, ${eventId}, '一号门', 'list')`.execute(tx)
  return { personId: who.personId, registrationId, badgeNo: who.badgeNo, sex: who.sex }
}
