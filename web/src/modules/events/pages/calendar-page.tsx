import '../events.css'
import { Alert, Skeleton } from 'antd'
import type { CalendarDay } from '#contract/calendar.ts'
import type { EventRow } from '#contract/events.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDate, formatInstant, shanghaiDate } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { dayWords } from '../../calendar/words.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { daysOfMonth, monthBeside } from '../month.ts'
import { EventLink } from '../parts/event-link.tsx'
import { t } from '../texts.ts'
import { monthName, phaseName, weekdayName } from '../words.ts'

const mostShown = 200

/** A month of events with its holidays; the month stands in the address, the list shows the same days. */
export default function CalendarPage() {
  const { today } = useMe()
  const search = useSearchText()
  const month = /^\d{4}-\d{2}$/.test(search.month ?? '') ? search.month! : today.slice(0, 7)
  const weeks = daysOfMonth(month)
  const [from, to] = [weeks[0]![0]!, weeks.at(-1)!.at(-1)!]
  const events = useRead('listEvents', { from, to, sort: 'startsAt', limit: mostShown })
  const days = useRead('listCalendarDays', { from, to })
  return (
    <Page
      title={monthName(month)}
      actions={
        <>
          <Turn month={monthBeside(month, -1)} label={t('monthBefore')} />
          <Turn month={monthBeside(month, 1)} label={t('monthAfter')} />
          <LinkButton to="/events" search={{ from, to } as never}>
            {t('asList')}
          </LinkButton>
        </>
      }
    >
      {events.error && <Alert type="error" showIcon title={errorSentence(events.error)} />}
      {events.isPending ? (
        <Skeleton active paragraph={{ rows: 10 }} />
      ) : (
        <Month
          month={month}
          weeks={weeks}
          events={events.data?.items ?? []}
          special={days.data?.items ?? []}
        />
      )}
      {(events.data?.total ?? 0) > mostShown && <p className="page-note">{t('tooManyForMonth')}</p>}
    </Page>
  )
}

function Turn({ month, label }: { month: string; label: string }) {
  return (
    <LinkButton to="/events/calendar" search={{ month } as never}>
      {label}
    </LinkButton>
  )
}

interface MonthProps {
  month: string
  weeks: readonly (readonly string[])[]
  events: readonly EventRow[]
  special: readonly CalendarDay[]
}

function Month({ month, weeks, events, special }: MonthProps) {
  return (
    <table className="event-month">
      <thead>
        <tr>
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <th key={weekday} scope="col">
              {weekdayName(weekday)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <Day
                key={day}
                day={day}
                outside={day.slice(0, 7) !== month ? 'outside' : undefined}
                events={events.filter((event) => shanghaiDate(event.startsAt) === day)}
                special={special.filter((each) => each.day === day)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({
  day,
  outside,
  events,
  special,
}: {
  day: string
  outside: 'outside' | undefined
  events: readonly EventRow[]
  special: readonly CalendarDay[]
}) {
  const { today } = useMe()
  const names = [
    outside && 'event-day-outside',
    day === today && 'event-day-today',
    events.length === 0 && 'event-day-free',
  ]
  return (
    <td className={names.filter(Boolean).join(' ')}>
      <p className="event-day">
        <span className="event-day-number figures">{Number(day.slice(8))}</span>
        <span className="event-day-date">{formatDate(day)}</span>
        {special.length > 0 && <span className="event-day-special">{dayWords(special)}</span>}
      </p>
      <ul>
        {events.map((event) => (
          <li key={event.id}>
            <span className="figures">{formatInstant(event.startsAt).slice(-5)}</span>{' '}
            <EventLink event={event} /> <small>{phaseName(event.phase)}</small>
          </li>
        ))}
      </ul>
    </td>
  )
}
