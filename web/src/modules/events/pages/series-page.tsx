import '../events.css'
import { Alert, App, Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import type { SeriesFile } from '#contract/events-series.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { SeriesDialog } from '../forms/series-dialog.tsx'
import { EventLink } from '../parts/event-link.tsx'
import { PhaseTag } from '../parts/phase-tag.tsx'
import { t } from '../series-texts.ts'
import { formatSpan } from '../times.ts'
import { repetitionWords } from '../words.ts'

/** One series: its events, and what is drafted next. */
export default function SeriesPage() {
  const seriesId = useParam('seriesId')
  const { data, error } = useRead('getEventSeries', { seriesId })
  if (error)
    return (
      <Page title={t('missing')}>
        <p>{errorSentence(error)}</p>
      </Page>
    )
  if (!data || data.id !== seriesId) return <Skeleton active paragraph={{ rows: 8 }} />
  return (
    <Page
      title={data.name}
      note={`${repetitionWords(data)} · ${data.organisationName}`}
      actions={data.can.write && <Acts series={data} />}
    >
      <Notice series={data} />
      <section className="panel">
        {data.latest.length === 0 ? (
          <p className="page-note">{t('emptyHint')}</p>
        ) : (
          <ol className="event-steps">
            {data.latest.map((event) => (
              <li key={event.id}>
                <EventLink event={event} /> <PhaseTag phase={event.phase} />
                <small className="figures">
                  {formatSpan(event.startsAt, event.endsAt)} · {event.venue}
                </small>
              </li>
            ))}
          </ol>
        )}
      </section>
    </Page>
  )
}

function Notice({ series }: { series: SeriesFile }) {
  const { today } = useMe()
  if (series.endsBefore !== null && series.endsBefore <= today)
    return (
      <Alert
        className="event-note"
        type="warning"
        showIcon
        title={t('ended', { day: formatDay(series.endsBefore) })}
      />
    )
  const words =
    series.kind === 'editions' ? t('byItselfEditions') : t('byItself', { days: series.draftsAhead })
  return <Alert className="event-note" type="info" showIcon title={words} />
}

function Acts({ series }: { series: SeriesFile }) {
  const [months, setMonths] = useState(3)
  const [changing, setChanging] = useState<'open' | null>(null)
  const { message } = App.useApp()
  const { today } = useMe()
  const draft = useAct('draftEditions', { invalidates: ['getEventSeries', 'listEventSeries', 'listEvents'] })
  if (series.endsBefore !== null && series.endsBefore <= today) return null
  const recurs = series.kind === 'recurrence'
  const go = () =>
    draft.mutate(
      { seriesId: series.id, months: recurs ? months : 12 },
      {
        onSuccess: ({ eventIds }) =>
          void message.success(
            eventIds.length === 0 ? t('draftedNone') : t('drafted', { count: eventIds.length }),
          ),
        onError: (error) => void message.error(errorSentence(error)),
      },
    )
  return (
    <>
      <Button onClick={() => setChanging('open')}>{t('change')}</Button>
      {series.events === 0 ? (
        <LinkButton
          color="primary"
          variant="solid"
          to="/events/new"
          search={{ seriesId: series.id, organisationId: series.organisationId } as never}
        >
          {t('draftFirst')}
        </LinkButton>
      ) : (
        <>
          {recurs && (
            <Select
              aria-label={t('draftAhead')}
              value={months}
              onChange={setMonths}
              options={[1, 2, 3, 6, 12].map((count) => ({
                value: count,
                label: t('monthsAhead', { count }),
              }))}
            />
          )}
          <Button type="primary" loading={draft.isPending} onClick={go}>
            {recurs ? t('draftAhead') : t('draftNext')}
          </Button>
        </>
      )}
      {changing && <SeriesDialog series={series} onClose={() => setChanging(null)} />}
    </>
  )
}
