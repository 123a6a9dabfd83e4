import type { Me } from '#contract/sessions.ts'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { call } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { PasswordField, TextField } from '../../../ui/light/field.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import type { DemoLogin } from './demo-logins.tsx'
import { PasskeyButton } from './passkey-button.tsx'
import { ProviderButton } from './provider-button.tsx'
import { SecondFactorForm, secondStepOf, type SecondStep } from './second-factor-form.tsx'
import { t } from './texts.ts'

interface Props {
  /** Fills in a demo log-in. */
  chosen: DemoLogin | undefined
  onSignedIn: (me: Me, password: string) => void
}

/** Login and password, then the one-time code for those who set one up. */
export function SignInForm({ chosen, onSignedIn }: Props) {
  const [entered, setEntered] = useState({ login: '', password: '' })
  const [second, setSecond] = useState<SecondStep>()
  const [missing, setMissing] = useState<Record<string, string>>({})
  const signIn = useAct('createSession', { invalidates: [] })
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (!chosen) return
    setEntered({ login: chosen.login, password: chosen.password })
    setSecond(undefined)
    setMissing({})
  }, [chosen])

  // A problem puts the cursor where it can be mended.
  useEffect(() => form.current?.querySelector<HTMLInputElement>('[aria-invalid]')?.focus(), [missing])

  const first = { login: entered.login.trim(), password: entered.password }

  function submit(event: FormEvent) {
    event.preventDefault()
    const lacks = lacking(entered)
    setMissing(lacks)
    if (Object.keys(lacks).length > 0 || signIn.isPending) return
    signIn.mutate(first, {
      onSuccess: (me) => onSignedIn(me, entered.password),
      onError: (error) => setSecond(secondStepOf(error) ?? undefined),
    })
  }

  const change = (name: keyof typeof entered) => (value: string) => setEntered({ ...entered, [name]: value })
  if (second) {
    return (
      <SecondFactorForm
        first={second}
        send={(shown) => call('createSession', { ...first, ...shown })}
        onSignedIn={(me) => onSignedIn(me, entered.password)}
        onBack={() => setSecond(undefined)}
      />
    )
  }
  return (
    <form ref={form} className="sign-in-form" onSubmit={submit} noValidate>
      <h1>{t('signIn')}</h1>
      {signIn.error && !secondStepOf(signIn.error) && (
        <Notice tone="problem">{errorSentence(signIn.error)}</Notice>
      )}
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
      <Button type="submit" look="primary" busy={signIn.isPending || signIn.isSuccess}>
        {t('signIn')}
      </Button>
      <PasskeyButton
        label={t('passkeySignIn')}
        signIn={(answer) => call('createPasskeySession', answer)}
        onSignedIn={(me) => onSignedIn(me, '')}
      />
      <ProviderButton />
      <p className="forgotten">
        <a href="/activate">{t('activate')}</a>
      </p>
    </form>
  )
}

function lacking(entered: { login: string; password: string }) {
  const lacks: Record<string, string> = {}
  if (!entered.login.trim()) lacks.login = t('loginNeeded')
  if (!entered.password) lacks.password = t('passwordNeeded')
  return lacks
}
