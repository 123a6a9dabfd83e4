import '../funds.css'
import { formatMoney } from '../../../kit/format.ts'
import { t } from '../texts.ts'

/** What became of a budget: paid, promised, left, as a bar with its words. */
export function BudgetBar({
  budget,
}: {
  budget: { budgetFen: number; committedFen: number; paidFen: number; availableFen: number }
}) {
  const share = (fen: number) => `${budget.budgetFen === 0 ? 0 : (100 * fen) / budget.budgetFen}%`
  const words = `${t('paid')} ${formatMoney(budget.paidFen)}，${t('committed')} ${formatMoney(budget.committedFen)}，${t('left')} ${formatMoney(budget.availableFen)}`
  return (
    <div className="funds-bar" role="img" aria-label={words} title={words}>
      <span className="paid" style={{ width: share(budget.paidFen) }} />
      <span className="committed" style={{ width: share(budget.committedFen) }} />
    </div>
  )
}
