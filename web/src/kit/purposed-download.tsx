import { Button, Form, Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { Icon } from '../ui/icon.tsx'
import type { InputArgument, OperationId } from './call.ts'
import { DownloadButton } from './download-button.tsx'
import { t } from './texts.ts'

/** What is asked before a file is taken: what for, and what else the form has. */
export interface Wish {
  purpose: string
}

interface PurposedDownloadProps<Id extends OperationId, W extends Wish> {
  operation: Id
  label: string
  /** Why there is nothing to fetch: the button is off and says so. */
  off?: string | null
  dialog: PurposeDialogWords<W>
  toInput: (wish: W) => InputArgument<Id>[0]
}

interface PurposeDialogWords<W extends Wish> {
  /** Asked for when the dialog opens: it may say how many rows there are by then. */
  title: () => string
  body?: string
  /** An example of a purpose, or what becomes of it. */
  hint: string
  verb: string
  /** Further fields of the form, each a `Form.Item` with a name, and what they begin with. */
  fields?: ReactNode
  initial?: Omit<W, 'purpose'>
}

/** Fetches a file of a download operation; asks first what it is for. */
export function PurposedDownload<Id extends OperationId, W extends Wish = Wish>(
  props: PurposedDownloadProps<Id, W>,
) {
  const { operation, label, off = null, dialog, toInput } = props
  const [answer, setAnswer] = useState<(wish: W | null) => void>()
  const ask = () =>
    new Promise<W | null>((resolve) => {
      setAnswer(() => (wish: W | null) => {
        setAnswer(undefined)
        resolve(wish)
      })
    })
  return (
    <>
      <DownloadButton
        operation={operation}
        label={label}
        off={off}
        input={async () => {
          const wish = await ask()
          return wish === null ? null : toInput(wish)
        }}
      />
      {answer && <PurposeDialog {...dialog} answer={answer} />}
    </>
  )
}

function PurposeDialog<W extends Wish>({
  title,
  body,
  hint,
  verb,
  fields,
  initial,
  answer,
}: PurposeDialogWords<W> & { answer: (wish: W | null) => void }) {
  return (
    <Modal
      open
      title={title()}
      footer={null}
      onCancel={() => answer(null)}
      mask={{ closable: false }}
      closable={{ closeIcon: <Icon name="close" />, 'aria-label': t('close') }}
    >
      <Form
        layout="vertical"
        requiredMark="optional"
        {...(initial ? { initialValues: initial } : {})}
        onFinish={(wish: W) => answer({ ...wish, purpose: wish.purpose.trim() })}
      >
        {body && <p className="quiet">{body}</p>}
        <Form.Item
          name="purpose"
          label={t('purpose')}
          extra={hint}
          rules={[{ required: true, whitespace: true, min: 2, max: 200, message: t('purposeMissing') }]}
        >
          <Input maxLength={200} autoFocus />
        </Form.Item>
        {fields}
        <div className="form-actions">
          <Button type="primary" htmlType="submit">
            {verb}
          </Button>
          <Button onClick={() => answer(null)}>{t('cancel')}</Button>
        </div>
      </Form>
    </Modal>
  )
}
