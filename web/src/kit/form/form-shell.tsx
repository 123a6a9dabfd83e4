import { useBlocker } from '@tanstack/react-router'
import { Alert, Button, Form } from 'antd'
import { createContext, useContext, useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { Icon } from '../../ui/icon.tsx'
import type { Input, OperationId, Output } from '../call.ts'
import { useConfirm } from '../confirm.tsx'
import { errorSentence, fieldSentences } from '../errors.ts'
import { useUnsavedGuard } from '../leaving.ts'
import { useAct, type Invalidates } from '../query.ts'
import { t } from '../texts.ts'

interface FormShellProps<Id extends OperationId, Values extends object> {
  operation: Id
  invalidates: Invalidates
  initial: Partial<Values>
  /** Turns what was entered into the input of the operation. */
  toInput: (values: Values) => Input<Id>
  onDone: (output: Output<Id>) => void
  submit: string
  /** Why it cannot be submitted now; the button is off and the reason stands beside it. */
  why?: string | undefined
  onCancel?: () => void
  children: ReactNode
}

interface Problem {
  name: string
  sentence: string
}

/** Labels of the fields by name, so that the summary calls them as the form does. */
const FieldLabels = createContext<Map<string, string>>(new Map())

/**
 * The form every module uses: one column, groups with headings (`FormGroup`), fields (`FormField`). Wrong fields are marked where
 * they are and summed at the top; what the server finds wrong is shown the same way. Leaving with unsaved entries asks first.
 */
export function FormShell<Id extends OperationId, Values extends object>(props: FormShellProps<Id, Values>) {
  const [form] = Form.useForm<Values>()
  const [dirty, setDirty] = useState(false)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const labels = useRef(new Map<string, string>())
  // Known at once, where the state is only after the next drawing: leaving the saved form must not ask.
  const saved = useRef(false)
  const act = useAct(props.operation, { invalidates: props.invalidates })
  useUnsavedGuard(dirty)
  useAskBeforeLeaving(() => dirty && !saved.current)

  function submit(values: Values) {
    setProblems([])
    act.mutate(props.toInput(values), {
      onSuccess: (output) => {
        saved.current = true
        setDirty(false)
        props.onDone(output)
      },
      onError: (error) => {
        const found = Object.entries(fieldSentences(error)).map(([name, sentence]) => ({ name, sentence }))
        form.setFields(found.map(({ name, sentence }) => ({ name: name as never, errors: [sentence] })))
        setProblems(found)
      },
    })
  }

  return (
    <FieldLabels.Provider value={labels.current}>
      <Form
        form={form}
        layout="vertical"
        requiredMark="optional"
        className="form-shell"
        initialValues={props.initial as never}
        scrollToFirstError={{ focus: true }}
        onValuesChange={() => {
          saved.current = false
          setDirty(true)
        }}
        onFinish={submit}
        onFinishFailed={({ errorFields }) =>
          setProblems(
            errorFields.map(({ name, errors }) => ({ name: name.join('.'), sentence: errors[0] ?? '' })),
          )
        }
      >
        <Summary
          problems={problems}
          error={problems.length === 0 ? act.error : null}
          labels={labels.current}
        />
        {props.children}
        <Actions {...props} busy={act.isPending} />
      </Form>
    </FieldLabels.Provider>
  )
}

/** A group of fields with its heading. */
export function FormGroup({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="form-group">
      <legend>{title}</legend>
      {hint && <p className="form-group-hint">{hint}</p>}
      {children}
    </fieldset>
  )
}

function Summary({
  problems,
  error,
  labels,
}: {
  problems: readonly Problem[]
  error: Error | null
  labels: Map<string, string>
}) {
  const place = useRef<HTMLDivElement>(null)
  const any = problems.length > 0 || error !== null
  useEffect(() => {
    if (any) place.current?.scrollIntoView({ block: 'nearest' })
  }, [any])
  if (!any) return null
  return (
    <div ref={place} role="alert">
      <Alert
        type="error"
        showIcon
        icon={<Icon name="warn" />}
        title={error ? errorSentence(error) : t('formProblems', { count: problems.length })}
        description={
          problems.length > 0 && (
            <ul className="form-problems">
              {problems.map(({ name, sentence }) => (
                <li key={name}>{labels.has(name) ? `${labels.get(name)}：${sentence}` : sentence}</li>
              ))}
            </ul>
          )
        }
      />
    </div>
  )
}

function Actions({
  submit,
  why,
  onCancel,
  busy,
}: {
  submit: string
  why?: string | undefined
  onCancel?: () => void
  busy: boolean
}) {
  const reasonId = useId()
  return (
    <div className="form-actions">
      <Button
        type="primary"
        htmlType="submit"
        loading={busy}
        disabled={Boolean(why)}
        aria-describedby={why ? reasonId : undefined}
      >
        {submit}
      </Button>
      {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
      {why && <span id={reasonId}>{why}</span>}
    </div>
  )
}

function useAskBeforeLeaving(unsaved: () => boolean): void {
  const confirm = useConfirm()
  useBlocker({
    // Filters and side panels change the query only: that leaves nothing behind.
    shouldBlockFn: async ({ current, next }) => {
      if (!unsaved() || current.pathname === next.pathname) return false
      return !(await confirm({
        title: t('leaveTitle'),
        body: t('leaveBody'),
        verb: t('leave'),
        stay: t('stay'),
      }))
    },
    enableBeforeUnload: false,
  })
}

/** Tells the summary what a field is called; used by `FormField`. */
export function useFieldLabel(name: string, label: string): void {
  const labels = useContext(FieldLabels)
  useEffect(() => {
    labels.set(name, label)
    return () => void labels.delete(name)
  }, [labels, name, label])
}
