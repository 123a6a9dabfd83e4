import { sql } from 'kysely'
import type { Me } from '#contract/sessions.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestClient } from '#server/test/client.ts'
import type { TestTenant } from '#server/test/makers.ts'
import { signedInSingle, type SignedInSingle, type TestSingle } from './make-single.ts'

/** A matchmaker at work: appointed, entered in the register, agreement signed. */
export interface TestMatchmaker {
  id: string
  client: TestClient
}

/** What a test says of a matchmaker; the rest fits. */
export interface MatchmakerMade {
  organisationId?: string
  caseloadLimit?: number
  districtCodes?: string[]
  signed?: 'yes' | 'no'
}

/** Makes a matchmaker of the federation (or of the organisation named), signed in. */
export async function makeMatchmaker(tenant: TestTenant, made: MatchmakerMade = {}): Promise<TestMatchmaker> {
  const organisationId = made.organisationId ?? tenant.federationId
  const client = await tenant.officer('matchmaker', organisationId)
  const personId = (await client.get<Me>('/me')).body.person.id
  const id = newId()
  const signedOn = made.signed === 'no' ? null : '2025-06-01'
  await tenant.inside((tx) =>
    sql`insert into matchmakers (tenant_id, id, person_id, organisation_id, registered_on, registered_by, agreement_no, agreement_signed_on,
        district_codes, caseload_limit)
      values (${tx.tenantId}, ${id}, ${personId}, ${organisationId}, '2025-06-01', ${newId()}, '保密 1 号', ${signedOn},
        ${made.districtCodes ?? []}::text[], ${made.caseloadLimit ?? 30})`.execute(tx),
  )
  return { id, client }
}

/** A single person signed in, and the id of their profile. */
export async function singleInPool(
  tenant: TestTenant,
  single: TestSingle = {},
): Promise<SignedInSingle & { profileId: string }> {
  const made = await signedInSingle(tenant, single)
  const profileId = await tenant.inside(async (tx) => {
    const row = await tx
      .selectFrom('dating_profiles')
      .select('id')
      .where('tenant_id', '=', tx.tenantId)
      .where('person_id', '=', made.personId)
      .executeTakeFirstOrThrow()
    return row.id
  })
  return { ...made, profileId }
}
