import type { DirectPoint, PointPayer } from '#contract/funds-points.ts'
import { pointPayers } from '#contract/funds-points.ts'
import { makeTwoNew } from '#server/modules/commissioners/tests/make-two-new.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { TestClient } from '#server/test/client.ts'
import { makeTenant, type TestTenant } from '#server/test/makers.ts'
import { insertBudget, insertMovement, insertSource } from '../budgets/store.ts'
import { recordEntry } from '../ledger/store.ts'

/** A federation with a two-new organisation, a budget of each payer, and everybody whose hand a direct point needs. */
export interface PointOffice {
  tenant: TestTenant
  pointId: string
  budgets: Record<PointPayer, string>
  granter: TestClient
  decider: TestClient
  payer: TestClient
  street: TestClient
}

/** Makes it, each payer with so much money of 2026. */
export async function makePointOffice(amountFen = 10_000_000): Promise<PointOffice> {
  const tenant = await makeTenant()
  const made = await tenant.inside(async (tx) => {
    const pointId = await makeTwoNew(tx, {
      name: '慈云智造有限公司',
      parentId: tenant.north.streetId,
      unionId: tenant.north.unionId,
    })
    const budgets = {} as Record<PointPayer, string>
    for (const payer of pointPayers)
      budgets[payer] = await pointBudget(tx, { organisationId: tenant.federationId, payer, amountFen })
    return { pointId, budgets }
  })
  const at = (post: string, organisationId = tenant.federationId) => tenant.officer(post, organisationId)
  return {
    tenant,
    ...made,
    granter: await at('federation_officer'),
    decider: await at('federation_officer'),
    payer: await at('finance_clerk'),
    street: await at('street_officer', tenant.north.streetId),
  }
}

/** A budget of a payer for points of 2026, with money in it. */
async function pointBudget(
  tx: Tx,
  wanted: { organisationId: string; payer: PointPayer; amountFen: number },
): Promise<string> {
  const owner = { organisationId: wanted.organisationId, createdBy: null }
  const sourceId = await insertSource(tx, { ...owner, name: wanted.payer, payer: wanted.payer })
  const budget = { ...owner, sourceId, parentId: null, name: '直管点', purpose: 'direct_point', year: 2026 }
  const budgetId = await insertBudget(tx, budget)
  const movementId = await insertMovement(tx, {
    budgetId,
    fromBudgetId: null,
    amountFen: wanted.amountFen,
    documentNo: '测试 1 号',
    reversesId: null,
    reason: '',
    movedBy: null,
  })
  await recordEntry(tx, {
    kind: 'grant',
    subjectId: movementId,
    recordedBy: null,
    postings: [
      { of: budgetId, kind: 'available', amountFen: wanted.amountFen },
      { of: sourceId, kind: 'granted', amountFen: -wanted.amountFen },
    ],
  })
  return budgetId
}

/** Grants the point 40,000.00 yuan in unequal shares; what a test says of it replaces that. */
export function grantPoint({ granter, pointId, budgets }: PointOffice, more: object = {}) {
  const fen = [1_333_334, 1_333_333, 1_333_333]
  return granter.post<{ grantId: string; error: { code: string } }>('/direct-points', {
    organisationId: pointId,
    year: 2026,
    level: 'district',
    totalFen: 4_000_000,
    documentNo: '甬北工〔2026〕21号',
    shares: pointPayers.map((payer, at) => ({ payer, amountFen: fen[at]!, budgetId: budgets[payer] })),
    ...more,
  })
}

/** A grant that was approved; gives its id. */
export async function approvedPoint(office: PointOffice): Promise<string> {
  const { body } = await grantPoint(office)
  const { status } = await office.decider.post(`/direct-points/${body.grantId}/decision`, {
    outcome: 'approved',
  })
  if (status !== 200) throw new Error(`not approved: ${status}`)
  return body.grantId
}

/** The grant as somebody reads it. */
export async function readPoint(client: TestClient, grantId: string): Promise<DirectPoint> {
  return (await client.get<DirectPoint>(`/direct-points/${grantId}`)).body
}

const text = '已按年度计划推进'

/** Five areas in words. */
export const areas = { organisation: text, cadres: text, venue: text, contests: text, brand: text }

/** A report of the street, reviewed with these points for each area. */
export async function reportAndReview(
  office: PointOffice,
  grantId: string,
  { points, outcome = 'accepted' }: { points: number; outcome?: string },
): Promise<void> {
  const { body } = await office.street.post<{ reportId: string }>(`/direct-points/${grantId}/reports`, {
    areas,
  })
  const scores = { organisation: points, cadres: points, venue: points, contests: points, brand: points }
  const { status } = await office.decider.post(`/direct-point-reports/${body.reportId}/review`, {
    outcome,
    scores,
  })
  if (status !== 200) throw new Error(`not reviewed: ${status}`)
}
