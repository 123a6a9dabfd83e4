import type { EventKindForm } from '../../../kit/routes.ts'

const choicesOpenMs = 24 * 3_600_000

/** Social match events 联谊活动, as the office’s form offers them: choices close a day after the end unless somebody says otherwise. */
export const socialKind: EventKindForm = {
  kind: 'social',
  title: { zh: '联谊活动', en: 'Social match event' },
  initial: (endsAt) => ({
    'options.choiceLimit': 5,
    'options.takesScores': false,
    'options.choicesCloseAt': new Date(Date.parse(endsAt) + choicesOpenMs).toISOString(),
  }),
  fields: () => import('./social-fields.tsx'),
}
