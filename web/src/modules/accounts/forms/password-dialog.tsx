import { Button, Modal } from 'antd'
import { t } from '../texts.ts'

interface Props {
  name: string
  password: string
  onClose: () => void
}

/** A first password, told once: it cannot be closed by a slip of the mouse. */
export function PasswordDialog({ name, password, onClose }: Props) {
  return (
    <Modal open title={t('resetDone')} footer={null} closable={false} mask={{ closable: false }} width={460}>
      <p className="lead">
        <code>{password}</code>
      </p>
      <p>{t('resetHint', { name })}</p>
      <div className="panel-actions">
        <Button type="primary" onClick={onClose}>
          {t('told')}
        </Button>
      </div>
    </Modal>
  )
}
