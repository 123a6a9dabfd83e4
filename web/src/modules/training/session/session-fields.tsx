import { InputNumber, Select } from 'antd'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup } from '../../../kit/form/form-shell.tsx'
import { useRead } from '../../../kit/query.ts'
import { t } from '../texts.ts'
import { kindName } from '../words.ts'

/** What only a training session has, in the office's form: its course and class hours. */
export default function SessionFields() {
  const courses = useRead('listCourseChoices')
  const items = courses.data?.items ?? []
  return (
    <FormGroup title={t('trainingGroup')}>
      <FormField
        name="options.courseId"
        label={t('course')}
        need="required"
        {...(courses.data && items.length === 0 && { hint: t('noChoices') })}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={items.map((one) => ({
            value: one.id,
            label: `${one.year} ${one.title} · ${kindName(one.kind)} · ${one.organisationName}`,
          }))}
        />
      </FormField>
      <FormField name="options.classHours" label={t('hours')} need="required">
        <InputNumber min={1} max={100} precision={0} />
      </FormField>
    </FormGroup>
  )
}
