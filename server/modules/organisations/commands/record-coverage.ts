import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/organisations.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, invalid, refuse } from '#server/platform/errors.ts'
import { livesOf, mustBeDays, mustLiveOn } from '../life.ts'
import { mustReachOrganisations } from '../policy.ts'
import { gapsIn, liesWithin, rewrite, rowOn } from '../rules.ts'
import { coveragesOf, lockOrganisations, rewriteCoverages, tiesOf } from '../store.ts'
import { beginTreeChange, type TreeWork } from '../tree-change.ts'
import { move } from './move-organisation.ts'

type Output = OutputOf<(typeof operations)['recordCoverage']>

/**
 * A basic union covers an employer from a day on (建会覆盖). An employer that stood under a street, for want of a union, stands under the
 * union from then on: its chair works with it. Covered already on all of these days: a conflict.
 */
export async function recordCoverage(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['recordCoverage']>,
): Promise<Output> {
  const { organisationId: unionId, employerId, startsOn } = input
  const span = { startsOn, endsBefore: input.endsBefore ?? null }
  mustBeDays({ startsOn, endsBefore: input.endsBefore })
  if (span.endsBefore !== null && span.endsBefore <= startsOn)
    invalid([{ path: 'endsBefore', code: 'organisations.ends_before_start' }])
  const work = await beginTreeChange(tx, actor, [unionId, employerId])
  await mustReachOrganisations(tx, { actor, permission: 'organisations.write' }, [unionId, employerId])
  if (work.heads.get(unionId)!.kind !== 'basic_union') refuse('organisations.not_a_basic_union')
  if (work.heads.get(employerId)!.kind !== 'employer') refuse('organisations.not_an_employer')
  const lives = await livesOf(tx, [unionId, employerId])
  for (const id of [unionId, employerId]) mustLiveOn(lives.get(id), startsOn)
  if (![unionId, employerId].every((id) => liesWithin(span, { ...lives.get(id)!, startsOn: '0001-01-01' })))
    refuse('organisations.ends_within')

  const known = (await coveragesOf(tx, 'employer', [employerId])).filter(
    (row) => row.value.unionId === unionId,
  )
  const gaps = gapsIn(span, known)
  if (gaps.length === 0) conflict('organisations.already_covered')
  const value = { unionId, employerId }
  await rewriteCoverages(tx, work.stamp, {
    supersede: [],
    insert: gaps.map((gap) => ({ ...gap, value })),
  })
  await standUnder(tx, work, { unionId, employerId, startsOn })
  await audit(tx, actor, 'organisations.coverage_recorded', {
    kind: 'organisation',
    id: employerId,
    organisationId: unionId,
    params: { startsOn, endsBefore: span.endsBefore },
  })
  return { organisationId: unionId, startsOn }
}

/** A union covers an employer no longer from a day on. An employer that stood under that union stands under the organisation above it again. */
export async function endCoverage(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['endCoverage']>,
): Promise<Output> {
  const { organisationId: unionId, employerId, endsBefore } = input
  mustBeDays({ endsBefore })
  const work = await beginTreeChange(tx, actor, [unionId, employerId])
  await mustReachOrganisations(tx, { actor, permission: 'organisations.write' }, [unionId, employerId])
  const known = (await coveragesOf(tx, 'employer', [employerId])).filter(
    (row) => row.value.unionId === unionId,
  )
  const change = rewrite(known, { startsOn: endsBefore, endsBefore: null }, () => null)
  if (change.supersede.length === 0) conflict('organisations.not_covered')
  await rewriteCoverages(tx, work.stamp, change)
  const place = rowOn(await ledBy(tx, employerId), endsBefore)
  const above = rowOn(await ledBy(tx, unionId), endsBefore)
  if (place?.value.parentId === unionId && above !== undefined) {
    const heads = new Map([...work.heads, ...(await lockOrganisations(tx, [above.value.parentId]))])
    await move(
      tx,
      { ...work, heads },
      {
        organisationId: employerId,
        parentId: above.value.parentId,
        startsOn: endsBefore,
      },
    )
  }
  await audit(tx, actor, 'organisations.coverage_ended', {
    kind: 'organisation',
    id: employerId,
    organisationId: unionId,
    params: { endsBefore },
  })
  return { organisationId: unionId, startsOn: endsBefore }
}

async function standUnder(
  tx: Tx,
  work: TreeWork,
  place: { unionId: string; employerId: string; startsOn: string },
): Promise<void> {
  const parentId = rowOn(await ledBy(tx, place.employerId), place.startsOn)?.value.parentId
  if (parentId !== undefined) {
    const parent = (await lockOrganisations(tx, [parentId])).get(parentId)!
    if (parent.kind === 'basic_union') return
  }
  await move(tx, work, {
    organisationId: place.employerId,
    parentId: place.unionId,
    startsOn: place.startsOn,
  })
}

async function ledBy(tx: Tx, organisationId: string) {
  return (await tiesOf(tx, 'child', [organisationId])).filter((row) => row.value.kind === 'leads')
}
