import { formatNumber } from '../../../kit/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { tabIcon, tabLabel, type Tab } from '../words.ts'
import { t } from '../texts.ts'
import type { TabCount } from './import-rows.tsx'

interface TabCardsProps {
  tabs: readonly TabCount[]
  active: Tab
  onChoose: (tab: Tab) => void
}

/** One card for each outcome with its number; choosing one lists its rows. */
export function TabCards({ tabs, active, onChoose }: TabCardsProps) {
  return (
    <div className="tab-cards" role="group" aria-label={t('rows')}>
      {tabs.map(({ tab, count }) => (
        <button
          key={tab}
          type="button"
          className={`tab-card tab-card-${tab}`}
          aria-pressed={tab === active}
          onClick={() => onChoose(tab)}
        >
          <span>
            <Icon name={tabIcon(tab)} size={18} />
            {tabLabel(tab)}
          </span>
          <strong className="figures">{formatNumber(count)}</strong>
        </button>
      ))}
    </div>
  )
}
