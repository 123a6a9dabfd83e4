import type { Allocation } from '#contract/funds-allocations.ts'
import { formatDate, formatInstant, formatMoney } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { a } from '../allocation-texts.ts'
import { word } from '../words.ts'
import { DecideButtons } from './decide-buttons.tsx'
import { VoucherButton } from './voucher-button.tsx'

const changed = ['getAllocation', 'listAllocations', 'listBudgets', 'getBudget', 'listUnionShares'] as const

/** Who made, approved and paid an allocation, and the step one may take; a button that is off says why. */
export function AllocationHands({ allocation }: { allocation: Allocation }) {
  const { decision, payment } = allocation
  return (
    <section className="panel" aria-label={a('hands')}>
      <div className="funds-hands">
        <div className="funds-hand is-done">
          <strong>{a('made')}</strong>
          {allocation.allocatedBy} · {formatInstant(allocation.allocatedAt)}
        </div>
        <div className={decision === null ? 'funds-hand' : 'funds-hand is-done'}>
          <strong>
            {decision !== null && allocation.state === 'refused'
              ? word('allocationState', 'refused')
              : a('decided')}
          </strong>
          {decision === null
            ? a('waitsForDecision')
            : `${decision.decidedBy} · ${formatInstant(decision.decidedAt)}`}
          {decision !== null && decision.reason !== '' && <div className="quiet">{decision.reason}</div>}
        </div>
        <div className={payment === null ? 'funds-hand' : 'funds-hand is-done'}>
          <strong>{a('paid')}</strong>
          {payment === null
            ? a('waitsForPayment')
            : `${payment.paidBy} · ${formatDate(payment.paidOn)} · ${payment.voucherNo}`}
        </div>
      </div>
      {allocation.state === 'waiting' && <Decide allocation={allocation} />}
      {allocation.state === 'approved' && <Pay allocation={allocation} />}
    </section>
  )
}

function Decide({ allocation }: { allocation: Allocation }) {
  const act = useAct('decideAllocation', { invalidates: changed })
  const total = formatMoney(allocation.totalFen)
  return (
    <DecideButtons
      off={allocation.can.decide}
      busy={act.isPending}
      question={(outcome) =>
        outcome === 'approved'
          ? { title: a('approveTitle'), body: a('approveBody', { total }) }
          : { title: a('refuseTitle'), body: total }
      }
      decide={(outcome, handlers) => act.mutate({ allocationId: allocation.id, outcome }, handlers)}
    />
  )
}

function Pay({ allocation }: { allocation: Allocation }) {
  const act = useAct('payAllocation', { invalidates: changed })
  const off = allocation.can.pay
  if (off === 'no_power') return null
  return (
    <div className="funds-actions">
      <VoucherButton
        label={a('pay')}
        off={off === null ? null : word('hand', off)}
        busy={act.isPending}
        onVoucher={({ voucherNo, day }) =>
          act.mutateAsync({ allocationId: allocation.id, voucherNo, paidOn: day })
        }
      />
    </div>
  )
}
