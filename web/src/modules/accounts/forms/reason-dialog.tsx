import { Input, Modal } from 'antd'
import type { AccountRow } from '#contract/accounts.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'

interface Props {
  what: 'close' | 'reopen'
  account: AccountRow
  onClose: () => void
}

/** Closing and opening again ask for a reason. */
export function ReasonDialog({ what, account, onClose }: Props) {
  return (
    <Modal
      open
      title={`${t(what)} · ${account.name}`}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
      width={480}
      closable={{ closeIcon: <Icon name="close" />, 'aria-label': t('close') }}
    >
      <FormShell
        operation={what === 'close' ? 'closeAccount' : 'reopenAccount'}
        invalidates={['listAccounts']}
        initial={{}}
        toInput={({ reason }: { reason: string }) => ({
          accountId: account.accountId,
          reason: reason.trim(),
        })}
        onDone={onClose}
        submit={t(what)}
        onCancel={onClose}
      >
        <p className="quiet">{what === 'close' ? t('closeBody') : t('reopenBody')}</p>
        <FormField name="reason" label={t('reason')} need="required" hint={t('reasonHint')}>
          <Input maxLength={200} />
        </FormField>
      </FormShell>
    </Modal>
  )
}
