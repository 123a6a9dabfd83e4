import { Input } from 'antd'
import { FormField } from '../../../kit/form/form-field.tsx'
import { fenOfYuan } from '../amounts.ts'
import { t } from '../texts.ts'

interface YuanFieldProps {
  name: string
  label: string
  hint?: string
}

/** A required field for a sum in yuan with at most two places. */
export function YuanField({ name, label, hint }: YuanFieldProps) {
  return (
    <FormField
      name={name}
      label={label}
      need="required"
      {...(hint === undefined ? {} : { hint })}
      rules={[{ validator: (_, value: string | undefined) => yuanRule(value) }]}
    >
      <Input inputMode="decimal" maxLength={16} />
    </FormField>
  )
}

function yuanRule(value: string | undefined): Promise<void> {
  return value === undefined || value === '' || fenOfYuan(value) !== null
    ? Promise.resolve()
    : Promise.reject(new Error(t('amountWrong')))
}
