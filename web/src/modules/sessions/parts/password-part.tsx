import { App, Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { errorSentence, fieldSentences } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { t } from '../account/texts.ts'
import { passwordHint } from '../password-hint.ts'

/** When the password was changed, and the form that changes it. */
export function PasswordPart() {
  const [open, setOpen] = useState(false)
  const own = useRead('getOwnSignIn')
  const changedAt = own.data?.password.changedAt
  return (
    <section className="account-part" aria-label={t('password')}>
      <div className="account-line">
        <div>
          <h2>{t('password')}</h2>
          {own.data && (
            <p className="quiet">
              {changedAt ? t('changedAt', { date: formatInstant(changedAt) }) : t('neverChanged')}
            </p>
          )}
        </div>
        {!open && <Button onClick={() => setOpen(true)}>{t('changePassword')}</Button>}
      </div>
      {open && (
        <ChangePassword hint={own.data && passwordHint(own.data.password)} close={() => setOpen(false)} />
      )}
    </section>
  )
}

function ChangePassword({ hint, close }: { hint: string | undefined; close: () => void }) {
  const [entered, setEntered] = useState({ current: '', fresh: '', again: '' })
  const [lacks, setLacks] = useState<Record<string, string>>({})
  const { message } = App.useApp()
  const change = useAct('changeOwnPassword', { invalidates: ['getOwnSignIn', 'listOwnSessions'] })
  const wrong = fieldSentences(change.error)
  const general = change.error && Object.keys(wrong).length === 0

  function submit(event: FormEvent) {
    event.preventDefault()
    const found = lacking(entered)
    setLacks(found)
    if (Object.keys(found).length > 0) return
    change.mutate(
      { currentPassword: entered.current, newPassword: entered.fresh },
      {
        onSuccess: ({ endedSessions }) => {
          void message.success(t('changed', { count: endedSessions }))
          close()
        },
      },
    )
  }

  const problems = {
    current: lacks.current ?? wrong.currentPassword,
    fresh: lacks.fresh ?? wrong.newPassword,
    again: lacks.again,
  }
  return (
    <form className="account-form" onSubmit={submit} noValidate>
      {general && (
        <p className="problem" role="alert">
          {errorSentence(change.error)}
        </p>
      )}
      {(['current', 'fresh', 'again'] as const).map((name) => (
        <div key={name}>
          <label htmlFor={`password-${name}`}>{t(name)}</label>
          <Input.Password
            id={`password-${name}`}
            autoComplete={name === 'current' ? 'current-password' : 'new-password'}
            value={entered[name]}
            status={problems[name] ? 'error' : ''}
            aria-invalid={Boolean(problems[name])}
            aria-describedby={`password-${name}-more`}
            onChange={(event) => setEntered({ ...entered, [name]: event.target.value })}
          />
          <p id={`password-${name}-more`} className={problems[name] ? 'problem' : 'quiet'}>
            {problems[name] ?? (name === 'fresh' ? hint : '')}
          </p>
        </div>
      ))}
      <div className="account-buttons">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('save')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
    </form>
  )
}

function lacking({ current, fresh, again }: { current: string; fresh: string; again: string }) {
  const lacks: Record<string, string> = {}
  if (!current) lacks.current = t('missing')
  if (!fresh) lacks.fresh = t('missing')
  if (fresh !== again) lacks.again = t('differs')
  return lacks
}
