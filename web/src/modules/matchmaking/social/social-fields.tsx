import { Form, InputNumber, Switch } from 'antd'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup } from '../../../kit/form/form-shell.tsx'
import { InstantField } from '../../../kit/form/instant-field.tsx'
import { t } from './texts.ts'

/** What only a social event has, in the office’s form. */
export default function SocialFields() {
  return (
    <FormGroup title={t('choices')}>
      <FormField name="options.choiceLimit" label={t('choiceLimit')} need="required">
        <InputNumber min={1} max={30} precision={0} />
      </FormField>
      <FormField
        name="options.choicesCloseAt"
        label={t('choicesCloseAt')}
        need="required"
        hint={t('choicesCloseHint')}
      >
        <InstantField />
      </FormField>
      <Form.Item
        name="options.takesScores"
        label={t('takesScores')}
        valuePropName="checked"
        extra={t('takesScoresHint')}
      >
        <Switch checkedChildren={t('on')} unCheckedChildren={t('off')} />
      </Form.Item>
    </FormGroup>
  )
}
