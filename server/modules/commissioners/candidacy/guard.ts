import { sql } from 'kysely'
import type { CandidacyObstacle, CandidateOffice } from '#contract/candidacy.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import type { PostGuard } from '#server/platform/post-guard.ts'
import { candidacyObstacles } from './obstacles.ts'

const offices: Readonly<Record<string, CandidateOffice>> = {
  commissioner: 'commissioner',
  union_chair: 'chair',
  union_vice_chair: 'committee',
  union_committee_member: 'committee',
  audit_committee_member: 'audit_committee',
}

/**
 * Nobody comes to a post past the candidate rules: a commissioner has declared before the organisation and is not barred; whoever is appointed in a
 * union is not barred by what they declared last before it or an employer it covers. A chair recorded without any declaration passes: unions
 * kept their records before they kept declarations.
 */
export const candidacyGuard: PostGuard = {
  posts: Object.keys(offices),
  mustFit: async (tx, _actor, { personId, post, organisationId, startsOn }) => {
    const office = offices[post]!
    const isCommissioner = post === 'commissioner'
    const before = isCommissioner ? [organisationId] : await unionAndEmployers(tx, organisationId, startsOn)
    for (const place of before) {
      const obstacles = await candidacyObstacles(tx, {
        personId,
        organisationId: place,
        office,
        day: startsOn,
      })
      const [obstacle] = isCommissioner ? obstacles : obstacles.filter(({ code }) => code !== 'not_declared')
      if (obstacle !== undefined) bar(obstacle)
    }
  },
}

function bar({ code, rule }: CandidacyObstacle): never {
  if (code === 'not_declared') refuse('commissioners.declare_first')
  refuse('commissioners.candidacy_blocked', { obstacle: code, source: rule.source })
}

async function unionAndEmployers(tx: Tx, unionId: string, day: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select employer_id as id from coverages where tenant_id = ${tx.tenantId} and union_id = ${unionId} and superseded_at is null
      and starts_on <= ${day}::date and (ends_before is null or ${day}::date < ends_before)`.execute(tx)
  return [unionId, ...rows.map(({ id }) => id)]
}
