import './leader.css'
import { language } from '../../../i18n/language.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useMe } from '../../../kit/me.ts'
import { PhoneLink } from '../../../kit/phone/router.tsx'
import { useAct } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { firstFigures, isComparable } from '../home-figures.ts'
import { t } from './texts.ts'
import { useOwnFigures, type OwnFigure } from './use-own-figures.ts'
import { numberWords, sinceLastYear, unitWords } from './words.ts'
import { YearLine } from './year-line.tsx'

const shown = 5

/** Five numbers of what one leads, each with its change since last year and its years; a press opens what it counts. */
export default function LeaderPage() {
  const { actingAs } = useMe()
  const { may, figures, rounded, error, isPending, retry } = useOwnFigures()
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
  const five = firstFigures(figures, actingAs?.post, shown)
  return (
    <>
      <PostChoice />
      <p className="leader-whose">{t('ofOwn', { name: actingAs?.organisationName ?? '' })}</p>
      {five.length === 0 && <Empty icon="figures" title={t('none')} hint={t('noneHint')} />}
      <ul className="leader-figures">
        {five.map((figure) => (
          <li key={figure.measure}>
            <FigureTile figure={figure} />
          </li>
        ))}
      </ul>
      {rounded && (
        <div className="leader-note">
          <Notice tone="info">{t('rounded')}</Notice>
        </div>
      )}
    </>
  )
}

function FigureTile({ figure }: { figure: OwnFigure }) {
  const { declared, total, years } = figure
  return (
    <PhoneLink to={`/figures/${figure.measure}`} className="leader-figure">
      <span className="leader-name">
        {language() === 'zh' ? declared.zh : declared.en}
        <Icon name="next" size={18} />
      </span>
      <span className="leader-line">
        <strong className="figures">
          {numberWords(total, declared.unit)} {total !== null && <small>{unitWords(declared.unit)}</small>}
        </strong>
        <YearLine
          values={years.map(({ value }) => value)}
          last={declared.counts === 'flow' ? 'going-on' : 'whole'}
        />
      </span>
      {isComparable(figure) && <span className="leader-change figures">{sinceLastYear(figure)}</span>}
    </PhoneLink>
  )
}

/** Whoever holds several posts chooses as which the figures are seen; the console then goes by the same. */
function PostChoice() {
  const { appointments, actingAs } = useMe()
  const actAs = useAct('actAs', { invalidates: 'everything' })
  if (appointments.length < 2) return null
  return (
    <div className="leader-posts" role="group" aria-label={t('asPost')}>
      {appointments.map(({ id, organisationName }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === actingAs?.id}
          disabled={actAs.isPending}
          onClick={() => actAs.mutate({ appointmentId: id })}
        >
          {organisationName}
        </button>
      ))}
      {actAs.error && <Notice tone="problem">{errorSentence(actAs.error)}</Notice>}
    </div>
  )
}
