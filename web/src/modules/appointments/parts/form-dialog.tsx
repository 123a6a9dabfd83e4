import '../appointments.css'
import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'

/** A form in front of its page, with a line that says what follows from it; the form brings its own buttons. */
export function FormDialog(props: {
  title: string
  words: string
  onClose: () => void
  children: ReactNode
}) {
  return (
    <Modal
      open
      title={props.title}
      footer={null}
      onCancel={props.onClose}
      mask={{ closable: false }}
      width={560}
      className="appointment-dialog"
      closable={{ closeIcon: <Icon name="close" />, 'aria-label': t('cancel') }}
    >
      <p className="dialog-words">{props.words}</p>
      {props.children}
    </Modal>
  )
}
