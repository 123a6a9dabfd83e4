import { Checkbox, Input, Select } from 'antd'
import { revealPurposes, type HiddenField, type RevealPurpose } from '#contract/people-records.ts'
import type { Output } from '../../../kit/call.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { t } from '../file-texts.ts'
import { Dialog } from '../parts/dialog.tsx'
import { hiddenFieldName, revealPurposeName } from '../words.ts'

const fields: readonly HiddenField[] = ['documentNumber', 'mobile', 'cardNumber']

interface Values {
  fields: HiddenField[]
  purpose: RevealPurpose
  reason: string
}

interface RevealDialogProps {
  personId: string
  name: string
  onClose: () => void
  onShown: (shown: Output<'revealMember'>) => void
}

/** Asks which hidden columns and why, and says that the person can read the answer. */
export function RevealDialog({ personId, name, onClose, onShown }: RevealDialogProps) {
  return (
    <Dialog title={t('revealTitle', { name })} onClose={onClose}>
      <p className="dialog-note">{t('revealNotice', { name })}</p>
      <FormShell
        operation="revealMember"
        invalidates={[]}
        initial={{ fields: ['mobile'] } as Partial<Values>}
        toInput={(values: Values) => ({ personId, ...values, reason: values.reason.trim() })}
        onDone={onShown}
        submit={t('revealVerb')}
        onCancel={onClose}
      >
        <FormField name="fields" label={t('revealFields')} need="required">
          <FieldsChoice />
        </FormField>
        <FormField name="purpose" label={t('revealPurpose')} need="required">
          <Select options={revealPurposes.map((each) => ({ value: each, label: revealPurposeName(each) }))} />
        </FormField>
        <FormField
          name="reason"
          label={t('revealReason')}
          need="required"
          hint={t('revealReasonHint')}
          rules={[{ min: 4, whitespace: true, message: t('reasonShort') }]}
        >
          <Input maxLength={200} />
        </FormField>
      </FormShell>
    </Dialog>
  )
}

interface FieldsChoiceProps {
  /** Given by the form. */
  value?: HiddenField[]
  onChange?: (fields: HiddenField[]) => void
}

// The form hands its field states for one input on; a group of several takes value and change only.
function FieldsChoice({ value, onChange }: FieldsChoiceProps) {
  return (
    <div role="group" aria-label={t('revealFields')}>
      <Checkbox.Group
        value={value ?? []}
        onChange={(chosen) => onChange?.(chosen as HiddenField[])}
        options={fields.map((field) => ({ value: field, label: hiddenFieldName(field) }))}
      />
    </div>
  )
}
