import { assessmentStates } from '#contract/assessments.ts'
import type { Period } from '#contract/assessments-schemes.ts'
import { t } from '../texts.ts'
import { stateName } from '../words.ts'

/** How many people stand where, as a bar with its numbers in words. */
export function StateBar({ states }: { states: Period['states'] }) {
  const total = assessmentStates.reduce((sum, state) => sum + states[state], 0)
  return (
    <>
      <div className="assess-bar" aria-hidden="true">
        {assessmentStates.map((state) => (
          <span key={state} style={{ width: `${total === 0 ? 0 : (states[state] / total) * 100}%` }} />
        ))}
      </div>
      <ul className="assess-legend">
        <li>{t('people', { count: total })}</li>
        {assessmentStates
          .filter((state) => states[state] > 0)
          .map((state) => (
            <li key={state}>
              {stateName(state)} {states[state]}
            </li>
          ))}
      </ul>
    </>
  )
}
