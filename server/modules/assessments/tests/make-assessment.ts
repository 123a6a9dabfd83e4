import { sql } from 'kysely'
import type { SchemeContent } from '#contract/assessments-schemes.ts'
import type { Me } from '#contract/sessions.ts'
import { newId } from '#server/platform/ids.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant } from '#server/test/makers.ts'
import { commissionerSubject } from '#server/modules/commissioners/assessment/subject.ts'

/** A federation that assesses a commissioner over 2025: everybody who has a hand in it, signed in. */
export async function makeAssessment({
  content = commissionerSubject.preset,
}: { content?: SchemeContent } = {}) {
  const tenant = await makeTenant()
  const { unionId, streetId } = tenant.north
  const since = { startsOn: '2024-06-01', endsBefore: null }
  const chair = await tenant.officer('union_chair', unionId, since)
  const unit = await tenant.officer('union_officer', unionId)
  const street = await tenant.officer('street_officer', streetId)
  const district = await tenant.officer('federation_officer', tenant.federationId)
  const second = await tenant.officer('federation_officer', tenant.federationId)
  const scheme = await district.post<{ schemeId: string }>('/assessments/schemes', {
    organisationId: tenant.federationId,
    subjectKind: 'commissioner',
    name: '党工专员考核',
    content,
  })
  const period = await district.post<{ periodId: string }>('/assessments/periods', {
    schemeId: scheme.body.schemeId,
    name: '2025 年度',
    startsOn: '2025-01-01',
    endsBefore: '2026-01-01',
  })
  const { periodId } = period.body
  await district.post(`/assessments/periods/${periodId}/subjects`)
  const personId = (await chair.get<Me>('/me')).body.person.id
  const assessmentId = await tenant.inside(async (tx) => {
    const { rows } = await sql<{
      id: string
    }>`select id from assessments where tenant_id = ${tx.tenantId} and person_id = ${personId}`.execute(tx)
    return rows[0]!.id
  })
  const path = `/assessments/${assessmentId}`
  const score = (by: TestClient, indicator: string, value: number, voices?: number) =>
    by.post<object>(`${path}/scores`, {
      scores: [{ indicator, organisationId: unionId, value, ...(voices === undefined ? {} : { voices }) }],
    })
  return {
    tenant,
    unionId,
    chair,
    unit,
    street,
    district,
    second,
    schemeId: scheme.body.schemeId,
    periodId,
    assessmentId,
    personId,
    path,
    score,
    act: (by: TestClient, act: string, body: object = {}) => by.post<object>(`${path}/${act}`, body),
  }
}

/** A near relative as declared. */
export async function declare(world: Awaited<ReturnType<typeof makeAssessment>>, relative: TestClient) {
  const relativeId = (await relative.get<Me>('/me')).body.person.id
  await world.tenant.inside((tx) =>
    sql`insert into declared_relatives (tenant_id, id, person_id, relative_id, relation)
      values (${tx.tenantId}, ${newId()}, ${world.personId}, ${relativeId}, 'spouse')`.execute(tx),
  )
}
