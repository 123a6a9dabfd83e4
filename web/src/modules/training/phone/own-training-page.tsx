import './own-training.css'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatInstant } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Row } from '../../../ui/light/row.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { t } from '../texts.ts'
import { kindName } from '../words.ts'

/** My training: class hours, certificates to download, what I came to. */
export default function OwnTrainingPage() {
  const own = useRead('getOwnTraining')
  if (own.isPending) return <Skeleton lines={6} label={t('loading')} />
  if (!own.data) return <Empty icon="offline" title={t('title')} hint={errorSentence(own.error)} />
  const { inductionOn, classHoursThisYear, attended, certificates } = own.data
  return (
    <div className="own-training">
      <Sessions />
      <section className="sheet">
        <h2>{t('hoursThisYear', { hours: classHoursThisYear })}</h2>
        {inductionOn === null ? (
          <Notice tone="due" title={t('inductionDue')} />
        ) : (
          <Notice tone="done" title={t('inductionDone', { day: formatDay(inductionOn) })} />
        )}
      </section>
      {certificates.map((one) => (
        <section key={one.id} className="sheet" aria-label={`${one.title} ${one.number}`}>
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
        {attended.length === 0 && <p className="quiet">{t('nothing')}</p>}
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

/** Sessions to come: those one is registered for with the way to the pass for the door, and those one may register for. */
function Sessions() {
  const own = useRead('listOpenEvents', { which: 'own', limit: 50 })
  const open = useRead('listOpenEvents', { which: 'open', limit: 50 })
  const mine = (own.data?.items ?? []).filter(({ kind }) => kind === 'training')
  const others = (open.data?.items ?? []).filter(
    ({ id, kind }) => kind === 'training' && mine.every((each) => each.id !== id),
  )
  if (mine.length + others.length === 0) return null
  return (
    <section className="sheet" aria-label={t('toCome')}>
      <h2>{t('toCome')}</h2>
      <ul className="rows">
        {mine.map((session) => (
          <Row
            key={session.id}
            to={`/events/${session.id}/pass`}
            icon="card"
            title={session.title}
            hint={`${formatInstant(session.startsAt)} · ${session.venue} · ${t('showPass')}`}
          />
        ))}
        {others.map((session) => (
          <Row
            key={session.id}
            to={`/events/${session.id}`}
            icon="events"
            title={session.title}
            hint={`${formatInstant(session.startsAt)} · ${session.venue} · ${t('canRegister')}`}
          />
        ))}
      </ul>
    </section>
  )
}
