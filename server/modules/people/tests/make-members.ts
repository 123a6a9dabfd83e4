import type { Tx } from '#server/platform/db/transaction.ts'
import { createPersons, refreshMemberIndex, type NewPerson } from '../index.ts'
import { writeMemberships } from '../memberships.ts'

/** What a test says of a member; everything else is empty. */
export interface TestMember {
  name: string
  unionId: string
  sex?: 'male' | 'female'
  kind?: 'member' | 'retained'
  employerId?: string
  citizenNumber?: string
  mobile?: string
  cardNumber?: string
  startsOn?: string
  endsBefore?: string
}

/** Members as createPersons writes them; gives their ids. */
export async function makeMembers(tx: Tx, members: readonly TestMember[]): Promise<string[]> {
  return createPersons(tx, null, members.map(personOf))
}

function personOf(member: TestMember): NewPerson {
  const startsOn = member.startsOn ?? '2020-05-01'
  return {
    columns: {
      name: member.name,
      sex: member.sex ?? null,
      birth_date: null,
      ethnic_group: null,
      political_affiliation: null,
      education_level: null,
      household_type: null,
      migrant_worker: null,
    },
    document:
      member.citizenNumber === undefined ? null : { kind: 'citizen_id', number: member.citizenNumber },
    mobile: member.mobile ?? null,
    invitation: null,
    memberships: [
      {
        unionId: member.unionId,
        kind: member.kind ?? 'member',
        joinedOn: startsOn,
        joinedPrecision: 'day',
        startsOn,
        endsBefore: member.endsBefore ?? null,
        endReason: member.endsBefore === undefined ? null : 'left',
      },
    ],
    employments:
      member.employerId === undefined
        ? []
        : [
            {
              employer_id: member.employerId,
              platform_name: null,
              form: null,
              status: null,
              union_group: null,
              job: null,
              starts_on: startsOn,
              ends_before: null,
              end_reason: null,
            },
          ],
    cards: member.cardNumber === undefined ? [] : [{ number: member.cardNumber, startsOn }],
  }
}

/** Makes somebody who is there already a member of a union. */
export async function becomeMember(tx: Tx, personId: string, unionId: string): Promise<void> {
  const value = { unionId, kind: 'member', joinedOn: '2020-01-01', joinedPrecision: 'day' } as const
  const inserted = [{ startsOn: '2020-01-01', endsBefore: null, endReason: null, value }]
  await writeMemberships(tx, null, [{ personId, change: { supersededIds: [], inserted } }])
  await refreshMemberIndex(tx, { personIds: [personId] })
}
