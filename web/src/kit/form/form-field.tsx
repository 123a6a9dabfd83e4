import { Form, type FormRule as Rule } from 'antd'
import type { ReactElement } from 'react'
import { t } from '../texts.ts'
import { useFieldLabel } from './form-shell.tsx'

interface FormFieldProps {
  /** The name of the input field of the operation; the server’s field errors find their way by it. */
  name: string
  label: string
  need: 'required' | 'optional'
  hint?: string
  rules?: readonly Rule[]
  /** One antd input. */
  children: ReactElement
}

/** One labelled field of a form: its hint and its error below, said again in the summary at the top. */
export function FormField({ name, label, need, hint, rules = [], children }: FormFieldProps) {
  useFieldLabel(name, label)
  const required: Rule[] = need === 'required' ? [{ required: true, message: t('required', { label }) }] : []
  return (
    <Form.Item
      name={name}
      label={label}
      required={need === 'required'}
      extra={hint}
      rules={[...required, ...rules]}
      validateTrigger="onBlur"
    >
      {children}
    </Form.Item>
  )
}
