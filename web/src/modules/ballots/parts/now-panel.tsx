import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { Ballot } from '#contract/ballots-shapes.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { DateField } from '../../../kit/form/date-field.tsx'
import { formatDay } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { t } from '../texts.ts'
import { nextName, stateName } from '../words.ts'
import { Notice } from './notice.tsx'
import { Papers } from './papers.tsx'
import { useStep } from './use-step.ts'

/** What is to be done now in an election, and where it cannot be, why not. */
export function NowPanel({ ballot }: { ballot: Ballot }) {
  return (
    <section className="panel ballot-now">
      <h2 className="section-title">
        {t('now')} · {stateName(ballot.state)}
      </h2>
      <Step ballot={ballot} />
    </section>
  )
}

function Step({ ballot }: { ballot: Ballot }) {
  const counts = ballot.state === 'voting' && ballot.can.count
  if (ballot.state === 'submitted' || ballot.state === 'reported') return <Waiting ballot={ballot} />
  if (ballot.state === 'confirmed') return <Alert type="success" showIcon title={t('done')} />
  if (!ballot.can.run && !counts) return <Alert type="info" showIcon title={t('onlyOthers')} />
  switch (ballot.state) {
    case 'planned':
      return <Submit ballot={ballot} />
    case 'approved':
      return <Freeze ballot={ballot} />
    case 'roll_frozen':
      return <Publish ballot={ballot} />
    case 'published':
      return <Notice ballot={ballot} />
    case 'voting':
      return <Papers ballot={ballot} />
    case 'counted':
      return <Decide ballot={ballot} />
    case 'finished':
      return <Report ballot={ballot} />
  }
}

function Waiting({ ballot }: { ballot: Ballot }) {
  return (
    <>
      <Alert type="info" showIcon title={t('waits')} />
      {ballot.requestId !== null && (
        <p>
          <LinkButton to="/approvals" search={{ open: ballot.requestId } as never}>
            {t('openRequest')}
          </LinkButton>
        </p>
      )}
    </>
  )
}

function Submit({ ballot }: { ballot: Ballot }) {
  const { busy, take } = useStep('submitBallot')
  return (
    <>
      <p>{t('submitHint')}</p>
      <Button type="primary" loading={busy} onClick={() => take({ ballotId: ballot.id })}>
        {t('submit')}
      </Button>
    </>
  )
}

/** Freezes the roll, for the first time or anew. */
export function Freeze({ ballot }: { ballot: Ballot }) {
  const { today } = useMe()
  const [asOf, setAsOf] = useState<string | null>(today)
  const { busy, take } = useStep('freezeRoll')
  return (
    <>
      <p>{t('freezeHint')}</p>
      <div className="ballot-line">
        <label htmlFor="roll-day">{t('asOf')}</label>
        <DateField id="roll-day" value={asOf} onChange={setAsOf} />
        <Button
          type={ballot.roll === null ? 'primary' : 'default'}
          loading={busy}
          disabled={asOf === null}
          onClick={() => take({ ballotId: ballot.id, asOf: asOf! })}
        >
          {ballot.roll === null ? t('freeze') : t('freezeAgain')}
        </Button>
      </div>
    </>
  )
}

function Publish({ ballot }: { ballot: Ballot }) {
  const { busy, take } = useStep('publishCandidates')
  const standing = ballot.candidates.filter(({ blockedBy }) => blockedBy.length === 0).length
  const lacking = ballot.candidatesNeeded - standing
  return (
    <>
      <p>{t('nominateHint')}</p>
      <div className="ballot-line">
        <LinkButton
          {...(lacking > 0 ? ({ color: 'primary', variant: 'solid' } as const) : {})}
          to="."
          search={{ part: 'candidates' } as never}
        >
          {t('nominate')}
        </LinkButton>
        <Button
          type={lacking > 0 ? 'default' : 'primary'}
          loading={busy}
          disabled={lacking > 0}
          onClick={() => take({ ballotId: ballot.id })}
        >
          {t('publish')}
        </Button>
        {lacking > 0 && <span className="quiet">{t('tooFew', { count: lacking })}</span>}
      </div>
    </>
  )
}

function Decide({ ballot }: { ballot: Ballot }) {
  const { busy, take } = useStep('decideBallot')
  const confirm = useConfirm()
  const decide = async (kind: Ballot['next'][number]['kind']) => {
    if (await confirm({ title: nextName(kind), verb: nextName(kind) })) take({ ballotId: ballot.id, kind })
  }
  return (
    <>
      <p>{t('decide')}</p>
      <div className="ballot-line">
        {ballot.next.map(({ kind, seats }, at) => (
          <Button
            key={kind}
            type={at === 0 ? 'primary' : 'default'}
            loading={busy}
            onClick={() => void decide(kind)}
          >
            {nextName(kind)}
            {kind !== 'finish' && ` · ${seats}`}
          </Button>
        ))}
        <LinkButton to="." search={{ part: 'result' } as never}>
          {t('tabResult')}
        </LinkButton>
      </div>
    </>
  )
}

function Report({ ballot }: { ballot: Ballot }) {
  const { busy, take } = useStep('submitBallotResult')
  return (
    <>
      <p>{t('reportHint')}</p>
      <div className="ballot-line">
        <Button type="primary" loading={busy} onClick={() => take({ ballotId: ballot.id })}>
          {t('report')}
        </Button>
        <span className="quiet">
          {t('meetingOn')} {formatDay(ballot.meetingOn)}
        </span>
      </div>
    </>
  )
}
