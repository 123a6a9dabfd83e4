import { sql } from 'kysely'
import type { EventKind } from '#server/platform/event-kind.ts'
import type { Actor } from '#server/platform/actor.ts'
import { today } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { makeAppointment, makePerson, makeTenant, type TestTenant } from '#server/test/makers.ts'
import { makeEvent } from './make-event.ts'
import { declareKinds } from '../kinds.ts'

/** A published event with registrations and somebody who runs it, for tests of the door. */
export interface TestDoor {
  tenant: TestTenant
  eventId: string
  actor: Actor
  /** Badge number to person and registration; numbers run from 1. */
  people: readonly { badgeNo: number; personId: string; registrationId: string }[]
}

/** What a test wants; by default doors are open and everybody admitted may take part. */
export interface DoorWish {
  people: number
  startsInMinutes?: number
  refused?: ReadonlyMap<string, string>
  figures?: { sheets: number; pairs: number | null }
}

/** Makes the event in a tenant of its own; half of the people men, half women. */
export async function makeDoor(wish: DoorWish): Promise<TestDoor> {
  const tenant = await makeTenant()
  return tenant.inside(async (tx) => {
    // A programme of its own, so that who may take part is the test's to say.
    const kindName = `test ${tenant.id}`
    const startsInHours = (wish.startsInMinutes ?? 30) / 60
    const eventId = await makeEvent(tx, {
      organisationId: tenant.north.unionId,
      kind: kindName,
      choices: null,
      capacity: 700,
      opensInHours: startsInHours - 200,
      closesInHours: startsInHours - 24,
      startsInHours,
      endsInHours: startsInHours + 3,
    })
    const people = []
    for (let badgeNo = 1; badgeNo <= wish.people; badgeNo += 1) {
      const personId = await makePerson(tx, { name: '周测试' })
      const registrationId = newId()
      await sql`insert into registrations (tenant_id, id, event_id, person_id, union_id, sex, age_band, first_timer, state, badge_no)
        values (${tx.tenantId}, ${registrationId}, ${eventId}, ${personId}, ${tenant.north.unionId}, ${badgeNo % 2 ? 'male' : 'female'},
          '25-29', true, 'admitted', ${badgeNo})`.execute(tx)
      people.push({ badgeNo, personId, registrationId })
    }
    const kind: EventKind = {
      kind: kindName,
      refusals: (_tx, ask) =>
        Promise.resolve(new Map([...(wish.refused ?? [])].filter(([id]) => ask.personIds.includes(id)))),
      keptApart: () => Promise.resolve([]),
      levels: () => Promise.resolve(new Map()),
      ended: () => Promise.resolve(),
      hallFigures: () => Promise.resolve(wish.figures ?? { sheets: 0, pairs: null }),
    }
    declareKinds([kind])
    return {
      tenant,
      eventId,
      actor: await makeActor(tx, tenant.north.unionId),
      people,
    }
  })
}

async function makeActor(tx: Tx, organisationId: string): Promise<Actor> {
  const personId = await makePerson(tx, { name: '吴测试' })
  const since = { startsOn: '2020-01-01', endsBefore: null }
  const id = await makeAppointment(tx, personId, { post: 'union_officer', organisationId, ...since })
  return {
    tenantId: tx.tenantId,
    sessionId: newId(),
    accountId: newId(),
    personId,
    appointment: {
      id,
      post: 'union_officer',
      organisationId,
      organisationName: '',
      fullTime: true,
      acting: false,
      ...since,
    },
    grants: [
      {
        permission: 'events.run',
        reach: 'unit',
        organisationId,
        source: 'post',
        delegationId: null,
        ...since,
      },
    ],
    tokenId: null,
    today: await today(tx),
    signInDue: null,
  }
}
