import type { operations } from '#contract/matchmaking-own-desk.ts'
import type { InputOf, OutputOf } from '#contract/operation.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { found, notFound, refuse } from '#server/platform/errors.ts'
import { refusals } from '../../entry/refusals.ts'
import { decideIntroduction, openAnswers } from '../decide-introduction.ts'
import { rootPerson } from '../policy.ts'
import { lockIntroduction, updateAnswers } from '../store.ts'

/**
 * Answers an introduction by a matchmaker or by the weekly list. What the other has said changes nothing of the answer, its time or its work,
 * except that two who both said yes are told. May be changed until it has ended. Nothing is kept of it but the sealed rows: no answer for a
 * repetition, and no entry of the log, which would tell when.
 */
export async function answerIntroduction(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['answerIntroduction']>,
): Promise<OutputOf<(typeof operations)['answerIntroduction']>> {
  const personId = await rootPerson(tx, actor.personId)
  const introduction = found(await lockIntroduction(tx, input.introductionId))
  if (personId !== introduction.personA && personId !== introduction.personB) notFound()
  if (introduction.ended || introduction.isOver) refuse('matchmaking.introduction_over')
  const refusal = (await refusals(tx, { personIds: [personId] })).get(personId)
  if (refusal !== undefined) refuse(refusal)

  const answers = (await openAnswers(tx, introduction.id)).map((each) =>
    each.personId === personId ? { personId, answer: input.answer } : each,
  )
  await updateAnswers(tx, introduction.id, answers)
  await decideIntroduction(tx, introduction, answers)
  return { introductionId: introduction.id, answerUntil: introduction.answerUntil.toISOString() }
}
