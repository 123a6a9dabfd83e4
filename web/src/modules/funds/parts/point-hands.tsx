import type { DirectPoint } from '#contract/funds-points.ts'
import { formatInstant, formatMoney } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { p } from '../point-texts.ts'
import { word } from '../words.ts'
import { DecideButtons } from './decide-buttons.tsx'

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
  const act = useAct('decideDirectPointGrant', { invalidates: pointChanged })
  const total = formatMoney(point.totalFen)
  return (
    <DecideButtons
      off={point.can.decide}
      busy={act.isPending}
      question={(outcome) =>
        outcome === 'approved'
          ? { title: p('approveTitle'), body: p('approveBody', { total }) }
          : { title: p('refuseTitle'), body: total }
      }
      decide={(outcome, handlers) => act.mutate({ grantId: point.id, outcome }, handlers)}
    />
  )
}
