import type { SchemeContent } from '#contract/assessments-schemes.ts'
import type { CountedRecord } from '#contract/assessments.ts'
import type { Tx } from './db/transaction.ts'
import type { InBothLanguages } from './own-data.ts'

/** A post that makes somebody a subject: at an organisation, from a day until before another (null: still). */
export interface SubjectPost {
  personId: string
  organisationId: string
  post: string
  startsOn: string
  endsBefore: string | null
}

/** What is to be counted: about one person at one organisation, from a day until before another. */
export interface CountAsked {
  personId: string
  organisationId: string
  from: string
  until: string
}

/** Something that can be counted about a subject from the platform’s own records. */
export interface AssessmentCounter {
  name: string
  title: InBothLanguages
  unit: InBothLanguages
  /**
   * The records of each question, in its order; none is a true zero. Null where the platform keeps no such records of it: that is unknown.
   * One statement for all of them.
   */
  records(tx: Tx, asked: readonly CountAsked[]): Promise<readonly (readonly CountedRecord[] | null)[]>
}

/** Whom a programme has assessed: who they are, what is counted about them. The engine `assessments` asks; it knows no programme. */
export interface AssessmentSubject {
  kind: string
  title: InBothLanguages
  counters: readonly AssessmentCounter[]
  /** A scheme to begin with. */
  preset: SchemeContent
  /** Posts held between the days, of these persons (root records), or of everybody at an organisation and below. */
  posts(
    tx: Tx,
    ask: { from: string; until: string } & ({ personIds: readonly string[] } | { organisationId: string }),
  ): Promise<readonly SubjectPost[]>
}
