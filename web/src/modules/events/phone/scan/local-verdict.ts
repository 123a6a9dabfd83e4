import type { OfflineEntry } from '#contract/events-door.ts'

/** What a phone says by itself, without the server: `later` where it cannot know. */
export interface LocalVerdict {
  says: 'let_in' | 'already' | 'waiting' | 'cancelled' | 'not_admitted' | 'unknown' | 'later'
  badgeNo: number | null
  door: string | null
  at: string | null
}

/** What a code is, by its looks alone: a pass with its token, a badge number, or something only the server can prove. */
export function readCode(text: string): { token: string } | { badgeNo: number } | { other: string } {
  const code = text.trim()
  const pass = /^GE1\.\d{1,6}\.([A-Za-z0-9_-]{22})$/.exec(code)
  if (pass !== null) return { token: pass[1]! }
  return /^\d{1,6}$/.test(code) && Number(code) > 0 ? { badgeNo: Number(code) } : { other: code }
}

/**
 * What the phone says of a pass or a badge number, by what it took along and what it has let in itself since. `check` is the hash of the pass;
 * null where this browser cannot make hashes.
 */
export function localVerdict(
  read: { check: string | null } | { badgeNo: number },
  entries: readonly OfflineEntry[],
  letIn: ReadonlyMap<number, string>,
): LocalVerdict {
  if ('check' in read && read.check === null) return says('later')
  const entry = entries.find((each) =>
    'badgeNo' in read ? each.badgeNo === read.badgeNo : each.check === read.check,
  )
  if (entry === undefined) return says('unknown')
  const { badgeNo, door, checkedInAt } = entry
  if (entry.state === 'present') return { says: 'already', badgeNo, door, at: checkedInAt }
  const here = badgeNo === null ? undefined : letIn.get(badgeNo)
  if (entry.state === 'expected' && here !== undefined)
    return { says: 'already', badgeNo, door: null, at: here }
  return { says: entry.state === 'expected' ? 'let_in' : entry.state, badgeNo, door: null, at: null }
}

function says(what: LocalVerdict['says']): LocalVerdict {
  return { says: what, badgeNo: null, door: null, at: null }
}

/** The hash by which a pass is known again; null where the page is not safe enough for the browser to make one (http beyond this machine). */
export async function passCheck(token: string): Promise<string | null> {
  if (typeof crypto === 'undefined' || !crypto.subtle) return null
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))
  const text = btoa(String.fromCharCode(...new Uint8Array(hash).subarray(0, 16)))
  return text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}
