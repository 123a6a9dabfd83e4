import type { DirectPoint, PointPart } from '#contract/funds-points.ts'
import { Link } from '@tanstack/react-router'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { formatDate, formatMoney } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { useAct } from '../../../kit/query.ts'
import { p } from '../point-texts.ts'
import { word } from '../words.ts'
import { pointChanged } from './point-hands.tsx'
import { useReason } from './use-reason.tsx'

/** Three payers over the parts: what each gives, from which budget, by which voucher, and what is open. */
export function PointMoney({ point }: { point: DirectPoint }) {
  return (
    <section className="panel">
      <dl className="funds-sums">
        {point.shares.map((share) => (
          <div key={share.payer}>
            <dt>{word('payer', share.payer)}</dt>
            <dd>
              {formatMoney(share.amountFen)}
              <small className="quiet">
                {p('paid')} {formatMoney(share.paidFen)}
              </small>
            </dd>
          </div>
        ))}
      </dl>
      {point.can.pay !== null && point.can.pay !== 'no_power' && point.can.pay !== 'wrong_state' && (
        <p className="quiet">{word('hand', point.can.pay)}</p>
      )}
      <div className="funds-scroll" tabIndex={0} role="region" aria-label={p('money')}>
        <table className="funds-table">
          <thead>
            <tr>
              <th scope="col">{p('part')}</th>
              <th scope="col">{p('payer')}</th>
              <th scope="col" className="sum">
                {p('amount')}
              </th>
              <th scope="col">{p('budget')}</th>
              <th scope="col">{p('voucher')}</th>
            </tr>
          </thead>
          <tbody>
            {point.parts.map((part) => (
              <tr key={part.shareId}>
                <td>{p('partNumber', { part: part.part })}</td>
                <td>{word('payer', part.payer)}</td>
                <td className="sum">{formatMoney(part.amountFen)}</td>
                <td>
                  <Link to={`/budgets/${part.budgetId}` as never}>{part.budgetName}</Link>
                </td>
                <td>
                  <Voucher point={point} part={part} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Voucher({ point, part }: { point: DirectPoint; part: PointPart }) {
  if (part.payment !== null)
    return (
      <>
        {part.payment.voucherNo}
        <div className="quiet">
          {formatDate(part.payment.paidOn)} · {part.payment.paidBy}
        </div>
        {point.can.pay === null && <TakeBack paymentId={part.payment.id} />}
      </>
    )
  if (part.state === 'payable')
    return point.can.pay === null ? <Pay part={part} /> : <span>{word('waits', 'payment')}</span>
  return (
    <span className="quiet">
      {point.state === 'approved' ? p('afterReports', { count: part.afterReports }) : p('notApproved')}
    </span>
  )
}

function Pay({ part }: { part: PointPart }) {
  const { message } = App.useApp()
  const { today } = useMe()
  const [isOpen, setOpen] = useState(false)
  const [voucherNo, setVoucherNo] = useState('')
  const [paidOn, setPaidOn] = useState<string | null>(today)
  const act = useAct('payDirectPointShare', { invalidates: pointChanged })
  const title = p('payTitle', { payer: word('payer', part.payer), amount: formatMoney(part.amountFen) })
  function pay() {
    act.mutate(
      { shareId: part.shareId, voucherNo, paidOn: paidOn! },
      {
        onSuccess: () => setOpen(false),
        onError: (error) => void message.error(errorSentence(error), 8),
      },
    )
  }
  return (
    <>
      <Button size="small" type="primary" onClick={() => setOpen(true)}>
        {p('pay')}
      </Button>
      <Modal
        open={isOpen}
        title={title}
        okText={p('pay')}
        cancelText={p('cancel')}
        confirmLoading={act.isPending}
        okButtonProps={{ disabled: voucherNo.trim().length < 2 || paidOn === null }}
        onOk={pay}
        onCancel={() => setOpen(false)}
      >
        <div className="funds-ask">
          <label>
            {p('voucherNo')}
            <Input maxLength={60} value={voucherNo} onChange={(event) => setVoucherNo(event.target.value)} />
          </label>
          <label htmlFor={`paid-${part.shareId}`}>
            {p('paidOn')}
            <DateField id={`paid-${part.shareId}`} value={paidOn} onChange={setPaidOn} />
          </label>
        </div>
      </Modal>
    </>
  )
}

function TakeBack({ paymentId }: { paymentId: string }) {
  const askReason = useReason()
  const { message } = App.useApp()
  const act = useAct('reverseDirectPointPayment', { invalidates: pointChanged })
  async function undo() {
    const reason = await askReason({ title: p('undoTitle'), body: p('undoBody'), verb: p('undo') })
    if (reason === null) return
    act.mutate({ paymentId, reason }, { onError: (error) => void message.error(errorSentence(error), 8) })
  }
  return (
    <Button size="small" loading={act.isPending} onClick={() => void undo()}>
      {p('undo')}
    </Button>
  )
}
