import { Tag } from 'antd'
import type { BulletinState } from '#contract/reports-bulletins.ts'
import { stateName } from '../words.ts'

const colours = { draft: 'default', in_review: 'warning', released: 'success', withdrawn: 'default' } as const

/** How a bulletin stands, in a word. */
export function StateTag({ state }: { state: BulletinState }) {
  return <Tag color={colours[state]}>{stateName(state)}</Tag>
}
