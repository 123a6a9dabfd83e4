import { sql } from 'kysely'
import type { Finding, SealVerification } from '#contract/reports-seals.ts'
import type { Actor } from '#server/platform/actor.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import type { MeasureDefinition } from '#server/platform/measure.ts'
import { mustReadReport, openableOf } from '../queries/report.ts'
import { questionOf, storedFigures, type StoredFigure, type StoredReport } from '../stored.ts'
import { checkChain } from './check-chain.ts'
import { checkDefinition, checkFigureText } from './check-figure.ts'
import { checkRows } from './check-rows.ts'
import { finding } from './finding.ts'

/**
 * Recomputes a sealed report: its text and its place in the chain, each definition, and the rows behind each figure as of its day and as known at
 * the sealing. Whoever may read the figures may verify; which rows differ is told to those who may open them.
 */
export function verifySealOf(definitions: readonly MeasureDefinition[]) {
  return async (tx: Tx, actor: Actor, { reportId }: { reportId: string }): Promise<SealVerification> => {
    const report = await mustReadReport(tx, actor, reportId)
    const figures = await storedFigures(tx, reportId)
    const open = await openableOf(tx, actor, figures)
    const chain = await checkChain(tx)
    const findings = chain.findings.map((one) => aboutItself(one, report))
    const checked: SealVerification['figures'] = []
    for (const figure of figures) {
      const mayOpen = open.has(figure.organisationId)
      const found = await checkFigure(tx, { report, figure, definitions })
      findings.push(...(mayOpen ? found.findings : withoutRows(found.findings)))
      checked.push({
        number: figure.number,
        measure: figure.measure,
        intact: found.findings.every(({ grave }) => !grave),
        rows: mayOpen ? figure.rowCount : null,
        erased: mayOpen ? found.erased : null,
        differences: found.differences,
      })
    }
    return {
      reportId,
      verifiedAt: await clock(tx),
      intact: findings.every(({ grave }) => !grave),
      seals: chain.seals,
      figures: checked,
      findings,
    }
  }
}

async function checkFigure(
  tx: Tx,
  {
    report,
    figure,
    definitions,
  }: { report: StoredReport; figure: StoredFigure; definitions: readonly MeasureDefinition[] },
): Promise<{ findings: Finding[]; differences: number; erased: number }> {
  const today = definitions.find(({ name }) => name === figure.measure)
  const own = [...(await checkFigureText(tx, report.id, figure)), ...checkDefinition(tx, figure, today)]
  if (today === undefined) return { findings: own, differences: 0, erased: 0 }
  const rows = await checkRows(tx, questionOf(report, figure, today), { reportId: report.id, figure })
  return { ...rows, findings: [...own, ...rows.findings] }
}

/** What differs at the report’s own link is about its text. */
function aboutItself(one: Finding, report: StoredReport): Finding {
  const isOwn = one.code === 'seal_changed' && one.part === String(report.number)
  return isOwn ? finding('text_changed', { part: one.part, sealed: one.sealed, found: one.found }) : one
}

/** Rows and values for those who may not open them: that something differs, once for each figure and kind. */
function withoutRows(findings: readonly Finding[]): Finding[] {
  const once = new Map<string, Finding>()
  for (const one of findings)
    once.set(`${one.figure} ${one.code} ${one.rowId === null ? one.part : ''}`, {
      ...one,
      rowId: null,
      sealed: null,
      found: null,
    })
  return [...once.values()]
}

async function clock(tx: Tx): Promise<string> {
  const { rows } = await sql<{ at: Date }>`select now() as at`.execute(tx)
  return rows[0]!.at.toISOString()
}
