import type { Actor } from './actor.ts'
import type { Tx } from './db/transaction.ts'

/** An appointment that is about to be recorded. */
export interface NewPost {
  /** The root record. */
  personId: string
  post: string
  organisationId: string
  startsOn: string
}

/** What a programme asks of whoever is appointed to some posts, whichever way the appointment is recorded. */
export interface PostGuard {
  posts: readonly string[]
  /** Refuses, with the rule, whom the programme's rules bar. */
  mustFit: (tx: Tx, actor: Actor, post: NewPost) => Promise<void>
}

/** Asks every guard of the post; the first that bars the person refuses. */
export async function mustFitGuards(
  tx: Tx,
  actor: Actor,
  { guards, post }: { guards: readonly PostGuard[]; post: NewPost },
): Promise<void> {
  for (const guard of guards) if (guard.posts.includes(post.post)) await guard.mustFit(tx, actor, post)
}
