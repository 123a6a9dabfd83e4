import type { PasskeyAnswer } from '#contract/passkeys.ts'
import type { Me } from '#contract/sessions.ts'
import { useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { answerOfPasskey, knowsPasskeys, PasskeyLeft } from '../passkey.ts'
import { t } from './texts.ts'

interface Props {
  label: string
  signIn: (answer: PasskeyAnswer) => Promise<Me>
  onSignedIn: (me: Me) => void
}

/** Asks for a passkey: alone, or as the second factor. Left out where passkeys do not work. */
export function PasskeyButton({ label, signIn, onSignedIn }: Props) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  if (!knowsPasskeys()) return null

  async function ask() {
    setBusy(true)
    setProblem(undefined)
    try {
      onSignedIn(await signIn(await answerOfPasskey()))
    } catch (error) {
      setProblem(error instanceof PasskeyLeft ? t('passkeyLeft') : errorSentence(error))
      setBusy(false)
    }
  }

  return (
    <>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <Button busy={busy} onClick={() => void ask()}>
        {label}
      </Button>
    </>
  )
}
