import { App, Button } from 'antd'
import { useState } from 'react'
import type { Bulletin } from '#contract/reports-bulletins.ts'
import { language } from '../../../i18n/language.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { bulletinsChanged } from '../bulletins-changed.ts'
import { t } from '../texts.ts'
import { ReasonDialog } from './reason-dialog.tsx'

/** What the asker may do with a bulletin now; the next step is the primary button. */
export function BulletinActs({ bulletin }: { bulletin: Bulletin }) {
  const { can, id } = bulletin
  return (
    <>
      {can.withdraw && <Withdraw bulletin={bulletin} />}
      {bulletin.state !== 'withdrawn' && (
        <>
          <DownloadButton
            operation="downloadBulletin"
            label={t('docx')}
            input={() => Promise.resolve({ bulletinId: id, language: language(), origin: location.origin })}
          />
          <LinkButton to={`/bulletins/${id}/print`} search={{} as never}>
            {t('print')}
          </LinkButton>
        </>
      )}
      {can.edit && (
        <LinkButton to={`/bulletins/${id}/edit`} search={{} as never}>
          {t('edit')}
        </LinkButton>
      )}
      {can.submit && <Submit bulletin={bulletin} />}
      {can.review && bulletin.requestId !== null && <Review requestId={bulletin.requestId} />}
    </>
  )
}

function Submit({ bulletin }: { bulletin: Bulletin }) {
  const confirm = useConfirm()
  const { message } = App.useApp()
  const act = useAct('submitBulletin', { invalidates: bulletinsChanged })
  const ask = async () => {
    if (!(await confirm({ title: t('submitTitle'), body: t('submitBody'), verb: t('submit') }))) return
    act.mutate(
      { bulletinId: bulletin.id },
      {
        onSuccess: () => void message.success(t('submitted')),
        onError: (error) => void message.error(errorSentence(error)),
      },
    )
  }
  return (
    <Button type="primary" loading={act.isPending} onClick={() => void ask()}>
      {t('submit')}
    </Button>
  )
}

function Review({ requestId }: { requestId: string }) {
  const confirm = useConfirm()
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const act = useAct('decideApproval', { invalidates: bulletinsChanged })
  const decide = (decision: 'approve' | 'return', reason: string, done: string) =>
    act.mutate(
      { approvalId: requestId, decision, ...(reason === '' ? {} : { reason }) },
      {
        onSuccess: () => {
          setAsking(false)
          void message.success(done)
        },
        onError: (error) => void message.error(errorSentence(error), 8),
      },
    )
  const release = async () => {
    if (await confirm({ title: t('releaseTitle'), body: t('releaseBody'), verb: t('release') }))
      decide('approve', '', t('wasReleased'))
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('giveBack')}</Button>
      <Button type="primary" loading={act.isPending} onClick={() => void release()}>
        {t('release')}
      </Button>
      {asking && (
        <ReasonDialog
          title={t('backTitle')}
          verb={t('giveBack')}
          busy={act.isPending}
          onSay={(reason) => decide('return', reason, t('wasGivenBack'))}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

function Withdraw({ bulletin }: { bulletin: Bulletin }) {
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const act = useAct('withdrawBulletin', { invalidates: bulletinsChanged })
  const withdraw = (reason: string) =>
    act.mutate(
      { bulletinId: bulletin.id, reason },
      {
        onSuccess: () => {
          setAsking(false)
          void message.success(t('wasWithdrawn'))
        },
        onError: (error) => void message.error(errorSentence(error)),
      },
    )
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('withdraw')}</Button>
      {asking && (
        <ReasonDialog
          title={t('withdrawTitle')}
          note={t('withdrawNote')}
          verb={t('withdraw')}
          busy={act.isPending}
          onSay={withdraw}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
