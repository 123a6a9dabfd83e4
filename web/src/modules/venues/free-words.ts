import type { SharedVenue } from '#contract/venues.ts'
import { formatList } from '../../kit/format.ts'
import { t } from './texts.ts'
import { spanWords } from './times.ts'

/** What is free on the day that is shown, or why nothing is. */
export function freeWords(venue: SharedVenue): string {
  if (!venue.isOpen) return t('closedThatDay')
  if (venue.free.length === 0) return t('noneFree')
  const [first] = venue.free
  if (first!.from === venue.opensAt && first!.until === venue.closesAt) return t('free')
  return t('freeAt', { spans: formatList(venue.free.map(spanWords)) })
}
