import type { DirectPoint } from '#contract/funds-points.ts'
import { App, Button } from 'antd'
import { useId } from 'react'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant, formatMoney } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { p } from '../point-texts.ts'
import { word } from '../words.ts'

/** What changes when something happened to a point. */
export const pointChanged = ['getDirectPoint', 'listDirectPoints', 'listBudgets', 'getBudget'] as const

/** Who granted and who decided, and the decision; a button that is off says why. */
export function PointHands({ point }: { point: DirectPoint }) {
  const { decision } = point
  return (
    <section className="panel" aria-label={p('hands')}>
      <div className="funds-hands">
        <div className="funds-hand is-done">
          <strong>{p('granted')}</strong>
          {point.grantedBy} · {formatInstant(point.grantedAt)}
        </div>
        <div className={decision === null ? 'funds-hand' : 'funds-hand is-done'}>
          <strong>{decision === null ? p('decided') : word('pointState', point.state)}</strong>
          {decision === null
            ? p('waitsForDecision')
            : `${decision.decidedBy} · ${formatInstant(decision.decidedAt)}`}
          {decision !== null && decision.reason !== '' && <div className="quiet">{decision.reason}</div>}
        </div>
        <div className={point.paidFen === point.totalFen ? 'funds-hand is-done' : 'funds-hand'}>
          <strong>{p('paid')}</strong>
          {formatMoney(point.paidFen)} / {formatMoney(point.totalFen)}
        </div>
      </div>
      {point.state === 'waiting' && <Decide point={point} />}
    </section>
  )
}

function Decide({ point }: { point: DirectPoint }) {
  const confirm = useConfirm()
  const { message } = App.useApp()
  const whyId = useId()
  const act = useAct('decideDirectPointGrant', { invalidates: pointChanged })
  const off = point.can.decide
  if (off === 'no_power') return null
  async function decide(outcome: 'approved' | 'refused') {
    const isApproval = outcome === 'approved'
    const isSure = await confirm({
      title: isApproval ? p('approveTitle') : p('refuseTitle'),
      body: isApproval
        ? p('approveBody', { total: formatMoney(point.totalFen) })
        : formatMoney(point.totalFen),
      verb: isApproval ? p('approve') : p('refuse'),
    })
    if (!isSure) return
    act.mutate(
      { grantId: point.id, outcome },
      { onError: (error) => void message.error(errorSentence(error), 8) },
    )
  }
  return (
    <div className="funds-actions">
      <Button
        type="primary"
        disabled={off !== null}
        loading={act.isPending}
        aria-describedby={off === null ? undefined : whyId}
        onClick={() => void decide('approved')}
      >
        {p('approve')}
      </Button>
      <Button disabled={off !== null} onClick={() => void decide('refused')}>
        {p('refuse')}
      </Button>
      {off !== null && (
        <span id={whyId} className="quiet">
          {word('hand', off)}
        </span>
      )}
    </div>
  )
}
