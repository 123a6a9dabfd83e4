import type { SystemState } from '#contract/system.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'
import { alarmsOf } from './alarms.ts'

/** All is well, or what needs somebody's attention, a line each. */
export function Attention({ state }: { state: SystemState }) {
  const alarms = alarmsOf(state)
  if (alarms.length === 0)
    return (
      <p className="all-well" role="status">
        <Icon name="check" />
        {t('allWell')}
      </p>
    )
  return (
    <div role="status" className="system-alarms">
      <h2 className="section-title">{t('attention')}</h2>
      <ul>
        {alarms.map((alarm) => (
          <li key={alarm}>
            <Icon name="warn" />
            {alarm}
          </li>
        ))}
      </ul>
    </div>
  )
}
