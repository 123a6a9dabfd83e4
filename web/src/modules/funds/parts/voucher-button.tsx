import { App, Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { useMe } from '../../../kit/me.ts'
import { a } from '../allocation-texts.ts'
import { p } from '../point-texts.ts'

interface VoucherButtonProps {
  label: string
  /** Why it cannot be pressed now. */
  off: string | null
  busy: boolean
  onVoucher: (voucher: { voucherNo: string; day: string }) => Promise<unknown>
}

/** Asks for a voucher and its day, and records with them; what is refused is said in words. */
export function VoucherButton({ label, off, busy, onVoucher }: VoucherButtonProps) {
  const { message } = App.useApp()
  const { today } = useMe()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [voucherNo, setVoucherNo] = useState('')
  const [day, setDay] = useState<string | null>(today)
  async function record() {
    try {
      await onVoucher({ voucherNo, day: day! })
      setOpen(false)
    } catch (error) {
      void message.error(errorSentence(error), 8)
    }
  }
  return (
    <>
      <Button
        type="primary"
        disabled={off !== null}
        aria-describedby={off === null ? undefined : `${id}-why`}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {off !== null && (
        <span id={`${id}-why`} className="quiet">
          {off}
        </span>
      )}
      <Modal
        open={isOpen}
        title={label}
        okText={label}
        cancelText={p('cancel')}
        confirmLoading={busy}
        okButtonProps={{ disabled: voucherNo.trim().length < 2 || day === null }}
        onOk={() => void record()}
        onCancel={() => setOpen(false)}
      >
        <div className="funds-ask">
          <label>
            {a('voucher')}
            <Input maxLength={60} value={voucherNo} onChange={(event) => setVoucherNo(event.target.value)} />
          </label>
          <label htmlFor={`${id}-day`}>
            {a('day')}
            <DateField id={`${id}-day`} value={day} onChange={setDay} />
          </label>
        </div>
      </Modal>
    </>
  )
}
