import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { t } from '../texts.ts'

interface Entered {
  bankName: string
  number: string
  holder: string
}

/** Records the account a payee is paid to, from the line that lacks it. */
export function AccountButton({ personId, name }: { personId: string; name: string }) {
  const [isOpen, setOpen] = useState(false)
  const { message } = App.useApp()
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('recordAccount')}
      </Button>
      <Modal
        title={t('accountOf', { name })}
        open={isOpen}
        footer={null}
        destroyOnHidden
        onCancel={() => setOpen(false)}
      >
        <FormShell<'recordPayeeAccount', Entered>
          operation="recordPayeeAccount"
          invalidates={['listOpenClaims']}
          initial={{}}
          toInput={(entered) => ({ personId, ...entered, number: entered.number.replaceAll(' ', '') })}
          onDone={() => {
            setOpen(false)
            void message.success(t('accountRecorded'))
          }}
          submit={t('recordAccount')}
          onCancel={() => setOpen(false)}
        >
          <FormField name="holder" label={t('holder')} need="required" hint={t('holderHint')}>
            <Input maxLength={60} autoComplete="off" />
          </FormField>
          <FormField name="bankName" label={t('bank')} need="required">
            <Input maxLength={60} autoComplete="off" />
          </FormField>
          <FormField name="number" label={t('number')} need="required">
            <Input maxLength={40} inputMode="numeric" autoComplete="off" />
          </FormField>
        </FormShell>
      </Modal>
    </>
  )
}
