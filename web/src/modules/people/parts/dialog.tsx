import '../people.css'
import '../member-file.css'
import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../texts.ts'

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** A form in front of its page; the form brings its own buttons. */
export function Dialog({ title, onClose, children }: DialogProps) {
  return (
    <Modal
      open
      title={title}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
      width={560}
      className="member-dialog"
      closable={{ closeIcon: <Icon name="close" />, 'aria-label': t('cancel') }}
    >
      {children}
    </Modal>
  )
}
