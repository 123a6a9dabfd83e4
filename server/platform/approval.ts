import type { ErrorParams } from '#contract/errors.ts'
import type { Actor } from './actor.ts'
import type { Tx } from './db/transaction.ts'

/** Something asked for that somebody else has to decide. `params` are ids, codes and counts; never personal data. */
export interface Approval {
  id: string
  kind: string
  organisationId: string
  subjectId: string | null
  personId: string | null
  askedBy: string
  params: ErrorParams
}

/** One line of what is asked: a field, what stands now, and what it is to become (null: nothing). */
export interface ApprovalLine {
  field: string
  before: string | null
  after: string | null
}

/** What a module gives to approvals: a kind of request, how it is shown to those who decide, and what follows from the last signature. */
export interface ApprovalKind {
  kind: string
  /** What is asked, in lines; hidden data in clear only where deciding needs them. */
  lines(tx: Tx, approval: Approval): Promise<ApprovalLine[]>
  /** Does what was approved, in the transaction of the last signature; may refuse, and then nothing was signed. */
  approved(tx: Tx, actor: Actor, approval: Approval): Promise<void>
}
