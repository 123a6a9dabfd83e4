import { App, Input, Select } from 'antd'
import { documentKinds, type DocumentKind } from '#contract/people-records.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { transfersChanged } from '../parts/members-changed.ts'
import { t } from '../transfer-texts.ts'
import { documentKindName } from '../words.ts'

interface Values {
  toUnionId: string
  name: string
  documentKind: DocumentKind
  documentNumber: string
}

/** Asks for somebody who is a member elsewhere, by name and document as the person shows them. */
export function AskForMemberDialog({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp()
  return (
    <Dialog title={t('askTitle')} onClose={onClose}>
      <p className="dialog-note">{t('askNote')}</p>
      <FormShell
        operation="requestTransferByDocument"
        invalidates={transfersChanged}
        initial={{ documentKind: 'citizen_id' } as Partial<Values>}
        toInput={(values: Values) => ({
          toUnionId: values.toUnionId,
          name: values.name.trim(),
          documentKind: values.documentKind,
          documentNumber: values.documentNumber.trim(),
        })}
        onDone={() => {
          void message.success(t('askDone'))
          onClose()
        }}
        submit={t('askVerb')}
        onCancel={onClose}
      >
        <FormField name="toUnionId" label={t('toUnion')} need="required">
          <OrganisationSelect kind="basic_union" />
        </FormField>
        <FormField name="name" label={t('name')} need="required">
          <Input maxLength={60} autoComplete="off" />
        </FormField>
        <FormField name="documentKind" label={t('documentKind')} need="required">
          <Select options={documentKinds.map((value) => ({ value, label: documentKindName(value) }))} />
        </FormField>
        <FormField name="documentNumber" label={t('documentNumber')} need="required">
          <Input maxLength={40} autoComplete="off" />
        </FormField>
      </FormShell>
    </Dialog>
  )
}
