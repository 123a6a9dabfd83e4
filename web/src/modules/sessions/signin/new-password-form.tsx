import type { Me } from '#contract/sessions.ts'
import { useState, type FormEvent } from 'react'
import { errorSentence, fieldSentences } from '../../../kit/errors.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { PasswordField } from '../../../ui/light/field.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { passwordHint } from '../password-hint.ts'
import { t } from './texts.ts'

interface Props {
  me: Me
  /** The password just signed in with; '' when it must be asked for. */
  known: string
  onChanged: () => void
}

/** Change a password that was made by somebody else, or has become too old, before anything else. */
export function NewPasswordForm({ me, known, onChanged }: Props) {
  const [entered, setEntered] = useState({ current: known, fresh: '', again: '' })
  const [differs, setDiffers] = useState(false)
  const own = useRead('getOwnSignIn')
  const change = useAct('changeOwnPassword', { invalidates: ['getMe', 'getOwnSignIn'] })
  const wrong = fieldSentences(change.error)
  const set = (name: keyof typeof entered) => (value: string) => setEntered({ ...entered, [name]: value })

  function submit(event: FormEvent) {
    event.preventDefault()
    setDiffers(entered.fresh !== entered.again)
    if (entered.fresh !== entered.again || entered.fresh === '' || change.isPending) return
    change.mutate({ currentPassword: entered.current, newPassword: entered.fresh }, { onSuccess: onChanged })
  }

  const shown = { show: t('show'), hide: t('hide') }
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <h1>{t('newPasswordTitle')}</h1>
      <Notice tone="due">{me.passwordDue === 'expired' ? t('passwordExpired') : t('passwordFirst')}</Notice>
      {change.error && Object.keys(wrong).length === 0 && (
        <Notice tone="problem">{errorSentence(change.error)}</Notice>
      )}
      {(known === '' || wrong.currentPassword) && (
        <PasswordField
          label={t('currentPassword')}
          name="current"
          autoComplete="current-password"
          value={entered.current}
          onChange={set('current')}
          error={wrong.currentPassword}
          {...shown}
        />
      )}
      <PasswordField
        label={t('newPassword')}
        name="new"
        autoComplete="new-password"
        value={entered.fresh}
        onChange={set('fresh')}
        error={wrong.newPassword}
        {...shown}
      />
      {own.data && <p className="field-hint">{passwordHint(own.data.password)}</p>}
      <PasswordField
        label={t('again')}
        name="again"
        autoComplete="new-password"
        value={entered.again}
        onChange={set('again')}
        error={differs ? t('differs') : undefined}
        {...shown}
      />
      <Button type="submit" look="primary" busy={change.isPending || change.isSuccess}>
        {t('savePassword')}
      </Button>
    </form>
  )
}
