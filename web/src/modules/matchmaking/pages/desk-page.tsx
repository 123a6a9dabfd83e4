import '../desk.css'
import { Link } from '@tanstack/react-router'
import { Alert, Skeleton } from 'antd'
import type { Desk } from '#contract/matchmaking-desk.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { Page } from '../../../kit/page.tsx'
import { useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../desk-texts.ts'
import { FollowUpLines } from '../parts/follow-up-lines.tsx'
import { IntroductionLines } from '../parts/introduction-lines.tsx'

/** The matchmaker's day: follow-ups first, then introductions with news, then cases that have had no step for long. */
export default function DeskPage() {
  const desk = useRead('getDesk')
  if (desk.error)
    return (
      <Page title={t('desk')}>
        <Alert type="info" showIcon icon={<Icon name="info" />} title={errorSentence(desk.error)} />
      </Page>
    )
  if (!desk.data)
    return (
      <Page title={t('desk')}>
        <Skeleton active aria-label={t('loading')} />
      </Page>
    )
  const { openCases, caseloadLimit, openingsLeft } = desk.data
  return (
    <Page
      title={t('desk')}
      note={t('deskNote', { cases: openCases, limit: caseloadLimit, left: openingsLeft })}
    >
      <div className="desk-grid">
        <DueFollowUps desk={desk.data} />
        <section className="panel" aria-label={t('toTell')}>
          <h2>{t('toTell')}</h2>
          <p className="quiet">{t('toTellHint')}</p>
          <IntroductionLines introductions={desk.data.toTell} />
        </section>
        <section className="panel" aria-label={t('runningOut')}>
          <h2>{t('runningOut')}</h2>
          <p className="quiet">{t('runningOutHint')}</p>
          <IntroductionLines introductions={desk.data.runningOut} />
        </section>
        <QuietCases desk={desk.data} />
      </div>
    </Page>
  )
}

function DueFollowUps({ desk }: { desk: Desk }) {
  return (
    <section className="panel" aria-label={t('dueToday')}>
      <h2>
        {t('dueToday')}
        <span className="count figures">{desk.followUps.length}</span>
      </h2>
      {desk.overdue > 0 && (
        <p className="ends-soon">
          <Icon name="clock" size={16} /> {t('overdueCount', { count: desk.overdue })}
        </p>
      )}
      {desk.followUps.length === 0 ? (
        <p className="all-well">
          <Icon name="check" />
          {t('nothingDue')}
        </p>
      ) : (
        <FollowUpLines followUps={desk.followUps} />
      )}
      <p>
        <Link to={'/matchmaking/follow-ups' as never}>{t('allFollowUps')}</Link>
      </p>
    </section>
  )
}

function QuietCases({ desk }: { desk: Desk }) {
  return (
    <section className="panel" aria-label={t('quiet')}>
      <h2>{t('quiet')}</h2>
      {desk.quietCases.length === 0 && (
        <p className="all-well">
          <Icon name="check" />
          {t('noQuiet')}
        </p>
      )}
      <ul className="desk-lines">
        {desk.quietCases.map((one) => (
          <li key={one.id}>
            <Link to={`/matchmaking/cases/${one.id}` as never}>{one.nickname ?? t('gone')}</Link>
            <span className="quiet figures">
              {t('lastStep')} {formatDay(one.lastStepOn)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
