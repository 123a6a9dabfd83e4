import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/organisations.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, refuse } from '#server/platform/errors.ts'
import { rewriteTerms, termsOf, termYearsAllowed, type TermValue } from '../facts-store.ts'
import { isUnion } from '../kinds.ts'
import { livesOf, mustBeDays, mustLiveOn } from '../life.ts'
import { mustReachOrganisations } from '../policy.ts'
import { rewrite, yearsAfter } from '../rules.ts'
import { lockOrganisations, takeStamp } from '../store.ts'

type Input = InputOf<(typeof operations)['recordTerm']>

/**
 * Records that a committee was elected: its term runs from the day of the assembly, for the years the rule allows (3 or 5). A term still
 * running ends with it; one recorded for later keeps its days. Two elections on one day are a conflict.
 */
export async function recordTerm(
  tx: Tx,
  actor: Actor,
  input: Input,
): Promise<OutputOf<(typeof operations)['recordTerm']>> {
  const { organisationId, electedOn, termYears } = input
  mustBeDays({ electedOn })
  const heads = await lockOrganisations(tx, [organisationId])
  await mustReachOrganisations(tx, { actor, permission: 'organisations.write' }, [organisationId])
  if (!isUnion(heads.get(organisationId)!.kind)) refuse('organisations.not_a_union')
  mustLiveOn((await livesOf(tx, [organisationId])).get(organisationId), electedOn)
  const allowed = await termYearsAllowed(tx, electedOn)
  if (!allowed.includes(termYears)) refuse('organisations.term_years', { allowed: allowed.join(' / ') })

  const terms = await termsOf(tx, organisationId)
  if (terms.some((term) => term.startsOn === electedOn)) conflict('organisations.term_exists', { electedOn })
  const next = terms.find((term) => term.startsOn > electedOn)
  const full = yearsAfter(electedOn, termYears)
  const endsBefore = next !== undefined && next.startsOn < full ? next.startsOn : full
  const running = rewrite<TermValue>(terms, { startsOn: electedOn, endsBefore }, () => null)
  const value = { electedOn, termYears, documentNo: input.documentNo ?? null }
  await rewriteTerms(tx, await takeStamp(tx, actor), {
    organisationId,
    supersede: running.supersede,
    insert: [
      ...running.insert.filter((row) => row.startsOn < electedOn),
      { startsOn: electedOn, endsBefore, value },
    ],
  })
  await audit(tx, actor, 'organisations.term_recorded', {
    kind: 'organisation',
    id: organisationId,
    organisationId,
    params: { electedOn, termYears },
  })
  return { organisationId, startsOn: electedOn }
}
