import type { Finding } from '#contract/reports-seals.ts'
import type { Tx } from '#server/platform/db/transaction.ts'
import { storedFigures, storedReports } from '../stored.ts'
import { checkChain } from './check-chain.ts'
import { checkDefinition, checkFigureText } from './check-figure.ts'

/**
 * Everything sealed reports of the tenant say of themselves: the chain, each figure under its hash, its kept rows, its kept definition. The rows
 * behind the figures are counted anew by `verifySeal`, report by report.
 */
export async function checkSeals(tx: Tx): Promise<{ seals: number; figures: number; grave: Finding[] }> {
  const { seals, findings } = await checkChain(tx)
  let figures = 0
  for (const { id } of await storedReports(tx, null))
    for (const figure of await storedFigures(tx, id)) {
      figures++
      findings.push(...(await checkFigureText(tx, id, figure)), ...checkDefinition(tx, figure, undefined))
    }
  return { seals, figures, grave: findings.filter(({ grave }) => grave) }
}
