import type { OwnPasskey } from '#contract/passkeys.ts'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { call } from '../../../kit/call.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { t } from '../account/texts.ts'
import { knowsPasskeys, makePasskey, PasskeyLeft } from '../passkey.ts'
import { PasswordNotGiven } from '../password-again.ts'
import { useFreshFactors } from './fresh-factors.ts'
import type { Run } from './second-factor-part.tsx'

/** One's own passkeys, with adding and removing. */
export function PasskeyList({ run }: { run: Run }) {
  const passkeys = useRead('listOwnPasskeys')
  const refresh = useFreshFactors()
  const confirm = useConfirm()
  const { message } = App.useApp()
  const say = (error: unknown) => {
    if (error instanceof PasskeyLeft) void message.info(t('passkeyLeft'))
    else if (!(error instanceof PasswordNotGiven)) void message.error(errorSentence(error))
  }

  async function add(name: string) {
    await run(() => makePasskey(name)).then(async () => {
      void message.success(t('passkeyAdded'))
      await refresh()
    }, say)
  }

  async function remove({ id, name }: OwnPasskey) {
    const sure = await confirm({
      title: t('removePasskeyAsk', { name }),
      body: t('removePasskeyBody'),
      verb: t('remove'),
    })
    if (sure) await run(() => call('removePasskey', { passkeyId: id })).then(refresh, say)
  }

  return (
    <div>
      <h3>{t('passkeys')}</h3>
      <p className="quiet">{t('passkeysHint')}</p>
      <ul className="account-list">
        {passkeys.data?.items.map((each) => (
          <li key={each.id} className="account-line">
            <div>
              <strong>{each.name}</strong>
              <p className="quiet">
                {t('madeAt', { date: formatInstant(each.madeAt) })} ·{' '}
                {each.lastUsedAt ? t('usedAt', { date: formatInstant(each.lastUsedAt) }) : t('neverUsed')}
              </p>
            </div>
            <Button onClick={() => void remove(each)} aria-label={`${t('remove')} ${each.name}`}>
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
      {passkeys.data?.items.length === 0 && <p className="quiet">{t('noPasskeys')}</p>}
      {knowsPasskeys() ? <AddPasskey add={add} /> : <p className="quiet">{t('passkeysUnknown')}</p>}
    </div>
  )
}

function AddPasskey({ add }: { add: (name: string) => Promise<void> }) {
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [lacking, setLacking] = useState(false)

  async function submit() {
    setLacking(name.trim() === '')
    if (name.trim() === '') return
    setBusy(true)
    await add(name.trim())
    setBusy(false)
    setName('')
  }

  return (
    <form
      className="account-add"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <label htmlFor="passkey-name">{t('passkeyName')}</label>
      <div>
        <Input
          id="passkey-name"
          maxLength={40}
          value={name}
          status={lacking ? 'error' : ''}
          aria-invalid={lacking}
          aria-describedby="passkey-name-problem"
          onChange={(event) => setName(event.target.value)}
        />
        <Button htmlType="submit" loading={busy}>
          {t('addPasskey')}
        </Button>
      </div>
      <p id="passkey-name-problem" className="problem" role="alert">
        {lacking && t('missing')}
      </p>
    </form>
  )
}
