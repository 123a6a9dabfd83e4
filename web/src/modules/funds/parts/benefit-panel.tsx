import type { BenefitRow } from '#contract/funds-ceilings.ts'
import { App, Button, Input, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDate, formatInstant, formatMoney } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { b } from '../benefit-texts.ts'
import { word } from '../words.ts'

/** One benefit: what it is, why it is above a ceiling, who decided and why; and the decision, for whoever may take it. */
export function BenefitPanel({ benefitId }: { benefitId: string }) {
  const { data, error } = useRead('getBenefit', { benefitId })
  if (error) return <p className="problem">{errorSentence(error)}</p>
  if (!data) return <Skeleton active />
  const { override } = data
  return (
    <>
      <p className="lead">{data.personName}</p>
      <dl className="funds-facts">
        <Fact label={b('category')}>
          {[
            word('benefit', data.category),
            data.occasion === null ? '' : word('occasion', data.occasion),
          ].join(' ')}
        </Fact>
        <Fact label={b('day')}>{formatDate(data.givenOn)}</Fact>
        <Fact label={b('amount')}>{formatMoney(data.amountFen)}</Fact>
        <Fact label={b('yearSum')}>{formatMoney(data.yearFen)}</Fact>
        {data.note !== '' && <Fact label={b('noteField')}>{data.note}</Fact>}
        <Fact label={b('recordedBy')}>{data.recordedBy}</Fact>
        <Fact label={b('state')}>{word('benefitState', data.state)}</Fact>
        {override !== null && (
          <>
            <Fact label={b('excess')}>{formatMoney(override.excessFen)}</Fact>
            <Fact label={b('reason')}>{override.reason}</Fact>
          </>
        )}
        {override?.decidedBy != null && (
          <Fact label={b('decidedBy')}>
            {override.decidedBy} · {formatInstant(override.decidedAt!)}
            <div className="quiet">{override.decisionReason}</div>
          </Fact>
        )}
      </dl>
      {data.state === 'waiting' &&
        (data.canDecide ? <Decide benefit={data} /> : <p className="quiet">{b('notYours')}</p>)}
    </>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Decide({ benefit }: { benefit: BenefitRow }) {
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const act = useAct('decideBenefit', { invalidates: ['listBenefits', 'getBenefit', 'listOpenClaims'] })
  const decide = (outcome: 'allowed' | 'refused') =>
    act.mutate(
      { benefitId: benefit.id, outcome, reason },
      { onError: (error) => void message.error(errorSentence(error), 8) },
    )
  const isReady = reason.trim().length >= 4
  return (
    <div className="funds-ask">
      <label>
        {b('decisionReason')}
        <Input
          maxLength={300}
          value={reason}
          placeholder={b('decisionHint')}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <Button type="primary" disabled={!isReady} loading={act.isPending} onClick={() => decide('allowed')}>
        {b('allow')}
      </Button>
      <Button disabled={!isReady || act.isPending} onClick={() => decide('refused')}>
        {b('refuse')}
      </Button>
    </div>
  )
}
