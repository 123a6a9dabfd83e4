import type { ImportRow } from '#contract/roster.ts'
import { useEffect, useState } from 'react'
import { call } from '../../../kit/call.ts'

const typingPauseMs = 300

interface Checked {
  /** The row as the server would see it; null before the first answer and when nothing is typed. */
  row: ImportRow | null
  state: 'idle' | 'checking' | 'checked'
  error: unknown
}

/** Has a row judged while it is being typed, a moment after the last stroke; nothing is stored. */
export function useCheck(
  row: { importId: string; rowId: number },
  typed: Readonly<Record<string, string>>,
): Checked {
  const { importId, rowId } = row
  const asked = JSON.stringify(typed)
  const nothing = asked === '{}'
  const [answer, setAnswer] = useState<{ asked: string; row: ImportRow | null; error: unknown }>()
  useEffect(() => {
    if (nothing) return
    const stop = new AbortController()
    const timer = setTimeout(() => {
      const cells = JSON.parse(asked) as Record<string, string>
      call('checkRosterImportRow', { importId, rowId, cells }, { signal: stop.signal })
        .then((judged) => setAnswer({ asked, row: judged, error: null }))
        .catch((error: unknown) => !stop.signal.aborted && setAnswer({ asked, row: null, error }))
    }, typingPauseMs)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [asked, nothing, importId, rowId])
  if (nothing) return { row: null, state: 'idle', error: null }
  if (answer?.asked !== asked) return { row: answer?.row ?? null, state: 'checking', error: null }
  return { row: answer.row, state: 'checked', error: answer.error }
}
