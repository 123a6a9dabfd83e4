import type { EventFile } from '#contract/events.ts'
import { formatInstant } from '../../../kit/format.ts'
import { postName } from '../../access/posts.ts'
import { t } from '../texts.ts'
import { stepName } from '../words.ts'

/** What was done to an event, the latest first: by whom, when and why. */
export function EventSteps({ steps }: { steps: EventFile['steps'] }) {
  if (steps.length === 0) return <p className="page-note">{t('noSteps')}</p>
  return (
    <ol className="event-steps">
      {steps.toReversed().map((step, at) => (
        <li key={steps.length - at}>
          <strong>{stepName(step.step)}</strong>
          {step.startsAt !== null && ` · ${t('movedTo', { time: formatInstant(step.startsAt) })}`}
          {step.reason !== null && <p>{step.reason}</p>}
          <small className="figures">
            {[formatInstant(step.takenAt), step.organisationName, byWhom(step)].filter(Boolean).join(' · ')}
          </small>
        </li>
      ))}
    </ol>
  )
}

function byWhom({ takenByName, takenByPost }: EventFile['steps'][number]): string {
  return takenByName === null
    ? ''
    : [takenByPost && postName(takenByPost), takenByName].filter(Boolean).join(' ')
}
