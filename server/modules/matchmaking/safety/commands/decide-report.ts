import type { operations, ReportFile } from '#contract/matchmaking-safety.ts'
import type { InputOf } from '#contract/operation.ts'
import { mustReach } from '#server/modules/access/index.ts'
import { endTasksAbout } from '#server/modules/inbox/index.ts'
import { rulesToday } from '#server/modules/rules/index.ts'
import type { Actor } from '#server/platform/actor.ts'
import { audit } from '#server/platform/audit.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { conflict, found, notFound, refuse } from '#server/platform/errors.ts'
import { selfOf } from '../../entry/self.ts'
import { endHidingsOf, hideProfilesOf, lockPerson } from '../../entry/store.ts'
import { getPersonReport, reportHead, type ReportHead } from '../queries/reports.ts'
import { sealWords } from '../seals.ts'
import { countConfirmedReporters, endExclusion, insertDecision, insertExclusion } from '../store.ts'

/**
 * Confirms a report or dismisses it, with a reason that stays with the desk and an answer to whoever reported. Confirmed reports of as many
 * independent people as the rule says put somebody out at once (J8). Whoever is part of it does not decide it.
 */
export async function decidePersonReport(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['decidePersonReport']>,
): Promise<ReportFile> {
  const report = await mustReachReport(tx, actor, input.reportId)
  // Of two who decide about one person at once the second counts the first one’s decision.
  await lockPerson(tx, report.reportedId)
  if ((await reportHead(tx, report.id))!.state !== 'waiting') conflict('matchmaking.report_decided')
  await insertDecision(tx, {
    reportId: report.id,
    reportedId: report.reportedId,
    decision: input.decision,
    sealedReason: sealWords(tx, input.reason.trim()),
    sealedAnswer: sealWords(tx, input.answer.trim()),
    decidedBy: actor.appointment!.id,
  })
  await endTasksAbout(tx, actor, {
    subjectIds: [report.id],
    kinds: ['matchmaking.report_to_decide'],
    outcome: 'done',
  })
  if (input.decision === 'dismissed') {
    await audit(tx, actor, 'matchmaking.report_dismissed', subjectOf(report))
  } else {
    await audit(tx, actor, 'matchmaking.report_confirmed', subjectOf(report))
    await excludeWhereDue(tx, actor, report)
  }
  return getPersonReport(tx, actor, { reportId: report.id })
}

/** Lets somebody in again who was put out: after an appeal, or when the reports prove wrong. The profile shows again where nothing else hides it. */
export async function liftExclusion(
  tx: Tx,
  actor: Actor,
  input: InputOf<(typeof operations)['liftExclusion']>,
): Promise<ReportFile> {
  const report = await mustReachReport(tx, actor, input.reportId)
  await lockPerson(tx, report.reportedId)
  if (!(await endExclusion(tx, report.reportedId))) refuse('matchmaking.not_excluded')
  await endHidingsOf(tx, [report.reportedId], 'excluded')
  await audit(tx, actor, 'matchmaking.exclusion_lifted', subjectOf(report))
  return getPersonReport(tx, actor, { reportId: report.id })
}

async function excludeWhereDue(tx: Tx, actor: Actor, report: ReportHead): Promise<void> {
  const rules = await rulesToday(tx, ['matchmaking.reports_to_exclude'])
  const needed = rules['matchmaking.reports_to_exclude'].value
  if ((await countConfirmedReporters(tx, report.reportedId)) < needed) return
  await insertExclusion(tx, {
    personId: report.reportedId,
    reason: 'confirmed_reports',
    excludedBy: actor.appointment!.id,
  })
  await hideProfilesOf(tx, [report.reportedId], 'excluded')
  await audit(tx, actor, 'matchmaking.excluded', subjectOf(report))
}

async function mustReachReport(tx: Tx, actor: Actor, reportId: string): Promise<ReportHead> {
  const report = found(await reportHead(tx, reportId))
  await mustReach(tx, { actor, permission: 'matchmaking.safety' }, report.organisationId)
  const { personId } = await selfOf(tx, actor)
  if (personId === report.reporterId || personId === report.reportedId) notFound()
  return report
}

function subjectOf(report: ReportHead) {
  return { kind: 'person_report', id: report.id, organisationId: report.organisationId }
}
