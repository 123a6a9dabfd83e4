import { Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { talentSkills, type TalentSkill } from '#contract/commissioners-pool.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { useRead } from '../../../kit/query.ts'
import { t } from '../pool-texts.ts'
import { skillName } from '../skill-words.ts'

/** What stands in the fields of an entry. */
export interface TalentValues {
  skills: TalentSkill[]
  trainedHours: number
  training?: string
  availableFrom: string
  fullTime?: boolean
  wishedStreetIds?: string[]
  wishes?: string
}

/** The same as the server takes it. */
export function entryOf(values: TalentValues) {
  return {
    skills: values.skills,
    trainedHours: values.trainedHours,
    training: values.training?.trim() || null,
    availableFrom: values.availableFrom,
    fullTime: values.fullTime ?? false,
    wishedStreetIds: values.wishedStreetIds ?? [],
    wishes: values.wishes?.trim() || null,
  }
}

/** The fields of an entry of the pool, for a new one and for one that is put right. */
export function TalentFields() {
  const coverage = useRead('getCommissionerCoverage', {})
  const streets = (coverage.data?.streets ?? []).flatMap(({ street }) =>
    street === null ? [] : [{ value: street.id, label: street.name }],
  )
  return (
    <>
      <FormField name="skills" label={t('skills')} need="required">
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={talentSkills.map((skill) => ({ value: skill, label: skillName(skill) }))}
        />
      </FormField>
      <FormField name="trainedHours" label={t('trainedHours')} need="required">
        <InputNumber min={0} max={5000} />
      </FormField>
      <FormField name="training" label={t('training')} need="optional">
        <Input maxLength={200} />
      </FormField>
      <FormField name="availableFrom" label={t('availableFrom')} need="required">
        <DateField />
      </FormField>
      <Form.Item name="fullTime" valuePropName="checked">
        <Checkbox>{t('fullTime')}</Checkbox>
      </Form.Item>
      <FormField name="wishedStreetIds" label={t('wishedStreets')} need="optional">
        <Select mode="multiple" optionFilterProp="label" options={streets} />
      </FormField>
      <FormField name="wishes" label={t('wishes')} need="optional">
        <Input maxLength={200} />
      </FormField>
    </>
  )
}
