import { appoint } from '../modules/access/index.ts'
import { openAccount } from '../modules/accounts/index.ts'
import { createPersons } from '../modules/people/index.ts'
import type { Tx } from '../platform/db/transaction.ts'

/** An officer as the security administrator enters her on the server machine. */
export interface NewOfficer {
  login: string
  name: string
  post: string
  organisationId: string
  documentNo: string | null
  startsOn: string
  endsBefore: string | null
}

/** What is told once about a new account. */
export interface OpenedAccount {
  login: string
  name: string
  post: string
  initialPassword: string
}

/** Enters a new person, appoints her and opens her account, in the caller's transaction. The author of all of it is the machine. */
export async function addOfficer(tx: Tx, officer: NewOfficer): Promise<OpenedAccount> {
  const [personId] = await createPersons(tx, null, [
    {
      columns: {
        name: officer.name,
        sex: null,
        birth_date: null,
        ethnic_group: null,
        political_affiliation: null,
        education_level: null,
        household_type: null,
        migrant_worker: null,
      },
      document: null,
      mobile: null,
      invitation: null,
      memberships: [],
      employments: [],
      cards: [],
    },
  ])
  await appointOfficer(tx, personId!, officer)
  const { initialPassword } = await openAccount(tx, null, { personId: personId!, login: officer.login })
  return { login: officer.login, name: officer.name, post: officer.post, initialPassword }
}

/** Gives a person one more post. */
export async function appointOfficer(
  tx: Tx,
  personId: string,
  appointment: Omit<NewOfficer, 'login' | 'name'>,
): Promise<void> {
  const { post, organisationId, documentNo, startsOn, endsBefore } = appointment
  await appoint(tx, null, {
    personId,
    post,
    organisationId,
    fullTime: true,
    basis: documentNo === null ? 'register' : 'document',
    documentNo,
    startsOn,
    endsBefore,
    substitutesId: null,
  })
}
