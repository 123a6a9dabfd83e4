import { operations } from '#contract/matchmaking-safety.ts'
import { downloadRoute, route, type Route } from '#server/platform/http/route.ts'
import { blockPerson, unblockPerson } from './commands/block-person.ts'
import { decidePersonReport, liftExclusion } from './commands/decide-report.ts'
import { reportPerson } from './commands/report-person.ts'
import { listOwnBlocks, listOwnReports } from './queries/own-safety.ts'
import { downloadReportEvidence, getPersonReport, listPersonReports } from './queries/reports.ts'

export const safetyRoutes: Route[] = [
  route('blockPerson', operations.blockPerson, 'own.write', blockPerson),
  route('listOwnBlocks', operations.listOwnBlocks, 'own.read', listOwnBlocks),
  route('unblockPerson', operations.unblockPerson, 'own.write', unblockPerson),
  route('reportPerson', operations.reportPerson, 'own.write', reportPerson),
  route('listOwnReports', operations.listOwnReports, 'own.read', listOwnReports),
  route('listPersonReports', operations.listPersonReports, 'matchmaking.safety', listPersonReports),
  route('getPersonReport', operations.getPersonReport, 'matchmaking.safety', getPersonReport),
  downloadRoute(
    'downloadReportEvidence',
    operations.downloadReportEvidence,
    'matchmaking.safety',
    downloadReportEvidence,
  ),
  route('decidePersonReport', operations.decidePersonReport, 'matchmaking.safety', decidePersonReport),
  route('liftExclusion', operations.liftExclusion, 'matchmaking.safety', liftExclusion),
]
