import './own-training.css'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { t } from '../texts.ts'
import { kindName } from '../words.ts'

/** My training: class hours, certificates to download, what I came to. */
export default function OwnTrainingPage() {
  const own = useRead('getOwnTraining')
  if (own.isPending) return <Skeleton lines={6} label={t('loading')} />
  if (!own.data) return <Empty icon="offline" title={t('title')} hint={errorSentence(own.error)} />
  const { inductionOn, classHoursThisYear, attended, certificates } = own.data
  if (attended.length === 0) return <Empty icon="events" title={t('nothing')} hint={t('nothingHint')} />
  return (
    <div className="own-training">
      <section className="sheet">
        <h2>{t('hoursThisYear', { hours: classHoursThisYear })}</h2>
        {inductionOn === null ? (
          <Notice tone="due" title={t('inductionDue')} />
        ) : (
          <Notice tone="done" title={t('inductionDone', { day: formatDay(inductionOn) })} />
        )}
      </section>
      {certificates.map((one) => (
        <section key={one.id} className="sheet" aria-label={one.title}>
          <h2>{one.title}</h2>
          <p>
            {kindName(one.kind)} · {t('hoursOf', { hours: one.classHours })}
            <br />
            <span className="quiet">
              {one.number} · {formatDay(one.completedOn)} · {one.issuedBy}
            </span>
          </p>
          <a
            className="button button-plain"
            href={`/api/v1/me/training/certificates/${one.id}/file`}
            download
          >
            {t('fetch')}
          </a>
        </section>
      ))}
      <section className="sheet" aria-label={t('attended')}>
        <h2>{t('attended')}</h2>
        <ul>
          {attended.map((one) => (
            <li key={`${one.on} ${one.title}`}>
              {formatDay(one.on)} {one.title} · {t('hoursOf', { hours: one.classHours })}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
