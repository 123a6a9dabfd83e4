import type { RosterImport } from '#contract/roster.ts'
import { formatInstant } from '../../kit/format.ts'
import { t } from './end-texts.ts'

/** Why nothing can be made from the uploaded file any more; null while it is there. */
export function whyFileGone({ fileRemoved }: RosterImport): string | null {
  if (fileRemoved === null) return null
  const date = formatInstant(fileRemoved.removedAt)
  return fileRemoved.reason === 'erasure' ? t('goneErasure', { date }) : t('goneRetention', { date })
}
