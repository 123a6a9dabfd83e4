import { Checkbox, Input } from 'antd'
import type { Profile } from '#contract/organisation-shapes.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup } from '../../../kit/form/form-shell.tsx'
import { t as common } from '../texts.ts'
import { t } from './texts.ts'

/** What the form holds of a profile; the rest is reported by registers. */
export type ProfileValues = Pick<
  Profile,
  | 'name'
  | 'uscc'
  | 'street'
  | 'address'
  | 'postcode'
  | 'industryCode'
  | 'approvalNo'
  | 'foundedOn'
  | 'directPoint'
>

/** Name, code and details of an organisation as fields. */
export function ProfileFields() {
  return (
    <>
      <FormGroup title={t('identity')}>
        <FormField name="name" label={common('name')} need="required">
          <Input maxLength={200} />
        </FormField>
        <FormField
          name="uscc"
          label={common('uscc')}
          need="optional"
          rules={[{ pattern: /^[0-9A-HJ-NPQRTUWXY]{18}$/, message: t('usccFormat') }]}
        >
          <Input maxLength={18} />
        </FormField>
      </FormGroup>
      <FormGroup title={t('details')}>
        <FormField name="street" label={common('street')} need="optional">
          <Input maxLength={200} />
        </FormField>
        <FormField name="address" label={common('address')} need="optional">
          <Input maxLength={200} />
        </FormField>
        <FormField name="postcode" label={common('postcode')} need="optional">
          <Input maxLength={6} inputMode="numeric" />
        </FormField>
        <FormField name="industryCode" label={common('industryCode')} need="optional">
          <Input maxLength={10} />
        </FormField>
        <FormField name="approvalNo" label={common('approvalNo')} need="optional">
          <Input maxLength={200} />
        </FormField>
        <FormField name="foundedOn" label={common('foundedOn')} need="optional">
          <DateField />
        </FormField>
        <FormField name="directPoint" label={common('directPoint')} need="optional">
          <YesBox />
        </FormField>
      </FormGroup>
    </>
  )
}

function YesBox({ value, onChange, ...rest }: { value?: boolean; onChange?: (value: boolean) => void }) {
  return (
    <Checkbox {...rest} checked={value ?? false} onChange={(event) => onChange?.(event.target.checked)}>
      {common('yes')}
    </Checkbox>
  )
}
