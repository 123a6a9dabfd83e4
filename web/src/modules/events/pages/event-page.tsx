import '../events.css'
import { useNavigate } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { Suspense } from 'react'
import type { EventFile } from '#contract/events.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { eventTabsOf } from '../../../kit/event-screens.ts'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { PageTabs } from '../../../kit/page-tabs.tsx'
import { useParam, useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { fill } from '../../../i18n/texts.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { EventActs, ReturnedNotice } from '../parts/event-acts.tsx'
import { EventOverview } from '../parts/event-overview.tsx'
import { PhaseTag } from '../parts/phase-tag.tsx'
import { t } from '../texts.ts'
import { formatSpan } from '../times.ts'

/** One event: how it stands, and a tab for each part of the work with it. The tab stands in the address. */
export default function EventPage() {
  const eventId = useParam('eventId')
  const { data, error } = useRead('getEvent', { eventId })
  if (error) return <Missing sentence={errorSentence(error)} />
  if (!data || data.id !== eventId) return <Skeleton active paragraph={{ rows: 10 }} />
  return (
    <Page
      title={
        <>
          {data.title} <PhaseTag phase={data.phase} />
        </>
      }
      actions={<EventActs event={data} />}
      note={[formatSpan(data.startsAt, data.endsAt), data.venue, data.organisationName].join(' · ')}
    >
      <ReturnedNotice event={data} />
      <EventTabs event={data} />
    </Page>
  )
}

function EventTabs({ event }: { event: EventFile }) {
  const search = useSearchText()
  const navigate = useNavigate()
  const { permissions } = useMe()
  const tabs = eventTabsOf(event.kind).filter((tab) => permissions.includes(tab.permission))
  const shown = tabs.find((tab) => tab.key === search.tab)
  const open = (tab: string) => void navigate({ to: '.', search: { tab } as never, replace: true })
  const names = [
    { key: 'overview', name: t('overview') },
    ...tabs.map(({ key, title }) => ({ key, name: fill(title, {}) })),
  ]
  return (
    <>
      <PageTabs label={event.title} tabs={names} shown={shown?.key ?? 'overview'} onOpen={open} />
      <Suspense fallback={<Skeleton active paragraph={{ rows: 6 }} />}>
        {shown ? <shown.Tab key={shown.key} event={event} /> : <EventOverview event={event} />}
      </Suspense>
    </>
  )
}

function Missing({ sentence }: { sentence: string }) {
  return (
    <Page title={t('missing')}>
      <section className="list-empty">
        <p>{sentence}</p>
        <LinkButton to="/events" search={{} as never}>
          {t('toList')}
        </LinkButton>
      </section>
    </Page>
  )
}
