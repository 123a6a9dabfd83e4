import type { ActivationTicket } from '#contract/activation.ts'
import { useState } from 'react'
import { fieldSentences } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { PasswordField, TextField } from '../../../ui/light/field.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { destinationOf } from '../../sessions/signin/destination.ts'
import { SmallForm } from './small-form.tsx'
import { t } from './texts.ts'

/** Log-in and password, with the ticket in hand; then straight in, or to sign-in where a second factor is asked. */
export function ChooseForm({ proof, suggested }: { proof: ActivationTicket; suggested: string }) {
  const { ticket, name, hasAccount } = proof
  const [entered, setEntered] = useState({ login: hasAccount ? '' : suggested, password: '' })
  const [lacks, setLacks] = useState<Record<string, string>>({})
  const complete = useAct('completeActivation', { invalidates: [] })
  const set = (field: keyof typeof entered) => (value: string) => setEntered({ ...entered, [field]: value })

  function submit() {
    const login = entered.login.trim()
    const missing: Record<string, string> = {}
    if (login === '' && !hasAccount) missing.login = t('needed')
    if (entered.password === '') missing.password = t('needed')
    setLacks(missing)
    if (Object.keys(missing).length > 0) return
    complete.mutate(
      { ticket, password: entered.password, ...(login === '' ? {} : { login }) },
      { onSuccess: ({ me }) => me && location.assign(destinationOf(me, null)) },
    )
  }

  if (complete.data?.me === null) return <Done />
  const wrong = { ...fieldSentences(complete.error), ...lacks }
  return (
    <SmallForm
      title={t('chooseTitle')}
      wrong={wrong}
      error={complete.error}
      busy={complete.isPending || complete.isSuccess}
      submit={t('finish')}
      onSubmit={submit}
      onBack={undefined}
    >
      <p className="activate-lead">{hasAccount ? t('helloAgain', { name }) : t('hello', { name })}</p>
      <TextField
        label={t('login')}
        hint={hasAccount ? t('loginKeepHint') : t('loginHint')}
        name="login"
        autoComplete="username"
        maxLength={40}
        value={entered.login}
        onChange={set('login')}
        error={wrong.login}
      />
      <PasswordField
        label={t('password')}
        name="password"
        autoComplete="new-password"
        value={entered.password}
        onChange={set('password')}
        error={wrong.password}
        show={t('show')}
        hide={t('hide')}
      />
      <p className="field-hint">{t('passwordHint')}</p>
    </SmallForm>
  )
}

function Done() {
  return (
    <>
      <h1>{t('doneTitle')}</h1>
      <Notice tone="done">{t('done')}</Notice>
      <p className="activate-foot">
        <a className="button button-primary" href="/">
          {t('signIn')}
        </a>
      </p>
    </>
  )
}
