import '../inbox.css'
import { formatDay } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'

/** When a task is due; an overdue one says so in words and with an icon. */
export function DueDate({ on }: { on: string | null }) {
  const { today } = useMe()
  if (!on) return <span className="quiet">{t('noDue')}</span>
  if (on >= today) return <span className="figures">{formatDay(on)}</span>
  return (
    <span className="due figures">
      <Icon name="clock" size={16} />
      {formatDay(on)} {t('overdue')}
    </span>
  )
}
