import type { Admission } from '#contract/events-admission.ts'
import { formatNumber } from '../../../../kit/format.ts'
import { t } from './texts.ts'

const states = ['admitted', 'offered', 'waiting', 'entered'] as const

/** How full the event is, and how many of each sex stand where. */
export function PlacesShown({ admission }: { admission: Admission }) {
  const { taken, capacity } = admission
  const shown = states.filter((state) => state !== 'entered' || admission.admission === 'lottery')
  return (
    <section className="panel">
      <h2 className="section-title">{t('places')}</h2>
      <p className="admission-taken figures">
        {t('takenOf', { taken: formatNumber(taken), capacity: formatNumber(capacity) })}
      </p>
      <progress className="admission-bar" value={taken} max={capacity} aria-label={t('places')} />
      <table className="admission-table">
        <thead>
          <tr>
            <td />
            {shown.map((state) => (
              <th key={state} scope="col">
                {t(state)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['male', 'female'] as const).map((sex) => (
            <tr key={sex}>
              <th scope="row">{t(sex)}</th>
              {shown.map((state) => (
                <td key={state} className="figures">
                  {formatNumber(admission[state][sex])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <UnitsShown admission={admission} />
    </section>
  )
}

const mostUnits = 5

function UnitsShown({ admission }: { admission: Admission }) {
  const units = admission.counts.filter(({ dimension }) => dimension === 'unit').slice(0, mostUnits)
  if (units.length === 0) return null
  return (
    <>
      <h3 className="admission-units">{t('units')}</h3>
      <ul className="admission-unit-list">
        {units.map(({ value, name, taken }) => (
          <li key={value}>
            <span>{name ?? value}</span>
            <span className="figures">{formatNumber(taken)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
