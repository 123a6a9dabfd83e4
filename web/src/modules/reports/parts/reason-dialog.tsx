import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../people/parts/dialog.tsx'
import { t } from '../texts.ts'

interface ReasonDialogProps {
  title: string
  note?: string
  verb: string
  busy: boolean
  onSay: (reason: string) => void
  onClose: () => void
}

const fewest = 4

/** Asks for a reason before something is done with a bulletin. */
export function ReasonDialog({ title, note, verb, busy, onSay, onClose }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const short = reason.trim().length < fewest
  return (
    <Dialog title={title} onClose={onClose}>
      {note && <p className="dialog-note">{note}</p>}
      <label htmlFor="bulletin-reason">{t('reason')}</label>
      <Input.TextArea
        id="bulletin-reason"
        rows={3}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="bulletin-dialog-acts">
        {short && <span className="quiet">{t('reasonShort')}</span>}
        <Button type="primary" disabled={short} loading={busy} onClick={() => onSay(reason.trim())}>
          {verb}
        </Button>
      </div>
    </Dialog>
  )
}
