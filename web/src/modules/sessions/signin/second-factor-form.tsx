import type { PasskeyAnswer } from '#contract/passkeys.ts'
import type { Me } from '#contract/sessions.ts'
import { useState, type FormEvent } from 'react'
import { CallError } from '../../../kit/call-error.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { Button } from '../../../ui/light/button.tsx'
import { TextField } from '../../../ui/light/field.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { t } from './texts.ts'

/** What is shown besides the password. */
export type Shown = { totp: string } | { recoveryCode: string } | { passkey: PasskeyAnswer }

/** How the second factor is shown: a code of the authenticator, a recovery code, or only a passkey where there is no authenticator. */
export type SecondStep = 'code' | 'recovery' | 'passkey'

interface Props {
  first: SecondStep
  send: (shown: Shown) => Promise<Me>
  onSignedIn: (me: Me) => void
  onBack: () => void
}

/** The second step of a sign-in. */
export function SecondFactorForm({ first, send, onSignedIn, onBack }: Props) {
  const [step, setStep] = useState(first)
  const [entered, setEntered] = useState('')
  const [problem, setProblem] = useState<string>()
  const [lacking, setLacking] = useState(false)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    const typed = entered.trim()
    const complete = step === 'code' ? /^\d{6}$/.test(typed) : typed !== ''
    setLacking(!complete)
    setProblem(undefined)
    if (!complete || busy) return
    setBusy(true)
    await send(step === 'code' ? { totp: typed } : { recoveryCode: typed }).then(
      onSignedIn,
      (error: unknown) => {
        setProblem(errorSentence(error))
        setBusy(false)
      },
    )
  }

  function turnTo(next: SecondStep) {
    setStep(next)
    setEntered('')
    setLacking(false)
    setProblem(undefined)
  }

  return (
    <form className="sign-in-form" onSubmit={(event) => void submit(event)} noValidate>
      <h1>{t(titles[step])}</h1>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {step === 'passkey' ? (
        <p className="field-hint">{t('passkeyHint')}</p>
      ) : (
        <>
          <Code step={step} value={entered} onChange={setEntered} lacking={lacking} />
          <Button type="submit" look="primary" busy={busy}>
            {t('continue')}
          </Button>
        </>
      )}
      <PasskeyButton
        label={t('passkeyInstead')}
        signIn={(passkey) => send({ passkey })}
        onSignedIn={onSignedIn}
      />
      <Button look="quiet" onClick={() => turnTo(step === 'recovery' ? first : 'recovery')}>
        {step === 'recovery' ? t('noRecoveryCode') : t('useRecoveryCode')}
      </Button>
      <Button look="quiet" onClick={onBack}>
        {t('back')}
      </Button>
    </form>
  )
}

/** Whether a sign-in stopped only because the second factor is still to come, and how it can be shown. */
export function secondStepOf(error: unknown): SecondStep | null {
  if (!(error instanceof CallError) || !error.code.endsWith('totp_needed')) return null
  return error.params.totp === false ? 'passkey' : 'code'
}

const titles = { code: 'totpTitle', recovery: 'recoveryTitle', passkey: 'passkeyTitle' } as const

interface CodeProps {
  step: 'code' | 'recovery'
  value: string
  onChange: (value: string) => void
  lacking: boolean
}

function Code({ step, value, onChange, lacking }: CodeProps) {
  if (step === 'recovery') {
    return (
      <TextField
        label={t('recoveryCode')}
        hint={t('recoveryHint')}
        name="recoveryCode"
        maxLength={30}
        autoFocus
        value={value}
        onChange={onChange}
        error={lacking ? t('recoveryNeeded') : undefined}
      />
    )
  }
  return (
    <TextField
      label={t('totp')}
      hint={t('totpHint')}
      name="totp"
      autoComplete="one-time-code"
      inputMode="numeric"
      maxLength={6}
      autoFocus
      value={value}
      onChange={onChange}
      error={lacking ? t('totpNeeded') : undefined}
    />
  )
}
