import { TrainingOptions } from '#contract/training.ts'
import type { EventKind, EventOptions } from '#server/platform/event-kind.ts'
import { issueCertificates } from '../certificates/issue.ts'
import { saveSession, sessionOf } from './store.ts'

const options: EventOptions = {
  schema: TrainingOptions,
  problems: () => [],
  save: saveSession,
  of: sessionOf,
  moved: (written: TrainingOptions) => ({ ...written }),
}

/** Sessions of training courses: whoever may see the event may come; nobody is kept apart, no rounds; certificates follow from the closing. */
export const trainingKind: EventKind = {
  kind: 'training',
  options,
  refusals: () => Promise.resolve(new Map()),
  keptApart: () => Promise.resolve([]),
  levels: () => Promise.resolve(new Map()),
  ended: async (tx, event) => {
    if (event.state === 'closed') await issueCertificates(tx, event.id)
  },
}
