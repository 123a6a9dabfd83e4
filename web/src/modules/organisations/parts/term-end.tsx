import { Icon } from '../../../ui/icon.tsx'
import { dayBefore, formatDay } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { t } from '../texts.ts'

/** The last day of a term; a term that is over says so in words, with an icon. */
export function TermEnd({ before }: { before: string | null }) {
  const { today } = useMe()
  if (before === null) return <span className="quiet">{t('none')}</span>
  const day = formatDay(dayBefore(before))
  if (before > today) return <>{day}</>
  return (
    <span className="term-over">
      <Icon name="clock" size={15} /> {day} {t('termOver')}
    </span>
  )
}
