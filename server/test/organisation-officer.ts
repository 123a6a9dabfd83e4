import assert from 'node:assert/strict'
import type { Organisation } from '#contract/organisation-shapes.ts'
import { createPersons } from '#server/modules/people/index.ts'
import type { TestClient } from './client.ts'
import type { TestTenant } from './makers.ts'

/** An officer of the federation, signed in. */
export const federationOfficer = (tenant: TestTenant) =>
  tenant.officer('federation_officer', tenant.federationId)

/** Members of a union since 2020, with an employment. */
export async function addMembers(
  tenant: TestTenant,
  count: number,
  place: { unionId: string; employerId: string },
) {
  const nothing = {
    sex: null,
    birth_date: null,
    ethnic_group: null,
    political_affiliation: null,
    education_level: null,
    household_type: null,
    migrant_worker: null,
    import_id: null,
  }
  await tenant.inside((tx) =>
    createPersons(
      tx,
      null,
      Array.from({ length: count }, (_, n) => ({
        columns: { ...nothing, name: `李测试${n}` } as never,
        document: null,
        mobile: null,
        invitation: null,
        memberships: [
          {
            unionId: place.unionId,
            kind: 'member',
            joinedOn: null,
            joinedPrecision: null,
            startsOn: '2020-02-01',
            endsBefore: null,
            endReason: null,
            importId: null,
          } as never,
        ],
        employments: [
          {
            employer_id: place.employerId,
            platform_name: null,
            form: null,
            status: null,
            union_group: null,
            job: null,
            starts_on: '2020-02-01',
            ends_before: null,
          } as never,
        ],
        cards: [],
      })),
    ),
  )
}

/** An organisation as an officer sees it. */
export async function get(officer: TestClient, id: string, more = ''): Promise<Organisation> {
  const { status, body } = await officer.get<Organisation>(`/organisations/${id}${more}`)
  assert.equal(status, 200)
  return body
}
