import { Tag } from 'antd'
import type { VenueRow } from '#contract/venues.ts'
import { t } from '../texts.ts'

const colours = { meets: 'success', expiring: 'warning', below: 'error', never: 'default' } as const

/** How a venue stands, in words and a colour. */
export function StandingTag({ state }: { state: VenueRow['state'] }) {
  return <Tag color={colours[state]}>{t(state)}</Tag>
}
