/** What a candidate is marked with: for, against, abstained. Whoever is not marked is abstained from. */
export type Mark = 'yes' | 'no' | 'abstain'

/** A ballot as it was taken out of the urn, paper and phone alike: nothing in it says whose it is. */
export interface CountedBallot {
  /** Candidates by their id; those not named are abstained from. */
  marks: Readonly<Record<string, Mark>>
  /** Names written in, as written. One that is a candidate’s id is refused: whoever keys it marks the candidate. */
  writeIns: readonly string[]
  /** The scrutineers could not read it. */
  unclear: boolean
}

/** How many were due, and how many papers were given out and ballots by phone lie in the urn. Attended are the ballots that came back. */
export interface Turnout {
  due: number
  issued: number
  /** All members or delegates, those who were not due to attend too; as many as were due where nobody was excused. */
  all?: number
}

/** What was decided besides the ballots. */
export interface CountDecisions {
  /** Written-in names that may not be elected, by a rule named elsewhere: votes for them are shown and elect nobody. */
  barred: readonly string[]
}

/** Why a ballot is void: unreadable, more marks than seats, a name written in where the rules have none, no mark at all. */
export type VoidReason = 'unclear' | 'over_marked' | 'write_in' | 'blank'

/** What came of a name. `over` has the majority but others had more votes. */
export type CandidateOutcome = 'elected' | 'tied' | 'over' | 'below' | 'barred'

/** The votes of one name. */
export interface Tally {
  name: string
  writtenIn: boolean
  yes: number
  no: number
  abstain: number
  outcome: CandidateOutcome
}

/**
 * What a ballot came to. `void`: more came back than were given out (B3). `no_quorum`: too few attended (B1). `tie`: at the last seat (B7).
 * `shortfall`: fewer have the majority than there are seats (B8).
 */
export type CountOutcome = 'complete' | 'void' | 'no_quorum' | 'tie' | 'shortfall'

/** One numbered step of the reasoning: a code and its integers, put into words by the screen and the report. */
export interface CountReason {
  no: number
  code:
    | 'returned_within_issued'
    | 'returned_over_issued'
    | 'quorum_reached'
    | 'quorum_missed'
    | 'ballots_void'
    | 'majority_needed'
    | 'no_majority_needed'
    | 'elected'
    | 'tied_at_last_seat'
    | 'seats_left'
    | 'all_seats_filled'
    // Not by the counter: the ballots by phone cannot be opened, and the vote is repeated.
    | 'phone_urn_lost'
  params: Readonly<Record<string, number>>
}

/** The whole result of one ballot. */
export interface CountResult {
  outcome: CountOutcome
  due: number
  issued: number
  /** Ballots that came back: those who attended. */
  attended: number
  valid: number
  void: number
  voidBy: Readonly<Record<VoidReason, number>>
  /** Valid ballots without any mark. */
  blank: number
  quorumNeeded: number
  /** Votes that elect; null where more votes win. */
  majorityNeeded: number | null
  /** By votes for, most first; equal votes in the order of the ballot paper. */
  tallies: readonly Tally[]
  elected: readonly string[]
  tied: readonly string[]
  /** Seats nobody has yet, those of a tie included. */
  seatsLeft: number
  reasons: readonly CountReason[]
}
