/** Somebody who is there and wants a seat. */
export interface Guest {
  /** Their registration. */
  id: string
  sex: 'male' | 'female'
  /** Their union: colleagues are kept at different tables where that is possible. */
  unionId: string
  /** Rounds they have sat out so far. */
  satOut: number
}

/** Who sits where in one round. */
export interface RoundPlan {
  seats: { id: string; tableNo: number; seat: number }[]
  /** Who sits this round out. */
  out: string[]
  /** How many of them could sit if fewer people were to be kept apart: 0 as long as there is somebody new for everybody. */
  unseated: number
}
