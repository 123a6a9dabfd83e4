import { useEffect, useRef, useState, type FormEvent } from 'react'
import { CallError } from '../../../kit/call-error.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { PasswordField, TextField } from '../../../ui/light/field.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import type { DemoLogin } from './demo-logins.tsx'
import { destinationOf } from './destination.ts'
import { t } from './texts.ts'

/** Login and password, then the one-time code for those who set one up. `chosen` fills in a demo log-in. */
export function SignInForm({ chosen }: { chosen: DemoLogin | undefined }) {
  const [entered, setEntered] = useState({ login: '', password: '', totp: '' })
  const [step, setStep] = useState<'password' | 'code'>('password')
  const [missing, setMissing] = useState<Record<string, string>>({})
  const signIn = useAct('createSession', { invalidates: [] })
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (!chosen) return
    setEntered({ login: chosen.login, password: chosen.password, totp: '' })
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
    const { login, password, totp } = entered
    signIn.mutate(
      step === 'code' ? { login: login.trim(), password, totp } : { login: login.trim(), password },
      {
        onSuccess: (me) =>
          location.assign(destinationOf(me, new URLSearchParams(location.search).get('next'))),
        onError: (error) => asksForCode(error) && setStep('code'),
      },
    )
  }

  const change = (name: keyof typeof entered) => (value: string) => setEntered({ ...entered, [name]: value })
  const problem =
    signIn.error && !(step === 'code' && asksForCode(signIn.error)) ? errorSentence(signIn.error) : undefined
  return (
    <form ref={form} className="sign-in-form" onSubmit={submit} noValidate>
      <h1>{step === 'code' ? t('totpTitle') : t('signIn')}</h1>
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
      )}
      <Button type="submit" look="primary" busy={signIn.isPending || signIn.isSuccess}>
        {step === 'code' ? t('continue') : t('signIn')}
      </Button>
      {step === 'code' && (
        <Button look="quiet" onClick={() => setStep('password')}>
          {t('back')}
        </Button>
      )}
      <p className="forgotten">{t('forgotten')}</p>
    </form>
  )
}

function lacking(entered: { login: string; password: string; totp: string }, step: 'password' | 'code') {
  const lacks: Record<string, string> = {}
  if (!entered.login.trim()) lacks.login = t('loginNeeded')
  if (!entered.password) lacks.password = t('passwordNeeded')
  if (step === 'code' && !/^\d{6}$/.test(entered.totp)) lacks.totp = t('totpNeeded')
  return lacks
}

function asksForCode(error: unknown): boolean {
  return error instanceof CallError && error.code.endsWith('totp_needed')
}
