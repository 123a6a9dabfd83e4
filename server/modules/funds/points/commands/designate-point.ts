import { sql } from 'kysely'
import type { operations } from '#contract/funds-points.ts'
import type { InputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, refuse } from '#server/platform/errors.ts'
import { handOf } from '../../payments/policy.ts'
import { mustBeFitForPoint } from '../policy.ts'
import { findPoint, grantOf } from '../queries/find-point.ts'
import { criteriaOn } from '../queries/terms.ts'
import { findingsOf, type Criteria } from '../rules.ts'
import { handOfActor, insertProposal, insertProposalDecision, lockGrant } from '../store.ts'

/** Proposes a point as demonstration point 示范点 where its records meet every criterion of today. What they said is kept with the proposal. */
export async function proposeDemonstrationPoint(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['proposeDemonstrationPoint']>,
): Promise<{ proposalId: string }> {
  await lockGrant(tx, input.grantId)
  const point = await findPoint(tx, input.grantId)
  await mustBeFitForPoint(tx, actor, {
    permission: 'funds.report',
    organisationId: point.organisationId,
    fits: point.state === 'approved' && point.openProposalId === null,
    hands: [],
  })
  const criteria = await criteriaOn(tx, actor.today)
  const findings = findingsOf(point, criteria.value)
  if (findings.some(({ isMet }) => !isMet)) refuse('points.criteria_unmet')
  const proposalId = await insertProposal(tx, {
    grantId: point.id,
    reason: input.reason.trim(),
    ruleId: criteria.version,
    findings,
    hand: handOfActor(actor, await handOf(tx, actor)),
  })
  await audit(tx, actor, 'points.proposed', about(point))
  return { proposalId }
}

/** Designates a demonstration point until the review that the criteria of the proposal set, or refuses; never whoever proposed it. */
export async function decideDemonstrationPoint(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['decideDemonstrationPoint']>,
): Promise<Record<string, never>> {
  const grantId = await grantOf(tx, 'demonstration_proposals', input.proposalId)
  await lockGrant(tx, grantId)
  const point = await findPoint(tx, grantId)
  const proposal = await proposalOf(tx, input.proposalId)
  await mustBeFitForPoint(tx, actor, {
    permission: 'funds.check',
    organisationId: point.organisationId,
    fits: point.openProposalId === input.proposalId,
    hands: [proposal.person],
  })
  await insertProposalDecision(tx, {
    ...input,
    reason: input.reason.trim(),
    months: proposal.criteria.months,
    hand: handOfActor(actor, await handOf(tx, actor)),
  })
  if (input.outcome === 'designated') await audit(tx, actor, 'points.designated', about(point))
  else await audit(tx, actor, 'points.not_designated', about(point))
  return {}
}

async function proposalOf(tx: Tx, proposalId: string): Promise<{ person: string; criteria: Criteria }> {
  const { rows } = await sql<{ person: string; criteria: Criteria }>`
    select p.proposed_by_person as person, r.value as criteria from demonstration_proposals p join rules r on r.id = p.rule_id
    where p.tenant_id = ${tx.tenantId} and p.id = ${proposalId}`.execute(tx)
  return found(rows[0])
}

function about({ id, organisationId }: { id: string; organisationId: string }) {
  return { kind: 'direct_point', id, organisationId }
}
