import type { Contribution, ContributionMovementKind } from '#contract/funds-contributions.ts'
import { App, Button, Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { formatMoney } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { useAct } from '../../../kit/query.ts'
import { fenOfYuan, yuanField } from '../amounts.ts'
import { c } from '../contribution-texts.ts'
import { p } from '../point-texts.ts'
import { word } from '../words.ts'

/** What changes when money of a contribution is booked or taken back. */
export const contributionChanged = ['getContribution', 'listContributions', 'sumContributions'] as const

/** Books what came in or was passed on, as far as there is something left; a button that is off says why. */
export function BookButton({ contribution }: { contribution: Contribution }) {
  const whyId = useId()
  const [isOpen, setOpen] = useState(false)
  const off = contribution.can.book
  const left = leftOf(contribution)
  if (off === 'no_power') return null
  return (
    <div className="funds-actions">
      <Button
        type="primary"
        disabled={off !== null || left.length === 0}
        aria-describedby={off === null ? undefined : whyId}
        onClick={() => setOpen(true)}
      >
        {c('book')}
      </Button>
      {off !== null && (
        <span id={whyId} className="quiet">
          {word('hand', off)}
        </span>
      )}
      {contribution.toPassOnFen > 0 && (
        <span>
          {c('toPassOnLine', {
            kind: word('movement', contribution.passesOn),
            amount: formatMoney(contribution.toPassOnFen),
          })}
        </span>
      )}
      {isOpen && <Booking contributionId={contribution.id} left={left} close={() => setOpen(false)} />}
    </div>
  )
}

interface Left {
  kind: ContributionMovementKind
  leftFen: number
}

/** What can be booked now, and how much of each. */
function leftOf(contribution: Contribution): Left[] {
  const { lateFee } = contribution
  const all: Left[] = [
    { kind: 'receipt', leftFen: contribution.dueFen - contribution.receivedFen },
    { kind: contribution.passesOn, leftFen: contribution.toPassOnFen },
    { kind: 'late_fee', leftFen: lateFee === null ? 0 : lateFee.accruedFen - lateFee.receivedFen },
  ]
  return all.filter(({ leftFen }) => leftFen > 0)
}

function Booking(props: { contributionId: string; left: readonly Left[]; close: () => void }) {
  const { contributionId, left, close } = props
  const { message } = App.useApp()
  const { today } = useMe()
  const id = useId()
  const [chosen, setChosen] = useState(left[0]!)
  const [amount, setAmount] = useState(yuanField(left[0]!.leftFen))
  const [voucherNo, setVoucherNo] = useState('')
  const [movedOn, setMovedOn] = useState<string | null>(today)
  const act = useAct('recordContributionMovement', { invalidates: contributionChanged })
  const amountFen = fenOfYuan(amount)
  function choose(kind: ContributionMovementKind) {
    const next = left.find((each) => each.kind === kind)!
    setChosen(next)
    setAmount(yuanField(next.leftFen))
  }
  function book() {
    act.mutate(
      { contributionId, kind: chosen.kind, amountFen: amountFen!, movedOn: movedOn!, voucherNo },
      { onSuccess: close, onError: (error) => void message.error(errorSentence(error), 8) },
    )
  }
  return (
    <Modal
      open
      title={c('book')}
      okText={c('book')}
      cancelText={p('cancel')}
      confirmLoading={act.isPending}
      okButtonProps={{ disabled: amountFen === null || voucherNo.trim().length < 2 || movedOn === null }}
      onOk={book}
      onCancel={close}
    >
      <div className="funds-ask">
        <label htmlFor={`${id}-kind`}>
          {c('kindHead')}
          <Select
            id={`${id}-kind`}
            value={chosen.kind}
            options={left.map(({ kind }) => ({ value: kind, label: word('movement', kind) }))}
            onChange={choose}
          />
        </label>
        <label>
          {c('amount')}
          <Input inputMode="decimal" value={amount} onChange={(event) => setAmount(event.target.value)} />
          <span className="quiet">{c('amountLeft', { left: formatMoney(chosen.leftFen) })}</span>
        </label>
        <label>
          {c('voucher')}
          <Input maxLength={60} value={voucherNo} onChange={(event) => setVoucherNo(event.target.value)} />
        </label>
        <label htmlFor={`${id}-day`}>
          {c('day')}
          <DateField id={`${id}-day`} value={movedOn} onChange={setMovedOn} />
        </label>
      </div>
    </Modal>
  )
}
