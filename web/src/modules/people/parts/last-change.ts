import { useState } from 'react'
import type { EndingKind, MassChange } from '#contract/people-records.ts'

/** A change of many that was just made, kept so that it can be looked at and undone. */
export interface LastChange {
  kind: EndingKind | 'move'
  on: string
  result: MassChange
  /** The post it was made as: only that post can undo it. */
  appointmentId: string | undefined
}

// Outlives the page, so that a look into a file does not lose the way back; gone with the window.
let kept: LastChange | undefined

/** The last change of many made in this window as the post in use, and how to keep or forget it. */
export function useLastChange(appointmentId: string | undefined) {
  const [last, setLast] = useState(kept)
  const keep = (change: LastChange | undefined) => {
    kept = change
    setLast(change)
  }
  return { last: last?.appointmentId === appointmentId ? last : undefined, keep }
}
