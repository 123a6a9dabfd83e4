import { App, Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { formatMoney } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { useAct } from '../../../kit/query.ts'
import { a } from '../allocation-texts.ts'
import { fenOfYuan } from '../amounts.ts'
import { c } from '../contribution-texts.ts'
import { p } from '../point-texts.ts'

/** What changes when a share is spent. */
export const spendingChanged = [
  'getUnionShare',
  'listUnionShares',
  'getAllocation',
  'listAllocations',
] as const

/** Records what a union spent of its share: what for, how much, how much of it directly on workers, day and voucher. */
export function SpendButton({ shareId, leftFen }: { shareId: string; leftFen: number }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="funds-actions">
      <Button type="primary" disabled={leftFen <= 0} onClick={() => setOpen(true)}>
        {a('spend')}
      </Button>
      <span className="quiet">{c('amountLeft', { left: formatMoney(leftFen) })}</span>
      {isOpen && <Spend shareId={shareId} close={() => setOpen(false)} />}
    </div>
  )
}

function Spend({ shareId, close }: { shareId: string; close: () => void }) {
  const { message } = App.useApp()
  const { today } = useMe()
  const id = useId()
  const [entered, setEntered] = useState({ purpose: '', amount: '', onWorkers: '', voucherNo: '' })
  const [spentOn, setSpentOn] = useState<string | null>(today)
  const act = useAct('recordAllocationSpending', { invalidates: spendingChanged })
  const amountFen = fenOfYuan(entered.amount)
  const onWorkersFen = /^0*$/.test(entered.onWorkers.trim()) ? 0 : fenOfYuan(entered.onWorkers)
  const isWhole =
    amountFen !== null &&
    onWorkersFen !== null &&
    spentOn !== null &&
    entered.purpose.trim().length > 1 &&
    entered.voucherNo.trim().length > 1
  const field = (name: keyof typeof entered, label: string, isSum: boolean) => (
    <label>
      {label}
      <Input
        inputMode={isSum ? 'decimal' : 'text'}
        maxLength={60}
        value={entered[name]}
        onChange={(event) => setEntered({ ...entered, [name]: event.target.value })}
      />
    </label>
  )
  function spend() {
    const { purpose, voucherNo } = entered
    act.mutate(
      {
        shareId,
        purpose,
        voucherNo,
        amountFen: amountFen!,
        onWorkersFen: onWorkersFen!,
        spentOn: spentOn!,
      },
      { onSuccess: close, onError: (error) => void message.error(errorSentence(error), 8) },
    )
  }
  return (
    <Modal
      open
      title={a('spend')}
      okText={a('spend')}
      cancelText={p('cancel')}
      confirmLoading={act.isPending}
      okButtonProps={{ disabled: !isWhole }}
      onOk={spend}
      onCancel={close}
    >
      <div className="funds-ask">
        {field('purpose', a('purpose'), false)}
        {field('amount', a('amount'), true)}
        {field('onWorkers', a('onWorkersField'), true)}
        {field('voucherNo', a('voucher'), false)}
        <label htmlFor={`${id}-day`}>
          {a('day')}
          <DateField id={`${id}-day`} value={spentOn} onChange={setSpentOn} />
        </label>
      </div>
    </Modal>
  )
}
