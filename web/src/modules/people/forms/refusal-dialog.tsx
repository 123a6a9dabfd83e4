import { App, Input } from 'antd'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { transfersChanged } from '../parts/members-changed.ts'
import { t } from '../transfer-texts.ts'

interface RefusalDialogProps {
  transferIds: readonly string[]
  onClose: () => void
}

/** Says no to one or many transfers, and why. */
export function RefusalDialog({ transferIds, onClose }: RefusalDialogProps) {
  const { message } = App.useApp()
  return (
    <Dialog title={t('refuseTitle')} onClose={onClose}>
      <p className="dialog-note">{t('refuseNote')}</p>
      <FormShell
        operation="answerTransfers"
        invalidates={transfersChanged}
        initial={{}}
        toInput={({ reason }: { reason: string }) => ({
          transferIds: [...transferIds],
          answer: 'refuse' as const,
          reason: reason.trim(),
        })}
        onDone={({ answered }) => {
          void message.success(t('answered', { count: answered }))
          onClose()
        }}
        submit={t('refuseMany', { count: transferIds.length })}
        onCancel={onClose}
      >
        <FormField
          name="reason"
          label={t('refuseReason')}
          need="required"
          hint={t('refuseHint')}
          rules={[{ min: 2, whitespace: true, message: t('reasonShort') }]}
        >
          <Input maxLength={200} />
        </FormField>
      </FormShell>
    </Dialog>
  )
}
