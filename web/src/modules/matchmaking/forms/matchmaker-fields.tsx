import { Input, InputNumber, Select } from 'antd'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { useDistricts } from '../districts.ts'
import { t } from '../register-texts.ts'

/** What the register keeps of a matchmaker besides the agreement. */
export interface MatchmakerValues {
  districtCodes: string[]
  caseloadLimit: number
  training?: string | null
  trainedOn?: string | null
}

/** Districts, caseload and training, for both forms. */
export function MatchmakerFields() {
  const districts = useDistricts()
  return (
    <>
      <FormField name="districtCodes" label={t('districts')} need="optional" hint={t('districtsHint')}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={districts.codes.map((code) => ({ value: code, label: districts.name(code) }))}
        />
      </FormField>
      <FormField name="caseloadLimit" label={t('limit')} need="required">
        <InputNumber min={1} max={500} />
      </FormField>
      <FormField name="training" label={t('training')} need="optional">
        <Input maxLength={200} />
      </FormField>
      <FormField name="trainedOn" label={t('trainedOn')} need="optional">
        <DateField />
      </FormField>
    </>
  )
}
