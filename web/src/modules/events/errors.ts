import type { Sentence } from '../../i18n/texts.ts'

/** Sentences for the codes of events. */
export const eventErrors = {} satisfies Record<string, Sentence>
