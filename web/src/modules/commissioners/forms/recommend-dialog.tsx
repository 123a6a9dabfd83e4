import { App, Checkbox, Form, Input, InputNumber, Select } from 'antd'
import { talentSkills, type TalentSkill } from '#contract/commissioners-pool.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { useRead } from '../../../kit/query.ts'
import { FormDialog } from '../../appointments/parts/form-dialog.tsx'
import { MemberSelect } from '../../people/parts/member-select.tsx'
import { t } from '../pool-texts.ts'
import { skillName } from '../skill-words.ts'

interface Values {
  personId: string
  skills: TalentSkill[]
  trainedHours: number
  training?: string
  availableFrom: string
  fullTime?: boolean
  wishedStreetIds?: string[]
  wishes?: string
}

/** 推荐入库: one’s own organisation recommends a member. */
export function RecommendDialog({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp()
  const { today, actingAs } = useMe()
  const coverage = useRead('getCommissionerCoverage', {})
  const streets = (coverage.data?.streets ?? []).flatMap(({ street }) =>
    street === null ? [] : [{ value: street.id, label: street.name }],
  )
  return (
    <FormDialog title={t('recommend')} words={t('recommendWords')} onClose={onClose}>
      <FormShell<'addTalent', Values>
        operation="addTalent"
        invalidates={['listTalents', 'listVacancyMatches']}
        initial={{ skills: ['union_work'], trainedHours: 0, availableFrom: today }}
        toInput={(values) => ({
          personId: values.personId,
          organisationId: actingAs!.organisationId,
          skills: values.skills,
          trainedHours: values.trainedHours,
          training: values.training?.trim() || null,
          availableFrom: values.availableFrom,
          fullTime: values.fullTime ?? false,
          wishedStreetIds: values.wishedStreetIds ?? [],
          wishes: values.wishes?.trim() || null,
        })}
        submit={t('recommend')}
        onDone={() => {
          void message.success(t('recommended'))
          onClose()
        }}
        onCancel={onClose}
      >
        <FormField name="personId" label={t('person')} need="required">
          <PersonField />
        </FormField>
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
      </FormShell>
    </FormDialog>
  )
}

function PersonField({ value, onChange }: { value?: string; onChange?: (id: string | undefined) => void }) {
  return (
    <MemberSelect
      value={value}
      onChange={(id) => onChange?.(id)}
      except=""
      label={t('person')}
      placeholder={t('personHint')}
    />
  )
}
