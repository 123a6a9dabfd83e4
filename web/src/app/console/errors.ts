import type { Sentence } from '../../i18n/texts.ts'
import { sessionErrors } from '../../modules/sessions/errors.ts'

/** The error sentences of every module; a test finds the code of the server that none of them says. */
export const consoleErrors: readonly Readonly<Record<string, Sentence>>[] = [sessionErrors]
