import { App, Button } from 'antd'
import { useState } from 'react'
import type { AccountRow } from '#contract/accounts.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { PasswordDialog } from '../forms/password-dialog.tsx'
import { ReasonDialog } from '../forms/reason-dialog.tsx'
import { t } from '../texts.ts'

const changed = ['listAccounts'] as const

/** What may be done with an account; with one's own, nothing, and why. */
export function AccountActs({ account }: { account: AccountRow }) {
  const [asked, ask] = useState<'close' | 'reopen'>()
  const [password, setPassword] = useState<string>()
  const acts = useAccountActs(account, setPassword)
  if (account.isOwn) return <p className="quiet">{t('own')}</p>
  return (
    <div className="panel-actions">
      {account.closedAt === null ? (
        <>
          {account.lockedUntil !== null && <Button onClick={acts.unlock}>{t('unlock')}</Button>}
          {account.sessions > 0 && <Button onClick={acts.endSessions}>{t('endSessions')}</Button>}
          <Button onClick={acts.reset}>{t('reset')}</Button>
          <Button onClick={() => ask('close')}>{t('close')}</Button>
        </>
      ) : (
        <Button onClick={() => ask('reopen')}>{t('reopen')}</Button>
      )}
      {asked && <ReasonDialog what={asked} account={account} onClose={() => ask(undefined)} />}
      {password && (
        <PasswordDialog name={account.name} password={password} onClose={() => setPassword(undefined)} />
      )}
    </div>
  )
}

function useAccountActs({ accountId, name }: AccountRow, onPassword: (password: string) => void) {
  const confirm = useConfirm()
  const { message } = App.useApp()
  const unlock = useAct('unlockAccount', { invalidates: changed })
  const end = useAct('endAccountSessions', { invalidates: changed })
  const reset = useAct('resetAccountPassword', { invalidates: changed })
  const onError = (error: Error) => void message.error(errorSentence(error), 8)
  const onSuccess = () => void message.success(t('done'))
  return {
    unlock: () => unlock.mutate({ accountId }, { onError, onSuccess }),
    endSessions: () => {
      const question = {
        title: t('endSessions'),
        body: t('endSessionsBody', { name }),
        verb: t('endSessions'),
      }
      void confirm(question).then((yes) => yes && end.mutate({ accountId }, { onError, onSuccess }))
    },
    reset: () => {
      const question = { title: t('reset'), body: t('resetBody'), verb: t('reset') }
      const told = {
        onError,
        onSuccess: (answer: { initialPassword: string }) => onPassword(answer.initialPassword),
      }
      void confirm(question).then((yes) => yes && reset.mutate({ accountId }, told))
    },
  }
}
