import { AppError } from '../platform/errors.ts'
import { PlainSentence } from '../platform/plain-sentence.ts'

/** Refusals that somebody at the command line can meet: the web has its own sentences for the same codes. */
const sentences: Record<string, string> = {
  'accounts.login_taken': 'Somebody signs in by that login already: choose another one.',
  'access.unknown_post': 'There is no such post: "npx gonghui user --help" lists them.',
  'access.separate_posts':
    'One person never holds two of the posts system, security and audit administrator (三员分立): appoint somebody else.',
  'common.not_found':
    'There is no open account of that login in this tenant: "npx gonghui user list" shows them.',
}

/** Does the work; a refusal becomes a sentence for the terminal. */
export async function inSentences<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) throw new PlainSentence(sentences[error.code] ?? `Refused: ${error.code}`)
    throw error
  }
}
