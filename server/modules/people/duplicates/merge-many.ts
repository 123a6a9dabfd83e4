import type { OutputOf } from '#contract/operation.ts'
import type { operations } from '#contract/people-duplicates.ts'
import type { MassChange } from '#contract/people-records.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { insertMassChange } from '../mass-change-store.ts'
import { judgeMerges, type Pair } from './judge-merges.ts'
import { mergePair } from './merge-pair.ts'

const noRows = {
  supersededIds: [],
  insertedIds: [],
  supersededEmploymentIds: [],
  insertedEmploymentIds: [],
}

type Preview = OutputOf<(typeof operations)['previewMerges']>

/** What merging these pairs would do, and which cannot be merged here. Nothing is changed. */
export async function previewMerges(tx: Tx, actor: Actor, input: { pairs: Pair[] }): Promise<Preview> {
  const judged = await judgeMerges(tx, actor, input.pairs)
  const fit = judged.filter(({ code }) => code === null)
  const leftOut = Map.groupBy(
    judged.filter(({ code }) => code !== null),
    ({ code }) => code!,
  )
  return {
    fit: fit.length,
    leftOut: [...leftOut].map(([code, some]) => ({ code, count: some.length })),
    bothMembers: fit.filter((one) => one.bothMembers).length,
    twoAccounts: fit.filter((one) => one.keptAccountId !== null && one.otherAccountId !== null).length,
    appointments: fit.reduce((sum, one) => sum + one.appointments, 0),
  }
}

/**
 * Reads the records of many pairs as one person each. Where both sides sign in, the log-in of the kept record stays. Pairs that cannot be
 * merged unseen, such as two different numbers, are passed over. Undone as a whole like any change of many.
 */
export async function mergeMany(
  tx: Tx,
  actor: Actor,
  input: { pairs: Pair[]; reason: string },
): Promise<MassChange> {
  const judged = await judgeMerges(tx, actor, input.pairs)
  const leftOut = judged.flatMap(({ personId, name, code }) =>
    code === null ? [] : [{ personId, name, code }],
  )
  const fit = judged.filter(({ code }) => code === null)
  if (fit.length === 0) return { changeId: null, changed: 0, proposed: 0, leftOut, jobId: null }
  const rows = []
  for (const pair of fit) {
    const mergeId = await mergePair(tx, actor, {
      ...pair,
      reason: input.reason.trim(),
      closes: pair.keptAccountId === null ? null : pair.otherAccountId,
    })
    rows.push({ personId: pair.otherPersonId, aliasIds: [mergeId], ...noRows })
  }
  const changeId = await insertMassChange(tx, actor, {
    kind: 'merged',
    unionId: null,
    on: actor.today,
    orderId: null,
    rows,
  })
  await audit(tx, actor, 'people.merged_many', {
    kind: 'mass_change',
    id: changeId,
    organisationId: actor.appointment?.organisationId ?? null,
    params: { pairs: fit.length },
  })
  return { changeId, changed: fit.length, proposed: 0, leftOut, jobId: null }
}
