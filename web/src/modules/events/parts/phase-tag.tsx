import { Tag } from 'antd'
import type { EventPhase } from '#contract/events.ts'
import { phaseName } from '../words.ts'

const colours: Partial<Record<EventPhase, string>> = {
  review: 'gold',
  registration: 'green',
  running: 'red',
  over: 'gold',
}

/** How far an event is, in words; the colour only helps to find it. */
export function PhaseTag({ phase }: { phase: EventPhase }) {
  return <Tag color={colours[phase] ?? 'default'}>{phaseName(phase)}</Tag>
}
