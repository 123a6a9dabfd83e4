import { workingDaysAfter } from '#server/modules/calendar/index.ts'
import type { Rule } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict } from '#server/platform/errors.ts'
import { answerObjection, insertNotice, insertObjection } from './store.ts'

/** How long a notice stands, as rule data says it. */
export interface NoticeDays {
  days: number
  counted: 'calendar' | 'working'
}

/** What is made public, and about what. */
export interface NewNotice {
  organisationId: string
  kind: string
  subjectId: string
  lines: readonly string[]
  rule: Rule<NoticeDays>
}

/** Publishes a notice today; it has stood long enough after the last of the days the rule asks. A second one of the same subject is a conflict. */
export async function publishNotice(tx: Tx, actor: Actor, notice: NewNotice): Promise<void> {
  const { days, counted } = notice.rule.value
  const lastDay =
    counted === 'working' ? await workingDaysAfter(tx, actor.today, days) : addDays(actor.today, days)
  if (!(await insertNotice(tx, actor, { ...notice, startsOn: actor.today, lastDay })))
    conflict('public_notices.stands')
}

/** Records an objection that was received. */
export async function raiseObjection(
  tx: Tx,
  actor: Actor,
  objection: { noticeId: string; reason: string },
): Promise<void> {
  await insertObjection(tx, actor, objection)
}

/** Answers an objection, once; one that is answered or unknown is a conflict. */
export async function settleObjection(
  tx: Tx,
  actor: Actor,
  settled: { noticeId: string; objectionId: string; answer: string },
): Promise<void> {
  if (!(await answerObjection(tx, actor, settled))) conflict('public_notices.no_open_objection')
}
