import '../appointments.css'
import { dayBefore, formatDay } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'

const soonDays = 90

/** The last day of an appointment; one that ends soon is marked with an icon. */
export function TermLeft({ before }: { before: string | null }) {
  const { today } = useMe()
  if (before === null) return <span className="quiet">{t('openEnd')}</span>
  const day = formatDay(dayBefore(before))
  const left = (Date.parse(before) - Date.parse(today)) / 86_400_000
  if (left <= 0 || left > soonDays) return <>{day}</>
  return (
    <span className="ends-soon" title={t('endingSoon')}>
      <Icon name="clock" size={15} /> {day}
    </span>
  )
}
