import { Input, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { errorSentence, fieldSentences } from '../../../kit/errors.ts'
import { t } from '../account/texts.ts'
import type { usePasswordAgain } from '../password-again.ts'

/** Asks for the password once more, where a change of sign-in itself needs it. */
export function PasswordAgain({ again }: { again: ReturnType<typeof usePasswordAgain> }) {
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    setPassword('')
    setProblem('')
  }, [again.asking])

  async function give() {
    setBusy(true)
    await again
      .give(password)
      .catch((error: unknown) => setProblem(fieldSentences(error).password ?? errorSentence(error)))
    setBusy(false)
  }

  return (
    <Modal
      open={again.asking}
      title={t('againTitle')}
      okText={t('goOn')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      onOk={() => void give()}
      onCancel={again.leave}
      destroyOnHidden
    >
      <p>{t('againHint')}</p>
      <label htmlFor="password-again">{t('password')}</label>
      <Input.Password
        id="password-again"
        autoFocus
        autoComplete="current-password"
        value={password}
        status={problem ? 'error' : ''}
        aria-describedby="password-again-problem"
        onChange={(event) => setPassword(event.target.value)}
        onPressEnter={() => void give()}
      />
      <p id="password-again-problem" className="problem" role="alert">
        {problem}
      </p>
    </Modal>
  )
}
