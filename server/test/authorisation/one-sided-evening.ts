import { inTenant } from '#server/platform/db/transaction.ts'
import {
  joinEvening,
  makeEvening,
  type Evening,
  type Guest,
} from '#server/modules/matchmaking/tests/make-evening.ts'
import type { TestClient } from '#server/test/client.ts'
import { testServer } from '#server/test/server.ts'
import type { Role } from './policy.ts'
import type { Aim, Walker } from './one-sided-walk.ts'
import { makeWorld, type Place, type World } from './world.ts'

/** A guest with a phone in hand. */
export interface Invited {
  guest: Guest
  client: TestClient
}

/** The world of all roles with an evening in it: Anna, who chooses; Bo, who is chosen or not; Chen, who looks on. */
export interface EveningWorld {
  evening: Evening
  anna: Invited
  bo: Invited
  chen: Invited
  aim: Aim
  /** Everybody but Anna who walks. */
  walkers: Walker[]
}

/** Makes it; `roles` are those who walk besides the guests. */
export async function makeEveningWorld(roles: readonly Role[] | 'all'): Promise<EveningWorld> {
  const world = await makeWorld()
  const north = placeOf(world, 'north street')
  const evening = await makeEvening({ men: 2, women: 2, limit: 5 }, await tenantOf(world))
  const anna = await joinEvening(evening, 'female')
  const bo = await joinEvening(evening, 'male')
  const chen = await joinEvening(evening, 'male')
  const chosen = roles === 'all' ? (Object.keys(world.clients) as Role[]) : roles
  return {
    evening,
    anna,
    bo,
    chen,
    aim: { eventId: evening.eventId, personId: bo.guest.personId, badgeNo: bo.guest.badgeNo },
    walkers: [
      { name: 'the one who was chosen', client: bo.client, home: north },
      ...chosen.map((role) => ({ name: role, client: world.clients[role], home: world.homes[role] })),
    ],
  }
}

/** Anna's sheet, handed in over HTTP: naming one man or another, always one and always sealed. */
export function sheetNaming(guest: Guest): { choices: object[] } {
  return { choices: [{ badgeNo: guest.badgeNo, yes: true, score: 4 }] }
}

async function tenantOf(world: World) {
  const { platform } = await testServer()
  const [federation, north, union, employer] = [
    'federation',
    'north street',
    'north union',
    'north employer',
  ].map((name) => placeOf(world, name)) as [Place, Place, Place, Place]
  const tenantId = federation.tenantId
  const inside = <T>(work: Parameters<typeof inTenant<T>>[2]) => inTenant(platform, tenantId, work)
  const street = {
    streetId: north.organisationId,
    unionId: union.organisationId,
    employerId: employer.organisationId,
  }
  return {
    id: tenantId,
    federationId: federation.organisationId,
    north: street,
    south: street,
    inside,
    officer: notHere,
    nobody: notHere,
  }
}

function notHere(): never {
  throw new Error('everybody of this world is there already')
}

function placeOf(world: World, name: string): Place {
  return world.places.find((place) => place.name === name)!
}
