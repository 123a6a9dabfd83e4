import type { Actor } from '#server/platform/actor.ts'
import type { SubjectPost } from '#server/platform/assessment-subject.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { subjectOf } from '../subjects.ts'
import type { PeriodRow } from '../schemes/find-period.ts'
import { insertCases, replacePosts } from './store.ts'

/** Opens an assessment for everybody of these posts who has none in the period; gives how many. */
export async function openCases(
  tx: Tx,
  actor: Actor,
  { period, posts }: { period: PeriodRow; posts: readonly SubjectPost[] },
): Promise<number> {
  const opened = await insertCases(tx, {
    periodId: period.id,
    personIds: [...new Set(posts.map((post) => post.personId))],
    createdBy: actor.appointment!.id,
  })
  const idOf = new Map(opened.map(({ id, personId }) => [personId, id]))
  await replacePosts(
    tx,
    opened.map(({ id }) => id),
    posts.flatMap((post) => {
      const assessmentId = idOf.get(post.personId)
      return assessmentId === undefined ? [] : [{ ...post, assessmentId }]
    }),
  )
  return opened.length
}

/** Reads the posts of one assessment anew from the programme’s register: a transfer shows, and so does a post that has ended. */
export async function readPostsAnew(
  tx: Tx,
  period: PeriodRow,
  assessment: { id: string; personId: string },
): Promise<void> {
  const posts = await subjectOf(period.subjectKind).posts(tx, {
    from: period.startsOn,
    until: period.endsBefore,
    personIds: [assessment.personId],
  })
  // A register that has forgotten somebody does not make their assessment disappear.
  if (posts.length === 0) return
  await replacePosts(
    tx,
    [assessment.id],
    posts.map((post) => ({ ...post, assessmentId: assessment.id })),
  )
}
