import { audit, type Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { profileOf } from '../commands/create-organisation.ts'
import { insertHeadcounts } from '../facts-store.ts'
import { isUnion } from '../kinds.ts'
import { patchFrom, rewrite, rowOn, stretchFrom, type DatedRow, type Rewrite } from '../rules.ts'
import {
  coveragesOf,
  insertOrganisations,
  lockTree,
  profilesOf,
  rewriteCoverages,
  rewriteProfiles,
  rewriteTies,
  setOrganisationTypes,
  supersede,
  takeStamp,
  tiesOf,
  type Coverage,
  type OwnedProfile,
  type Stamp,
  type Tie,
} from '../store.ts'
import { carryTreeChange } from '../tree-change.ts'
import { knownOrganisations, latestHeadcounts } from './known.ts'
import { planRegister, type PlannedOrganisation, type RegisterChair } from './plan.ts'
import type { RegisterRow } from './register-row.ts'

/** What a register did: ids of new and of changed organisations, rows left alone because their organisation is out of reach, and the chairs it names. */
export interface RegisterOutcome {
  createdIds: string[]
  changedIds: string[]
  outsideRows: number[]
  chairs: RegisterChair[]
}

/** The organisation that brings the register in, the import it belongs to, and the day it speaks of. */
export interface RegisterImport {
  rootId: string
  importId: string
  asOf: string
}

/**
 * Brings thousands of judged register rows in, set by set, in the caller's transaction: new organisations with their places, coverages and
 * headcounts; changes of known ones from `asOf` on. The same rows a second time change nothing. Chairs are answered, not written: the
 * people of the register belong to another module.
 */
export async function upsertOrganisations(
  tx: Tx,
  author: Author,
  rows: readonly RegisterRow[],
  register: RegisterImport,
): Promise<RegisterOutcome> {
  await lockTree(tx)
  const context = await knownOrganisations(tx, register.rootId, register.asOf)
  const plan = planRegister(rows, context)
  const stamp = await takeStamp(tx, author, register.importId)
  const created = plan.organisations.filter((each) => each.isNew)
  const known = plan.organisations.filter((each) => !each.isNew)
  const changed = new Set<string>()
  await insertNew(tx, stamp, created)
  for (const id of await patchProfiles(tx, stamp, { known, asOf: register.asOf })) changed.add(id)
  const moved = await movePlaces(tx, stamp, { known, asOf: register.asOf })
  for (const id of moved) changed.add(id)
  const covered = await extendCoverages(tx, stamp, { planned: plan.organisations, asOf: register.asOf })
  const counted = await reportHeadcounts(tx, stamp, { planned: plan.organisations, asOf: register.asOf })
  const createdIds = created.map((each) => each.id)
  for (const id of [...covered, ...counted]) changed.add(id)
  for (const id of createdIds) changed.delete(id)
  if (createdIds.length + moved.length > 0)
    await carryTreeChange(tx, { organisationIds: [...createdIds, ...moved], on: register.asOf })
  await audit(tx, author, 'organisations.register_imported', {
    kind: 'import',
    id: register.importId,
    organisationId: register.rootId,
    params: { created: createdIds.length, changed: changed.size },
  })
  return { createdIds, changedIds: [...changed], outsideRows: plan.outside, chairs: plan.chairs }
}

interface Step {
  known: readonly PlannedOrganisation[]
  asOf: string
}

async function insertNew(tx: Tx, stamp: Stamp, created: readonly PlannedOrganisation[]): Promise<void> {
  if (created.length === 0) return
  await insertOrganisations(
    tx,
    stamp,
    created.map(({ id, kind, unionType, twoNewType }) => ({
      id,
      kind,
      unionType,
      twoNewType,
      statCode: null,
    })),
  )
  await rewriteProfiles(tx, stamp, {
    supersede: [],
    insert: created.map(({ id, startsOn, said }) => ({
      startsOn,
      endsBefore: null,
      value: { ...profileOf(said), organisationId: id, documentNo: said.approvalNo ?? null },
    })),
  })
  await rewriteTies(tx, stamp, {
    supersede: [],
    insert: created.map(({ id, startsOn, parentId }) => ({
      startsOn,
      endsBefore: null,
      value: { childId: id, parentId, kind: 'leads', documentNo: null },
    })),
  })
}

async function patchProfiles(tx: Tx, stamp: Stamp, { known, asOf }: Step): Promise<string[]> {
  const rows = await profilesOf(
    tx,
    known.map((each) => each.id),
  )
  const change: Rewrite<OwnedProfile> = { supersede: [], insert: [] }
  const changed: string[] = []
  for (const { id, said } of known) {
    const one = patchFrom<OwnedProfile>(rows.get(id) ?? [], asOf, said)
    if (one.supersede.length === 0) continue
    changed.push(id)
    change.supersede.push(...one.supersede)
    change.insert.push(...one.insert)
  }
  await rewriteProfiles(tx, stamp, change)
  const retyped = await setOrganisationTypes(tx, known)
  return [...new Set([...changed, ...retyped])]
}

async function movePlaces(tx: Tx, stamp: Stamp, { known, asOf }: Step): Promise<string[]> {
  const ids = known.map((each) => each.id)
  const ties = (await tiesOf(tx, 'child', ids)).filter((row) => row.value.kind === 'leads')
  const byChild = Map.groupBy(ties, (row) => row.value.childId)
  const change: Rewrite<Tie> = { supersede: [], insert: [] }
  const moved: string[] = []
  for (const { id, parentId } of known) {
    const own = byChild.get(id) ?? []
    const held = stretchFrom(own, asOf)
    if (held === null || rowOn(own, asOf)?.value.parentId === parentId) continue
    moved.push(id)
    const one = rewrite<Tie>(own, held, () => ({ childId: id, parentId, kind: 'leads', documentNo: null }))
    change.supersede.push(...one.supersede)
    change.insert.push(...one.insert)
  }
  await rewriteTies(tx, stamp, change)
  return moved
}

/** Coverage by the union the register names; by the union an employer stood under before, it ends. Other coverages stay. */
async function extendCoverages(
  tx: Tx,
  stamp: Stamp,
  { planned, asOf }: { planned: readonly PlannedOrganisation[]; asOf: string },
): Promise<string[]> {
  const employers = planned.filter((each) => each.coveredBy !== null)
  const starts = new Map(planned.map((each) => [each.id, each.isNew ? each.startsOn : asOf]))
  const known = Map.groupBy(
    await coveragesOf(
      tx,
      'employer',
      employers.filter((each) => !each.isNew).map((each) => each.id),
    ),
    (row) => row.value.employerId,
  )
  const change: Rewrite<Coverage> = { supersede: [], insert: [] }
  const changed: string[] = []
  for (const { id, coveredBy } of employers) {
    const own: DatedRow<Coverage>[] = known.get(id) ?? []
    if (own.some((row) => row.value.unionId === coveredBy && rowOn([row], asOf) !== undefined)) continue
    changed.push(id)
    const ended = rewrite(
      own.filter((row) => rowOn([row], asOf) !== undefined),
      { startsOn: asOf, endsBefore: null },
      () => null,
    )
    change.supersede.push(...ended.supersede)
    change.insert.push(...ended.insert)
    const begins = [starts.get(id)!, starts.get(coveredBy!) ?? asOf].sort()[1]!
    change.insert.push({
      startsOn: begins,
      endsBefore: null,
      value: { unionId: coveredBy!, employerId: id },
    })
  }
  await rewriteCoverages(tx, stamp, change)
  return changed
}

async function reportHeadcounts(
  tx: Tx,
  stamp: Stamp,
  { planned, asOf }: { planned: readonly PlannedOrganisation[]; asOf: string },
): Promise<string[]> {
  const reporting = planned.filter((each) => each.headcount !== null && !isUnion(each.kind))
  const latest = await latestHeadcounts(
    tx,
    reporting.map((each) => each.id),
    asOf,
  )
  const fresh = reporting.filter(({ id, headcount }) => {
    const before = latest.get(id)
    return (
      before === undefined ||
      before.workers !== headcount!.workers ||
      (['women', 'members', 'womenMembers'] as const).some(
        (part) => headcount![part] !== null && headcount![part] !== before[part],
      )
    )
  })
  const corrected = fresh.flatMap(({ id }) => {
    const before = latest.get(id)
    return before?.asOf === asOf ? [before.id] : []
  })
  await supersede(tx, stamp, { table: 'headcounts', ids: corrected })
  await insertHeadcounts(
    tx,
    stamp,
    fresh.map(({ id, headcount }) => ({ organisationId: id, asOf, source: 'register', ...headcount! })),
  )
  return fresh.map((each) => each.id)
}
