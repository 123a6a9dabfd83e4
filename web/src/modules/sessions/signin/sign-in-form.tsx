import type { Me } from '#contract/sessions.ts'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { CallError } from '../../../kit/call-error.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { PasswordField, TextField } from '../../../ui/light/field.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import type { DemoLogin } from './demo-logins.tsx'
import type { Entered, Step } from './entered.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { t } from './texts.ts'

interface Props {
  /** Fills in a demo log-in. */
  chosen: DemoLogin | undefined
  onSignedIn: (me: Me, password: string) => void
}

/** Login and password, then the one-time code for those who set one up. */
export function SignInForm({ chosen, onSignedIn }: Props) {
  const [entered, setEntered] = useState({ login: '', password: '', totp: '', recoveryCode: '' })
  const [step, setStep] = useState<Step>('password')
  const [missing, setMissing] = useState<Record<string, string>>({})
  const signIn = useAct('createSession', { invalidates: [] })
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (!chosen) return
    setEntered({ login: chosen.login, password: chosen.password, totp: '', recoveryCode: '' })
    setStep('password')
    setMissing({})
  }, [chosen])

  // A problem puts the cursor where it can be mended.
  useEffect(() => form.current?.querySelector<HTMLInputElement>('[aria-invalid]')?.focus(), [missing])

  function submit(event: FormEvent) {
    event.preventDefault()
    const lacks = lacking(entered, step)
    setMissing(lacks)
    if (Object.keys(lacks).length > 0 || signIn.isPending) return
    signIn.mutate(inputOf(entered, step), {
      onSuccess: (me) => onSignedIn(me, entered.password),
      onError: (error) => asksForSecond(error) && setStep(secondStepOf(error)),
    })
  }

  const change = (name: keyof Entered) => (value: string) => setEntered({ ...entered, [name]: value })
  const problem =
    signIn.error && !(step !== 'password' && asksForSecond(signIn.error))
      ? errorSentence(signIn.error)
      : undefined
  return (
    <form ref={form} className="sign-in-form" onSubmit={submit} noValidate>
      <h1>{t(titles[step])}</h1>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {step === 'password' ? (
        <>
          <TextField
            label={t('login')}
            name="login"
            autoComplete="username"
            value={entered.login}
            onChange={change('login')}
            error={missing.login}
          />
          <PasswordField
            label={t('password')}
            name="password"
            autoComplete="current-password"
            value={entered.password}
            onChange={change('password')}
            error={missing.password}
            show={t('show')}
            hide={t('hide')}
          />
        </>
      ) : (
        <SecondStep step={step} entered={entered} change={change} missing={missing} />
      )}
      {step !== 'passkey' && (
        <Button type="submit" look="primary" busy={signIn.isPending || signIn.isSuccess}>
          {step === 'password' ? t('signIn') : t('continue')}
        </Button>
      )}
      <PasskeyButton step={step} entered={entered} onSignedIn={onSignedIn} />
      {step !== 'password' && (
        <>
          <Button look="quiet" onClick={() => setStep(step === 'recovery' ? 'code' : 'recovery')}>
            {step === 'recovery' ? t('useTotp') : t('useRecoveryCode')}
          </Button>
          <Button look="quiet" onClick={() => setStep('password')}>
            {t('back')}
          </Button>
        </>
      )}
      <p className="forgotten">{t('forgotten')}</p>
    </form>
  )
}

const titles = {
  password: 'signIn',
  code: 'totpTitle',
  recovery: 'recoveryTitle',
  passkey: 'passkeyTitle',
} as const

interface SecondStepProps {
  step: Step
  entered: Entered
  change: (name: keyof Entered) => (value: string) => void
  missing: Record<string, string>
}

function SecondStep({ step, entered, change, missing }: SecondStepProps) {
  if (step === 'passkey') return <p className="field-hint">{t('passkeyHint')}</p>
  if (step === 'recovery') {
    return (
      <TextField
        label={t('recoveryCode')}
        hint={t('recoveryHint')}
        name="recoveryCode"
        maxLength={30}
        autoFocus
        value={entered.recoveryCode}
        onChange={change('recoveryCode')}
        error={missing.recoveryCode}
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
      value={entered.totp}
      onChange={change('totp')}
      error={missing.totp}
    />
  )
}

function inputOf({ login, password, totp, recoveryCode }: Entered, step: Step) {
  const first = { login: login.trim(), password }
  if (step === 'code') return { ...first, totp }
  return step === 'recovery' ? { ...first, recoveryCode } : first
}

function lacking(entered: Entered, step: Step) {
  const lacks: Record<string, string> = {}
  if (!entered.login.trim()) lacks.login = t('loginNeeded')
  if (!entered.password) lacks.password = t('passwordNeeded')
  if (step === 'code' && !/^\d{6}$/.test(entered.totp)) lacks.totp = t('totpNeeded')
  if (step === 'recovery' && !entered.recoveryCode.trim()) lacks.recoveryCode = t('recoveryNeeded')
  return lacks
}

function asksForSecond(error: unknown): error is CallError {
  return error instanceof CallError && error.code.endsWith('totp_needed')
}

function secondStepOf({ params }: CallError): Step {
  return params.totp === false ? 'passkey' : 'code'
}
