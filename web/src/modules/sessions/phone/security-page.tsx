import './security.css'
import { useState, type FormEvent } from 'react'
import { call } from '../../../kit/call.ts'
import { errorSentence, fieldSentences } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { PasswordField, TextField } from '../../../ui/light/field.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { t } from '../account/texts.ts'
import { deviceWords } from '../device-words.ts'
import { knowsPasskeys, makePasskey, PasskeyLeft } from '../passkey.ts'
import { passwordHint } from '../password-hint.ts'
import { PasswordNotGiven, usePasswordAgain } from '../password-again.ts'

const shown = () => ({ show: t('show'), hide: t('hide') })

/** One's own sign-in on the phone: password, passkeys, where one is signed in. */
export default function SecurityPage() {
  const again = usePasswordAgain()
  if (again.asking) return <PasswordAgain again={again} />
  return (
    <>
      <ChangePassword />
      <Passkeys run={again.run} />
      <Sessions />
    </>
  )
}

function PasswordAgain({ again }: { again: ReturnType<typeof usePasswordAgain> }) {
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string>()
  const give = (event: FormEvent) => {
    event.preventDefault()
    again
      .give(password)
      .catch((error: unknown) => setProblem(fieldSentences(error).password ?? errorSentence(error)))
  }
  return (
    <form className="security" onSubmit={give} noValidate>
      <h2>{t('againTitle')}</h2>
      <p>{t('againHint')}</p>
      <PasswordField
        label={t('password')}
        autoComplete="current-password"
        autoFocus
        value={password}
        onChange={setPassword}
        error={problem}
        {...shown()}
      />
      <Button type="submit" look="primary">
        {t('goOn')}
      </Button>
      <Button look="quiet" onClick={again.leave}>
        {t('cancel')}
      </Button>
    </form>
  )
}

function ChangePassword() {
  const empty = { current: '', fresh: '', again: '' }
  const [entered, setEntered] = useState(empty)
  const [differs, setDiffers] = useState(false)
  const own = useRead('getOwnSignIn')
  const change = useAct('changeOwnPassword', { invalidates: ['getOwnSignIn', 'listOwnSessions'] })
  const wrong = fieldSentences(change.error)
  const set = (name: keyof typeof entered) => (value: string) => setEntered({ ...entered, [name]: value })

  function submit(event: FormEvent) {
    event.preventDefault()
    setDiffers(entered.fresh !== entered.again)
    if (entered.fresh !== entered.again || !entered.fresh || !entered.current) return
    change.mutate(
      { currentPassword: entered.current, newPassword: entered.fresh },
      { onSuccess: () => setEntered(empty) },
    )
  }

  return (
    <form className="security" onSubmit={submit} noValidate>
      <h2>{t('changePassword')}</h2>
      {change.data && <Notice tone="done">{t('changed', { count: change.data.endedSessions })}</Notice>}
      {change.error && Object.keys(wrong).length === 0 && (
        <Notice tone="problem">{errorSentence(change.error)}</Notice>
      )}
      <PasswordField
        label={t('current')}
        autoComplete="current-password"
        value={entered.current}
        onChange={set('current')}
        error={wrong.currentPassword}
        {...shown()}
      />
      <PasswordField
        label={t('fresh')}
        autoComplete="new-password"
        value={entered.fresh}
        onChange={set('fresh')}
        error={wrong.newPassword}
        {...shown()}
      />
      {own.data && <p className="field-hint">{passwordHint(own.data.password)}</p>}
      <PasswordField
        label={t('again')}
        autoComplete="new-password"
        value={entered.again}
        onChange={set('again')}
        error={differs ? t('differs') : undefined}
        {...shown()}
      />
      <Button type="submit" look="primary" busy={change.isPending}>
        {t('save')}
      </Button>
    </form>
  )
}

function Passkeys({ run }: { run: ReturnType<typeof usePasswordAgain>['run'] }) {
  const [name, setName] = useState('')
  const [said, setSaid] = useState<{ tone: 'done' | 'problem'; words: string }>()
  const passkeys = useRead('listOwnPasskeys')
  const say = (error: unknown) => {
    if (error instanceof PasswordNotGiven) return
    const words = error instanceof PasskeyLeft ? t('passkeyLeft') : errorSentence(error)
    setSaid({ tone: 'problem', words })
  }
  const add = () =>
    run(() => makePasskey(name.trim())).then(() => {
      setSaid({ tone: 'done', words: t('passkeyAdded') })
      setName('')
      return passkeys.refetch()
    }, say)
  const remove = (passkeyId: string) =>
    run(() => call('removePasskey', { passkeyId })).then(() => passkeys.refetch(), say)

  return (
    <section className="security" aria-label={t('passkeys')}>
      <h2>{t('passkeys')}</h2>
      <p>{t('passkeysHint')}</p>
      {said && <Notice tone={said.tone}>{said.words}</Notice>}
      {passkeys.data?.items.map((each) => (
        <div className="security-line" key={each.id}>
          <span>
            {each.name}
            <small>{t('madeAt', { date: formatInstant(each.madeAt) })}</small>
          </span>
          <Button label={`${t('remove')} ${each.name}`} onClick={() => void remove(each.id)}>
            {t('remove')}
          </Button>
        </div>
      ))}
      {knowsPasskeys() ? (
        <>
          <TextField label={t('passkeyName')} maxLength={40} value={name} onChange={setName} />
          <Button why={name.trim() ? undefined : t('missing')} onClick={() => void add()}>
            {t('addPasskey')}
          </Button>
        </>
      ) : (
        <p>{t('passkeysUnknown')}</p>
      )}
    </section>
  )
}

function Sessions() {
  const sessions = useRead('listOwnSessions')
  const end = useAct('endOwnSession', { invalidates: ['listOwnSessions'] })
  const endOthers = useAct('endOtherSessions', { invalidates: ['listOwnSessions'] })
  const others = sessions.data?.items.filter((each) => !each.isThis) ?? []
  const problem = sessions.error ?? end.error ?? endOthers.error
  return (
    <section className="security" aria-label={t('sessions')}>
      <h2>{t('sessions')}</h2>
      <p>{others.length > 0 ? t('sessionsHint') : t('noOthers')}</p>
      {problem && <Notice tone="problem">{errorSentence(problem)}</Notice>}
      {sessions.data?.items.map((each) => (
        <div className="security-line" key={each.id}>
          <span>
            {deviceWords(each.device)}
            <small>
              {each.isThis ? t('thisDevice') : t('lastSeen', { date: formatInstant(each.lastSeenAt) })}
            </small>
          </span>
          {!each.isThis && (
            <Button
              label={`${t('endThere')} ${deviceWords(each.device)}`}
              onClick={() => end.mutate({ sessionId: each.id })}
            >
              {t('endThere')}
            </Button>
          )}
        </div>
      ))}
      {others.length > 0 && (
        <Button busy={endOthers.isPending} onClick={() => endOthers.mutate({})}>
          {t('endOthers')}
        </Button>
      )}
    </section>
  )
}
