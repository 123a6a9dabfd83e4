import { formatNumber, formatShare } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { daysOf, type FigureQuestion } from '../figure-question.ts'
import { t } from '../figure-texts.ts'

/** Women and men among those who came, as one bar with both numbers written in it. */
export function SexBalance({ question }: { question: FigureQuestion }) {
  const answer = useRead('queryMeasure', { measure: 'participations', ...daysOf(question.year), by: 'sex' })
  const of = (key: string) => answer.data?.groups?.find((group) => group.key === key)?.value ?? 0
  const sides = (['female', 'male'] as const).map((key) => ({ key, count: of(key) }))
  const total = sides.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return <p className="quiet">{t('nothing')}</p>
  return (
    <div className="sex-balance">
      {sides.map(({ key, count }) => (
        <span key={key} className={`sex-${key}`} style={{ flexGrow: count }}>
          {t('sexLine', { name: t(key), count: formatNumber(count), share: formatShare(count / total) })}
        </span>
      ))}
    </div>
  )
}
