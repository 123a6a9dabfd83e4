import { Button } from 'antd'
import { useState } from 'react'
import type { DepartureFacts, ReminderWay } from '#contract/people-departures.ts'
import { formatDay } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../departure-texts.ts'
import { ExpulsionDialog } from '../forms/expulsion-dialog.tsx'
import { LapseDialog } from '../forms/lapse-dialog.tsx'
import { ReminderDialog } from '../forms/reminder-dialog.tsx'
import { LinkButton } from './link-button.tsx'

type Asked = 'remind' | 'lapse' | 'expel'

/** What stands on a member’s file about leaving: the own wish, reminders, and a proposal that waits. */
export function DeparturePart({ personId }: { personId: string }) {
  const facts = useRead('getDepartureFacts', { personId })
  const [asked, ask] = useState<Asked>()
  const close = () => ask(undefined)
  if (!facts.data) return null
  return (
    <section className="panel file-part" aria-label={t('leaving')}>
      <header>
        <h2>{t('leaving')}</h2>
        {facts.data.can.change && <Actions facts={facts.data} ask={ask} />}
      </header>
      <Standing facts={facts.data} />
      {asked === 'remind' && <ReminderDialog personId={personId} onClose={close} />}
      {asked === 'lapse' && <LapseDialog personId={personId} facts={facts.data} onClose={close} />}
      {asked === 'expel' && <ExpulsionDialog personId={personId} onClose={close} />}
    </section>
  )
}

function Actions({ facts, ask }: { facts: DepartureFacts; ask: (what: Asked) => void }) {
  return (
    <span className="row-actions">
      <Button size="small" onClick={() => ask('remind')}>
        {t('remind')}
      </Button>
      {facts.open === null && (
        <>
          <Button size="small" onClick={() => ask('lapse')}>
            {t('lapse')}
          </Button>
          <Button size="small" onClick={() => ask('expel')}>
            {t('expel')}
          </Button>
        </>
      )}
    </span>
  )
}

function Standing({ facts }: { facts: DepartureFacts }) {
  return (
    <>
      {facts.withdrawsOn && (
        <p className="departure-notice">
          <Icon name="clock" size={16} /> {t('withdraws', { date: formatDay(facts.withdrawsOn) })}
        </p>
      )}
      {facts.open && (
        <p className="departure-notice">
          <Icon name="clock" size={16} /> {facts.open.kind === 'lapse' ? t('openLapse') : t('openExpulsion')}{' '}
          <LinkButton size="small" to={`/approvals/${facts.open.requestId}`}>
            {t('see')}
          </LinkButton>
        </p>
      )}
      {facts.reminders.length === 0 ? (
        <p className="quiet">{t('none')}</p>
      ) : (
        <ol className="records">
          {facts.reminders.map((one) => (
            <li key={one.id} className="record">
              {t('reminded', { date: formatDay(one.remindedOn), way: wayName(one.way) })}
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

function wayName(way: ReminderWay): string {
  return t(way)
}
