import '../events.css'
import '../poster.css'
import { Button, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import type { EventFile } from '#contract/events.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { Qr } from '../../../ui/qr.tsx'
import { t } from '../poster-texts.ts'
import { t as common } from '../texts.ts'
import { formatSpan } from '../times.ts'

/** A poster to print: what, when, where, and a code that leads to the event after signing in. Nothing of any person. */
export default function PosterPage() {
  const eventId = useParam('eventId')
  const { data, error } = useRead('getEvent', { eventId })
  const [paper, setPaper] = useState<'A4' | 'A3'>('A4')
  if (error)
    return (
      <Page title={common('missing')}>
        <p>{errorSentence(error)}</p>
      </Page>
    )
  if (!data || data.id !== eventId) return <Skeleton active paragraph={{ rows: 10 }} />
  return (
    <main className="poster-page">
      <Page
        title={t('title')}
        note={data.state === 'published' ? t('note') : t('notPublished')}
        actions={
          <>
            <Segmented
              options={['A4', 'A3']}
              value={paper}
              onChange={(size) => setPaper(size as 'A4' | 'A3')}
            />
            <Button type="primary" onClick={() => print()}>
              {t('print')}
            </Button>
          </>
        }
      >
        <Poster event={data} paper={paper} />
      </Page>
    </main>
  )
}

function Poster({ event, paper }: { event: EventFile; paper: 'A4' | 'A3' }) {
  const { tenant } = useMe()
  const hosts = [event.organisationName, ...event.hosts.map((host) => host.name)]
  return (
    <article className={`poster poster-${paper}`}>
      <p className="poster-federation">{tenant.name}</p>
      <h2>{event.title}</h2>
      <p className="poster-when">{formatSpan(event.startsAt, event.endsAt)}</p>
      <p className="poster-where">{event.venue}</p>
      <p className="poster-address">{event.address}</p>
      <div className="poster-code">
        <Qr text={`${location.origin}/me/events/${event.id}`} label={t('codeLabel')} />
        <p>{t('scan')}</p>
      </div>
      <p className="poster-registration">
        {t('registration', { span: formatSpan(event.registrationOpensAt, event.registrationClosesAt) })}
      </p>
      <p>{t('free')}</p>
      <p className="poster-hosts">{t('hosts', { names: hosts.join('、') })}</p>
    </article>
  )
}
