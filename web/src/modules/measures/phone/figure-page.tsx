import './leader.css'
import type { MeasureGroup } from '#contract/measures.ts'
import { language } from '../../../i18n/language.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useMe } from '../../../kit/me.ts'
import type { PhonePageProps } from '../../../kit/routes.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { isComparable } from '../home-figures.ts'
import { t } from './texts.ts'
import { useOwnFigures } from './use-own-figures.ts'
import { numberWords, sinceLastYear, unitWords, yearWords } from './words.ts'

const mostUnits = 20

/** One figure of what one leads: what it counts, its years, and the units directly below. */
export default function FigurePage({ params }: PhonePageProps) {
  const { actingAs, today } = useMe()
  const { may, figures, organisationId, error, isPending, retry } = useOwnFigures()
  if (!may) return <Empty icon="figures" title={t('noPost')} hint={t('noPostHint')} />
  if (isPending) return <Skeleton lines={10} label={t('loading')} />
  if (error)
    return (
      <Empty icon="offline" title={t('failed')} hint={errorSentence(error)}>
        <Button look="primary" onClick={retry}>
          {t('retry')}
        </Button>
      </Empty>
    )
  const figure = figures.find(({ measure }) => measure === params.measure)
  if (figure === undefined) return <Empty icon="figures" title={t('noFigure')} hint={t('noFigureHint')} />
  const { declared, total, organisations } = figure
  const zh = language() === 'zh'
  const years = figure.years.map((year) => ({
    ...year,
    label: yearWords(figure, year.key, today),
  }))
  const units = organisations
    .filter(({ value }) => value !== 0)
    .map((unit) =>
      unit.key === organisationId ? { ...unit, label: t('itself', { name: unit.label }) } : unit,
    )
  return (
    <article className="leader-about">
      <h2>{zh ? declared.zh : declared.en}</h2>
      <p className="leader-line">
        <strong className="figures">
          {numberWords(total, declared.unit)} {total !== null && <small>{unitWords(declared.unit)}</small>}
        </strong>
      </p>
      {isComparable(figure) && <p className="leader-change figures">{sinceLastYear(figure)}</p>}
      <p>{zh ? declared.definitionZh : declared.definitionEn}</p>
      <p className="leader-whose">{t('ofOwn', { name: actingAs?.organisationName ?? '' })}</p>
      {years.length > 0 && <Numbers unit={declared.unit} title={t('byYear')} groups={years} />}
      {units.length > 0 ? (
        <Numbers unit={declared.unit} title={t('byUnit')} groups={units} />
      ) : (
        <p>{t('noUnits')}</p>
      )}
      {units.length >= mostUnits && <p className="leader-whose">{t('largest', { count: units.length })}</p>}
      <a className="button button-plain" href={`/console/figures?measure=${figure.measure}`}>
        {t('inConsole')}
      </a>
    </article>
  )
}

interface NumbersProps {
  title: string
  unit: string
  groups: readonly MeasureGroup[]
}

function Numbers({ title, unit, groups }: NumbersProps) {
  const most = Math.max(1, ...groups.map(({ value }) => value ?? 0))
  return (
    <table className="leader-numbers">
      <caption>{title}</caption>
      <tbody>
        {groups.map(({ key, label, value }) => (
          <tr key={key}>
            <th scope="row">
              {label}
              {value !== null && value > 0 && (
                <span
                  className="leader-bar"
                  style={{ width: `${(value / most) * 100}%` }}
                  aria-hidden="true"
                />
              )}
            </th>
            <td className="figures">{numberWords(value, unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
