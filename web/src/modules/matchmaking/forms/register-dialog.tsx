import { App, Select } from 'antd'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useRead } from '../../../kit/query.ts'
import { FormDialog } from '../../appointments/parts/form-dialog.tsx'
import { t } from '../register-texts.ts'
import { MatchmakerFields, type MatchmakerValues } from './matchmaker-fields.tsx'

type Values = MatchmakerValues & { appointmentId: string }

/** 登记红娘: somebody appointed to the post gets an entry. */
export function RegisterDialog({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp()
  const candidates = useRead('listMatchmakerCandidates')
  const items = candidates.data?.items ?? []
  return (
    <FormDialog title={t('add')} words={t('addWords')} onClose={onClose}>
      <FormShell<'registerMatchmaker', Values>
        operation="registerMatchmaker"
        invalidates={['listMatchmakers', 'listMatchmakerCandidates']}
        initial={{ districtCodes: [], caseloadLimit: 30 }}
        toInput={(values) => values}
        submit={t('add')}
        why={candidates.data && items.length === 0 ? t('noCandidates') : undefined}
        onDone={() => {
          void message.success(t('added'))
          onClose()
        }}
        onCancel={onClose}
      >
        <FormField name="appointmentId" label={t('appointee')} need="required">
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={items.map((one) => ({
              value: one.appointmentId,
              label: `${one.name} · ${one.organisationName}`,
            }))}
          />
        </FormField>
        <MatchmakerFields />
      </FormShell>
    </FormDialog>
  )
}
