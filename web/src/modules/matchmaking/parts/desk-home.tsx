import '../../home/home.css'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { Desk } from '#contract/matchmaking-desk.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatNumber } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../desk-texts.ts'

/** On a matchmaker's home page: how much of each kind waits at the desk. */
export default function DeskHome() {
  const desk = useRead('getDesk')
  const waiting = desk.data ? countsOf(desk.data).filter(([, count]) => count > 0) : []
  return (
    <section className="panel home-panel" aria-label={t('desk')}>
      <h2>{t('desk')}</h2>
      {desk.isPending && <Skeleton active title={false} />}
      {desk.error && <p className="problem">{errorSentence(desk.error)}</p>}
      {desk.data && waiting.length === 0 && (
        <p className="all-well">
          <Icon name="check" />
          {t('nothingDue')}
        </p>
      )}
      <ul className="gaps">
        {waiting.map(([name, count]) => (
          <li key={name}>
            <Link to={'/matchmaking/desk' as never}>
              <span>{name}</span>
              <span className="figures">{formatNumber(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {desk.data && (
        <p className="quiet">
          {t('deskNote', {
            cases: desk.data.openCases,
            limit: desk.data.caseloadLimit,
            left: desk.data.openingsLeft,
          })}
        </p>
      )}
    </section>
  )
}

function countsOf({ followUps, toTell, runningOut, quietCases }: Desk): [name: string, count: number][] {
  return [
    [t('dueToday'), followUps.length],
    [t('toTell'), toTell.length],
    [t('runningOut'), runningOut.length],
    [t('quiet'), quietCases.length],
  ]
}
