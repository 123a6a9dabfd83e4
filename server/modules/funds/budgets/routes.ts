import { operations } from '#contract/funds.ts'
import { downloadRoute, route, type Route } from '#server/platform/http/route.ts'
import { moveInto, reverseBudgetMovement } from './commands/move-money.ts'
import { createBudget, createFundSource } from './commands/open-budget.ts'
import { getBudget, listBudgets, listFundSources } from './queries/budgets.ts'
import { downloadBudgets } from './queries/workbook.ts'

/** Sources of money, budgets, and what moves between them. */
export const budgetRoutes: readonly Route[] = [
  route('listFundSources', operations.listFundSources, 'funds.read', listFundSources),
  route('createFundSource', operations.createFundSource, 'funds.write', createFundSource),
  route('listBudgets', operations.listBudgets, 'funds.read', listBudgets),
  downloadRoute('downloadBudgets', operations.downloadBudgets, 'funds.read', downloadBudgets),
  route('getBudget', operations.getBudget, 'funds.read', getBudget),
  route('createBudget', operations.createBudget, 'funds.write', createBudget),
  route('addToBudget', operations.addToBudget, 'funds.write', moveInto),
  route('reverseBudgetMovement', operations.reverseBudgetMovement, 'funds.write', reverseBudgetMovement),
]
