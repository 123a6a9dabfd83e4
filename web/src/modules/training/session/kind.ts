import type { EventKindForm } from '../../../kit/routes.ts'

/** Training sessions, as the office's form offers them: nobody is seated. */
export const trainingKind: EventKindForm = {
  kind: 'training',
  title: { zh: '培训', en: 'Training session' },
  initial: () => ({ 'options.classHours': 4 }),
  draft: { seating: 'none' },
  fields: () => import('./session-fields.tsx'),
}
