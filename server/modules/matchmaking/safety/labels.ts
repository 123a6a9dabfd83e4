import type { PersonAbout } from '#contract/matchmaking-safety.ts'
import { openText, sealText } from '#server/platform/crypto.ts'

/** How somebody was shown to whoever blocked them, and where the two had met. */
export interface BlockLabel {
  nickname: string | null
  badgeNo: number | null
  about: PersonAbout
}

/** Seals a label under the blocker's own key. */
export function sealLabel(key: Buffer, label: BlockLabel): Buffer {
  return sealText(key, JSON.stringify(label))
}

/** Opens a label of one's own; null where there is none. */
export function openLabel(key: Buffer, sealed: Buffer | null): BlockLabel | null {
  return sealed === null ? null : (JSON.parse(openText(key, sealed)) as BlockLabel)
}
