import {
  insertOrganisations,
  rewriteCoverages,
  rewriteProfiles,
  rewriteTies,
  takeStamp,
} from '#server/modules/organisations/store.ts'
import { rebuildTree } from '#server/modules/organisations/tree.ts'
import { profileOf } from '#server/modules/organisations/commands/create-organisation.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { dayText } from './days.ts'
import type { SlowModel } from './slow-model.ts'

// Kind, parent, first day; employers are covered by the union that leads them.
const tree: readonly (readonly [kind: string, parent: number | null, day: number])[] = [
  ['federation', null, 0],
  ['street_federation', 0, 0],
  ['street_federation', 0, 0],
  ['union_association', 1, 0],
  ['basic_union', 3, 0],
  ['basic_union', 2, 2],
  ['employer', 4, 0],
  ['employer', 4, 1],
  ['employer', 5, 3],
]

/** A small tree to begin with, in the product and in the model; answers the product's ids by the model's numbers. */
export async function founding(tx: Tx, model: SlowModel): Promise<string[]> {
  const ids = tree.map(() => newId())
  const stamp = await takeStamp(tx, null)
  const entries = tree.map(([kind, parent, day], index) => {
    model.enter(kind, `name ${index}`, { parent, day })
    if (kind === 'employer') model.cover(parent!, index, day)
    return {
      id: ids[index]!,
      kind,
      parent,
      span: { startsOn: dayText(day), endsBefore: null },
      name: `name ${index}`,
    }
  })
  await insertOrganisations(
    tx,
    stamp,
    entries.map(({ id, kind }) => ({ id, kind, unionType: null, twoNewType: null, statCode: id })),
  )
  await rewriteProfiles(tx, stamp, {
    supersede: [],
    insert: entries.map(({ id, span, name }) => ({
      ...span,
      value: { ...profileOf({ name }), organisationId: id, documentNo: null },
    })),
  })
  const led = entries.filter((entry) => entry.parent !== null)
  await rewriteTies(tx, stamp, {
    supersede: [],
    insert: led.map(({ id, span, parent }) => ({
      ...span,
      value: { childId: id, parentId: ids[parent!]!, kind: 'leads', documentNo: null },
    })),
  })
  // One employer has two unions from the first: their merger must not cover it twice.
  model.cover(5, 7, 2)
  const twice = { startsOn: dayText(2), endsBefore: null, value: { unionId: ids[5]!, employerId: ids[7]! } }
  const covered = led.filter(({ kind }) => kind === 'employer')
  await rewriteCoverages(tx, stamp, {
    supersede: [],
    insert: [
      twice,
      ...covered.map(({ id, span, parent }) => ({
        ...span,
        value: { unionId: ids[parent!]!, employerId: id },
      })),
    ],
  })
  await rebuildTree(tx, ids)
  return ids
}
