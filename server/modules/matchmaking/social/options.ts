import { SocialOptions } from '#contract/social-event.ts'
import type { FieldError } from '#contract/errors.ts'
import type { EventOptions } from '#server/platform/event-kind.ts'
import { saveSocialEvent, socialEventOf } from './store.ts'

/** How many one may choose, whether meetings may be scored, until when choices are open: written with the draft of the event. */
export const socialOptions: EventOptions = {
  schema: SocialOptions,
  problems: ({ choicesCloseAt }: SocialOptions, times): FieldError[] =>
    new Date(choicesCloseAt) < times.startsAt
      ? [{ path: 'choicesCloseAt', code: 'matchmaking.choices_close_before_start' }]
      : [],
  save: saveSocialEvent,
  of: socialEventOf,
  moved: (options: SocialOptions, byMilliseconds) => ({
    ...options,
    choicesCloseAt: new Date(Date.parse(options.choicesCloseAt) + byMilliseconds).toISOString(),
  }),
}
