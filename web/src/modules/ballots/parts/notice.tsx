import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { Ballot } from '#contract/ballots-shapes.ts'
import { formatDay } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { t as phone } from '../phone-vote-texts.ts'
import { t } from '../texts.ts'
import { Act } from './phone-panel.tsx'
import { useStep } from './use-step.ts'

/** The notice of the candidates while it stands: until when, objections with their answers, and the vote that may open after it. */
export function Notice({ ballot }: { ballot: Ballot }) {
  const { today } = useMe()
  const { busy, take } = useStep('openBallot')
  const { notice } = ballot
  if (notice === null) return null
  const early = ballot.meetingOn > today
  const mayOpenBoth = ballot.phone?.can.run ?? false
  const whyNotBoth = !mayOpenBoth
    ? phone('openByUnion')
    : !notice.isOver || early
      ? t('noticeStands')
      : undefined
  return (
    <>
      <p>
        {t('noticeUntil', {
          startsOn: formatDay(notice.startsOn),
          days: notice.days,
          counted: t(notice.counted),
          lastDay: formatDay(notice.lastDay),
        })}
      </p>
      {!notice.isOver && <Alert type="info" showIcon title={t('noticeStands')} />}
      <div className="ballot-line">
        {ballot.phone?.state === 'tokens' ? (
          <Act
            phone={ballot.phone}
            operation="openPhoneVote"
            verb={phone('openBoth')}
            ask={phone('openAsk')}
            why={whyNotBoth}
          />
        ) : (
          <Button
            type="primary"
            loading={busy}
            disabled={!notice.isOver || early}
            onClick={() => take({ ballotId: ballot.id })}
          >
            {t('open')}
          </Button>
        )}
        {ballot.phone?.state === 'tokens' && !mayOpenBoth && (
          <span className="quiet">{phone('openByUnion')}</span>
        )}
        <LinkButton to={`/ballots/${ballot.id}/documents/notice`} search={{} as never}>
          {t('printNotice')}
        </LinkButton>
        {early && <span className="quiet">{t('beforeMeeting', { day: formatDay(ballot.meetingOn) })}</span>}
      </div>
      <h3>{t('objections')}</h3>
      <ul className="ballot-objections">
        {notice.objections.map((objection) => (
          <li key={objection.id}>
            {objection.reason}
            {objection.answer === null ? (
              <Say
                label={t('answer')}
                operation="settleBallotObjection"
                input={(answer) => ({ ballotId: ballot.id, objectionId: objection.id, answer })}
              />
            ) : (
              <p className="quiet">
                {t('answer')}：{objection.answer}
              </p>
            )}
          </li>
        ))}
      </ul>
      <Say
        label={t('objection')}
        operation="raiseBallotObjection"
        input={(reason) => ({ ballotId: ballot.id, reason })}
      />
    </>
  )
}

interface SayProps {
  label: string
  operation: 'raiseBallotObjection' | 'settleBallotObjection'
  input: (said: string) => object
}

function Say({ label, operation, input }: SayProps) {
  const [said, setSaid] = useState('')
  const { busy, take } = useStep(operation)
  return (
    <div className="ballot-line">
      <Input
        aria-label={`${label} · ${t('reason')}`}
        maxLength={500}
        value={said}
        onChange={(event) => setSaid(event.target.value)}
      />
      <Button
        loading={busy}
        disabled={said.trim() === ''}
        onClick={() => take(input(said.trim()) as never, () => setSaid(''))}
      >
        {label}
      </Button>
    </div>
  )
}
