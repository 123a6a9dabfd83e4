import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { newId } from '#server/platform/ids.ts'
import { sealText, type PersonKey } from '#server/platform/crypto.ts'
import { refreshMemberIndex } from '../member-index.ts'
import { writeMemberships, type MembershipValue } from '../memberships.ts'
import { writtenName } from '../rules/names.ts'
import { cardHash, freshKey, sealColumns, type IdentityDocument } from '../secrets.ts'
import {
  insertCard,
  insertEmployment,
  insertPersons,
  type EmploymentColumns,
  type PersonColumns,
} from '../store.ts'

/** A person as somebody brings them in, with what is known of work and membership. */
export interface NewPerson {
  columns: PersonColumns
  document: IdentityDocument | null
  mobile: string | null
  /** For external persons: who invited them, and until when they act. */
  invitation: { organisationId: string; until: string } | null
  memberships: readonly (MembershipValue & {
    startsOn: string
    endsBefore: string | null
    endReason: string | null
  })[]
  employments: readonly EmploymentColumns[]
  cards: readonly { number: string; startsOn: string }[]
}

/** Writes persons with their facts and keeps the index in step; returns their ids in the same order. For some dozens; rosters go by bulk insert. */
export async function createPersons(
  tx: Tx,
  author: Author,
  persons: readonly NewPerson[],
): Promise<string[]> {
  const made = persons.map((person) => ({ person, id: newId(), ...freshKey(tx.keys) }))
  await insertPersons(
    tx,
    author,
    made.map(({ person, id, key, wrapped, masterKeyId }) => ({
      id,
      ...person.columns,
      name: writtenName(person.columns.name),
      ...sealColumns(tx, key, person),
      invited_by_organisation_id: person.invitation?.organisationId ?? null,
      invited_until: person.invitation?.until ?? null,
      wrapped,
      masterKeyId,
    })),
  )
  for (const { person, id, key } of made) await insertFacts(tx, author, { person, id, key })
  await writeMemberships(tx, author, made.map(firstMemberships))
  const ids = made.map(({ id }) => id)
  await refreshMemberIndex(tx, { personIds: ids })
  return ids
}

interface Made {
  person: NewPerson
  id: string
  key: PersonKey
}

async function insertFacts(tx: Tx, author: Author, { person, id, key }: Made): Promise<void> {
  for (const employment of person.employments)
    await insertEmployment(tx, author, { person_id: id, ...employment })
  for (const card of person.cards)
    await insertCard(tx, author, {
      person_id: id,
      number_cipher: sealText(key, card.number),
      number_hash: cardHash(tx, card.number),
      starts_on: card.startsOn,
    })
}

function firstMemberships({ person, id }: Made) {
  const inserted = person.memberships.map(({ startsOn, endsBefore, endReason, ...value }) => ({
    startsOn,
    endsBefore,
    endReason,
    value,
  }))
  return { personId: id, change: { supersededIds: [], inserted } }
}
