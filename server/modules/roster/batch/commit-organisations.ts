import type { UndonePeople } from '#server/modules/people/index.ts'
import type { Author } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { refuse } from '#server/platform/errors.ts'
import type { ImportHead } from '../store.ts'
import type { Committed } from './batch-store.ts'

interface OrganisationWork {
  imported: ImportHead
  author: Author
}

/** Hands the accepted rows of a register to the organisations module. */
export async function commitOrganisations(_tx: Tx, _work: OrganisationWork): Promise<Committed> {
  return refuse('roster.not_ready')
}

/** Takes a register import back. */
export async function undoOrganisationImport(_tx: Tx, _work: OrganisationWork): Promise<UndonePeople> {
  return refuse('roster.not_ready')
}
