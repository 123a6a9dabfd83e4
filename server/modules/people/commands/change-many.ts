import type { MassChange } from '#contract/people-records.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { insertMassChange } from '../mass-change-store.ts'
import { refreshMemberIndex } from '../member-index.ts'
import { writeMemberships, type MembershipRow, type MembershipValue } from '../memberships.ts'
import { replaceWithin } from '../rules/timeline.ts'
import type { SelectedPerson } from '../selection.ts'

/** One change of the memberships of many, from a day on. */
export interface ManyChange {
  kind: string
  unionId: string | null
  on: string
  /** Why the part before the day ends. */
  endReason: string
  selected: readonly SelectedPerson[]
  /** Code of the sentence why somebody is passed over; null when nothing stands against it. */
  whyNot: (person: SelectedPerson) => string | null
  become: (value: MembershipValue) => MembershipValue | null
}

/** Carries the change out for everybody it fits, says who was passed over and why, and keeps what is needed to undo it. */
export async function changeMany(tx: Tx, actor: Actor, many: ManyChange): Promise<MassChange> {
  const judged = many.selected.map((person) => ({ person, code: many.whyNot(person) }))
  const leftOut = judged.flatMap(({ person, code }) =>
    code === null ? [] : [{ personId: person.personId, name: person.name, code }],
  )
  const fit = judged.filter(({ code }) => code === null).map(({ person }) => person)
  if (fit.length === 0) return { changeId: null, changed: 0, proposed: 0, leftOut }

  const written = await writeMemberships(
    tx,
    actor,
    fit.flatMap(({ rows }) => changesOf(rows, many)),
  )
  await refreshMemberIndex(tx, { personIds: written.map(({ personId }) => personId) })
  const changeId = await insertMassChange(tx, actor, {
    kind: many.kind,
    unionId: many.unionId,
    on: many.on,
    written,
  })
  await audit(tx, actor, 'people.memberships_changed', {
    kind: 'mass_change',
    id: changeId,
    organisationId: many.unionId ?? actor.appointment?.organisationId ?? null,
    params: { kind: many.kind, members: fit.length, on: many.on },
  })
  return { changeId, changed: fit.length, proposed: 0, leftOut }
}

function changesOf(rows: readonly MembershipRow[], many: ManyChange) {
  return [...Map.groupBy(rows, (row) => row.personId)].map(([personId, own]) => ({
    personId,
    change: replaceWithin(own, {
      startsOn: many.on,
      endsBefore: null,
      endReason: many.endReason,
      become: many.become,
    }),
  }))
}
