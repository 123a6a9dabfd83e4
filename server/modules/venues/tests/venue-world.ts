import assert from 'node:assert/strict'
import type { Attachment } from '#contract/attachments.ts'
import type { Venue } from '#contract/venues.ts'
import { jpeg } from '#server/modules/attachments/tests/made-files.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'

/** The six items of the list for venues of two-new organisations. */
export const sixItems = ['place', 'equipment', 'sign', 'party_flag', 'books', 'rules'] as const

/** What a keeper enters; open every day, shared with nobody. */
export const entered = {
  name: '职工之家',
  address: '测试路 1 号',
  areaSquareMetres: 120,
  seats: 40,
  position: { longitude: 121.556, latitude: 29.887, datum: 'GCJ-02' },
  sharedWithId: null as string | null,
  openWeekdays: [1, 2, 3, 4, 5, 6, 7],
  opensAt: '00:00',
  closesAt: '23:59',
  longestMinutes: 240,
  daysAhead: 30,
}

/** A tenant with a venue of the northern union, its chair and the officer of its street. */
export async function venueWorld() {
  const tenant = await makeTenant()
  const chair = await tenant.officer('union_chair', tenant.north.unionId)
  const street = await tenant.officer('street_officer', tenant.north.streetId)
  const { status, body } = await chair.post<{ id: string }>('/venues', {
    organisationId: tenant.north.unionId,
    kind: 'two_new_venue',
    openedOn: '2025-01-01',
    ...entered,
    sharedWithId: tenant.north.streetId,
  })
  assert.equal(status, 201, JSON.stringify(body))
  return { tenant, chair, street, venueId: body.id }
}

/** One venue as somebody sees it. */
export async function look(client: TestClient, venueId: string): Promise<Venue> {
  const { status, body } = await client.get<Venue>(`/venues/${venueId}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body
}

/** A picture sent in by somebody; its id. */
export async function picture(client: TestClient): Promise<string> {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(await jpeg())]), 'photo.jpg')
  return (await client.post<Attachment>('/attachments', form)).body.id
}

/** An inspection that finds items met until a day. */
export async function inspect(
  client: TestClient,
  venueId: string,
  found: { on: string; until: string; items?: readonly string[]; revisitOn?: string },
) {
  const findings = []
  for (const item of found.items ?? sixItems)
    findings.push({ item, isMet: true, pictureId: await picture(client), validUntil: found.until })
  return client.post<{ id: string }>(`/venues/${venueId}/inspections`, {
    inspectedOn: found.on,
    revisitOn: found.revisitOn ?? null,
    findings,
  })
}
