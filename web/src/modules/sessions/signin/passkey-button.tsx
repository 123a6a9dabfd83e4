import type { Me } from '#contract/sessions.ts'
import { useState } from 'react'
import { call } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { answerOfPasskey, knowsPasskeys, PasskeyLeft } from '../passkey.ts'
import type { Entered, Step } from './entered.ts'
import { t } from './texts.ts'

interface Props {
  step: Step
  entered: Entered
  onSignedIn: (me: Me, password: string) => void
}

/** Signs in by a passkey: alone, or as the second factor after the password. Left out where the browser knows none. */
export function PasskeyButton({ step, entered, onSignedIn }: Props) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  if (!knowsPasskeys()) return null

  async function signIn() {
    setBusy(true)
    setProblem(undefined)
    try {
      const answer = await answerOfPasskey()
      const { login, password } = entered
      const me =
        step === 'password'
          ? await call('createPasskeySession', answer)
          : await call('createSession', { login: login.trim(), password, passkey: answer })
      onSignedIn(me, password)
    } catch (error) {
      setProblem(error instanceof PasskeyLeft ? t('passkeyLeft') : errorSentence(error))
      setBusy(false)
    }
  }

  return (
    <>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <Button busy={busy} onClick={() => void signIn()}>
        {step === 'password' ? t('passkeySignIn') : t('passkeyInstead')}
      </Button>
    </>
  )
}
