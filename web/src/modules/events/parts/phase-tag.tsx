import '../../people/people.css'
import type { EventPhase } from '#contract/events.ts'
import { phaseName } from '../words.ts'

const looks: Partial<Record<EventPhase, string>> = {
  review: 'tag-retained',
  registration: 'tag-member',
  running: 'tag-member',
  over: 'tag-retained',
}

/** How far an event is, in words; the colour only helps to find it. */
export function PhaseTag({ phase }: { phase: EventPhase }) {
  return <span className={`tag ${looks[phase] ?? 'tag-none'}`}>{phaseName(phase)}</span>
}
