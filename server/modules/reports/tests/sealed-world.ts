import assert from 'node:assert/strict'
import type { FigureToSeal, SealedReport, SealVerification } from '#contract/reports-seals.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { addMembers, federationOfficer } from '#server/test/organisation-officer.ts'
import { testServer } from '#server/test/server.ts'

/** A tenant with members in both streets, its officer, and what one does with sealed reports. */
export interface SealedWorld {
  tenant: TestTenant
  officer: TestClient
  seal: (figures: readonly FigureToSeal[], more?: object) => Promise<SealedReport>
  verify: (reportId: string, client?: TestClient) => Promise<SealVerification>
  /** Findings as `code part`, sorted; what row or figure they name stands in the verification. */
  codes: (verification: SealVerification) => string[]
  /** Does something behind the back, as the owner of the database. */
  behind: (statement: string, values?: readonly unknown[]) => Promise<number>
}

/** Makes it: three members in the north, two in the south. */
export async function sealedWorld(): Promise<SealedWorld> {
  const tenant = await makeTenant()
  const officer = await federationOfficer(tenant)
  await addMembers(tenant, 3, tenant.north)
  await addMembers(tenant, 2, tenant.south)
  const { owner } = await testServer()
  return {
    tenant,
    officer,
    seal: async (figures, more = {}) => {
      const { status, body } = await officer.post<SealedReport>('/sealed-reports', {
        title: '年度报表',
        figures,
        ...more,
      })
      assert.equal(status, 201, JSON.stringify(body))
      return body
    },
    verify: async (reportId, client = officer) => {
      const { status, body } = await client.get<SealVerification>(`/sealed-reports/${reportId}/verification`)
      assert.equal(status, 200)
      return body
    },
    codes: ({ findings }) =>
      findings.map(({ code, part }) => (part === null ? code : `${code} ${part}`)).sort(),
    behind: async (statement, values = []) => {
      const { rowCount } = await owner.query(statement, [...values])
      return rowCount ?? 0
    },
  }
}
