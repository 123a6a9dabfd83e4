import { fileURLToPath } from 'node:url'

/** The folder of the checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** A failure whose message is a whole sentence for the person at the terminal. */
export class PlainSentence extends Error {
  name = 'PlainSentence'
}
