import { operations } from '#contract/stipends.ts'
import { route, type Route } from '#server/platform/http/route.ts'
import { decideStipendGrade, enterStipendGrade } from './commands/enter-grade.ts'
import { runStipendsBy } from './commands/run-stipends.ts'
import type { GradesOf } from './grades-of.ts'
import { explainPayment } from './queries/explain-payment.ts'
import { listStipendGrades } from './queries/grades.ts'
import { previewStipendsBy } from './queries/preview.ts'
import { listStipendRuns, verifyStipendRunBy } from './queries/runs.ts'

/** Stipends, by grades that come from where `gradesOf` reads them. */
export function stipendRoutes(gradesOf: GradesOf): readonly Route[] {
  return [
    route('enterStipendGrade', operations.enterStipendGrade, 'funds.write', enterStipendGrade),
    route('listStipendGrades', operations.listStipendGrades, 'funds.read', listStipendGrades),
    route('decideStipendGrade', operations.decideStipendGrade, 'funds.check', decideStipendGrade),
    route('previewStipends', operations.previewStipends, 'funds.read', previewStipendsBy(gradesOf)),
    route('runStipends', operations.runStipends, 'funds.write', runStipendsBy(gradesOf)),
    route('listStipendRuns', operations.listStipendRuns, 'funds.read', listStipendRuns),
    route('verifyStipendRun', operations.verifyStipendRun, 'funds.read', verifyStipendRunBy(gradesOf)),
    route('explainPayment', operations.explainPayment, 'funds.read', explainPayment),
  ]
}
