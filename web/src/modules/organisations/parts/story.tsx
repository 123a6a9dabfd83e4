import { Timeline } from 'antd'
import type { StoryEntry } from '#contract/organisation-shapes.ts'
import { formatDate, formatDay, shanghaiDate } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { t } from '../texts.ts'
import { eventWords } from '../words.ts'
import { OrganisationLink } from './organisation-facts.tsx'

/** The life of an organisation, the latest first; what lies ahead is drawn open. */
export function Story({ entries }: { entries: readonly StoryEntry[] }) {
  const { today } = useMe()
  return (
    <Timeline
      className="story"
      items={entries.map((entry, at) => ({
        key: `${entry.on} ${entry.kind} ${at}`,
        color: entry.on > today ? 'gray' : 'red',
        content: (
          <>
            <span className="story-day">{formatDate(entry.on)}</span>
            <EventLine entry={entry} />
            <small>
              {entry.documentNo && `${t('document')} ${entry.documentNo} · `}
              {t('recordedOn', { day: formatDay(shanghaiDate(entry.recordedAt)) })}
            </small>
          </>
        ),
      }))}
    />
  )
}

function EventLine({ entry }: { entry: StoryEntry }) {
  const [before, after] = eventWords(entry)
  return (
    <div>
      {before}
      {entry.other && <OrganisationLink to={entry.other} />}
      {after}
    </div>
  )
}
