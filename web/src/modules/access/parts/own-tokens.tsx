import '../access.css'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { Output } from '../../../kit/call.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatPeriod } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { TokenDialog } from '../forms/token-dialog.tsx'
import { permissionWords } from '../permission-words.ts'
import { t } from '../texts.ts'

/** Tokens of the appointment in use: what each may do, when it was last used, and the button that stops it. */
export function OwnTokens() {
  const { data } = useRead('listTokens')
  const [open, setOpen] = useState<'dialog'>()
  return (
    <section className="panel powers-part" aria-label={t('tokens')}>
      <header>
        <h2>{t('tokens')}</h2>
        <Button onClick={() => setOpen('dialog')}>{t('newToken')}</Button>
      </header>
      <p className="quiet">{t('tokensHint')}</p>
      {data?.items.length === 0 && <p className="quiet">{t('noTokens')}</p>}
      {data?.items.map((token) => (
        <TokenLine key={token.id} token={token} />
      ))}
      {open && <TokenDialog onClose={() => setOpen(undefined)} />}
    </section>
  )
}

function TokenLine({ token }: { token: Output<'listTokens'>['items'][number] }) {
  const used = token.lastUsedOn ? t('lastUsed', { day: formatDay(token.lastUsedOn) }) : t('neverUsed')
  const state = { working: t('working'), ended: t('over'), revoked: t('revoked') }[token.state]
  return (
    <div className="delegation-line">
      <div>
        <strong>{token.name}</strong>
        <small>{token.permissions.map(permissionWords).join('、')}</small>
        <small>{used}</small>
      </div>
      <span className="figures">
        {formatPeriod(token.startsOn, token.endsBefore)} · {state}
      </span>
      {token.state === 'working' && <Revoke token={token} />}
    </div>
  )
}

function Revoke({ token }: { token: { id: string; name: string } }) {
  const confirm = useConfirm()
  const { message } = App.useApp()
  const revoke = useAct('revokeToken', { invalidates: ['listTokens'] })
  const ask = async () => {
    const title = t('revokeTitle', { name: token.name })
    if (!(await confirm({ title, body: t('revokeBody'), verb: t('revoke') }))) return
    revoke.mutate({ tokenId: token.id }, { onError: (error) => void message.error(errorSentence(error)) })
  }
  return (
    <Button size="small" loading={revoke.isPending} onClick={() => void ask()}>
      {t('revoke')}
    </Button>
  )
}
