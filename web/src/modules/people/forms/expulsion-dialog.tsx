import { App, Input } from 'antd'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { t } from '../departure-texts.ts'
import { Dialog } from '../parts/dialog.tsx'

interface Values {
  judgmentNo: string
  groupDecidedOn: string
  groupDocumentNo: string
  committeeDecidedOn: string
  committeeDocumentNo: string
}

/** An expulsion that group and committee have decided, for the union above to decide last. */
export function ExpulsionDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { message } = App.useApp()
  return (
    <Dialog title={t('expelTitle')} onClose={onClose}>
      <p className="dialog-note">{t('expelNote')}</p>
      <FormShell
        operation="proposeExpulsion"
        invalidates={['getDepartureFacts', 'listInboxTasks']}
        initial={{}}
        toInput={(values: Values) => ({ personId, ...values })}
        onDone={() => {
          void message.success(t('submitted'))
          onClose()
        }}
        submit={t('lapseVerb')}
        onCancel={onClose}
      >
        <FormField name="judgmentNo" label={t('judgmentNo')} need="required">
          <Input maxLength={100} />
        </FormField>
        <FormField name="groupDecidedOn" label={t('groupDecidedOn')} need="required">
          <DateField />
        </FormField>
        <FormField name="groupDocumentNo" label={t('groupDocumentNo')} need="required">
          <Input maxLength={100} />
        </FormField>
        <FormField name="committeeDecidedOn" label={t('committeeDecidedOn')} need="required">
          <DateField />
        </FormField>
        <FormField name="committeeDocumentNo" label={t('committeeDocumentNo')} need="required">
          <Input maxLength={100} />
        </FormField>
      </FormShell>
    </Dialog>
  )
}
