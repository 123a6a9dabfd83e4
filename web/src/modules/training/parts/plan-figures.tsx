import type { TrainingPlanRow } from '#contract/training.ts'
import { formatMoney, formatNumber } from '../../../kit/format.ts'
import { t } from '../texts.ts'
import { funderName } from '../words.ts'

type Counts = Pick<TrainingPlanRow, 'sessions' | 'persons' | 'personTimes' | 'certificates'>

/** Sessions, persons, person-times and certificates beside each other. */
export function TrainingFigures({ of }: { of: Counts }) {
  return (
    <dl className="training-figures">
      {(['sessions', 'persons', 'personTimes', 'certificates'] as const).map((key) => (
        <div key={key}>
          <dt>{t(key)}</dt>
          <dd>{formatNumber(of[key])}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The budget of a plan and how much of it its courses take. */
export function BudgetLine({ plan }: { plan: TrainingPlanRow }) {
  const share = plan.budgetFen === 0 ? 0 : Math.min(1, plan.plannedFen / plan.budgetFen)
  return (
    <>
      <p className="quiet">
        {t('budgetLine', {
          budget: formatMoney(plan.budgetFen),
          planned: formatMoney(plan.plannedFen),
          funder: funderName(plan.funder),
        })}
        {plan.documentNo !== null && ` · ${plan.documentNo}`}
      </p>
      <div className="training-budget" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </div>
    </>
  )
}
