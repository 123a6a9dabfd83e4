import '../people.css'
import '../member-file.css'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { TransferRow } from '#contract/people-transfers.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { useMay } from '../../../kit/me.ts'
import { useAct } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import { AskForMemberDialog } from '../forms/ask-for-member-dialog.tsx'
import { RefusalDialog } from '../forms/refusal-dialog.tsx'
import { transfersChanged } from '../parts/members-changed.ts'
import { transferColumns, transferFilters } from '../parts/transfer-columns.tsx'
import { TransferPanel, TransferPanelFoot } from '../parts/transfer-panel.tsx'
import { t } from '../transfer-texts.ts'

/** Transfers in and out of the unions within scope, each with its steps; many are answered at once. */
export default function TransfersPage() {
  const mayChange = useMay('people.write')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <ListPage
        title={t('transfers')}
        operation="listTransfers"
        filters={transferFilters()}
        columns={transferColumns()}
        rowId={(row) => row.id}
        empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
        actions={
          mayChange && (
            <Button type="primary" onClick={() => setAsking(true)}>
              {t('ask')}
            </Button>
          )
        }
        panel={(id) => ({
          title: t('transfer'),
          body: <TransferPanel key={id} transferId={id} />,
          foot: <TransferPanelFoot key={id} transferId={id} />,
        })}
        bulk={mayChange ? (chosen, clear) => <ManyAnswers chosen={chosen} onAnswered={clear} /> : undefined}
      />
      {asking && <AskForMemberDialog onClose={() => setAsking(false)} />}
    </>
  )
}

function ManyAnswers({ chosen, onAnswered }: { chosen: readonly TransferRow[]; onAnswered: () => void }) {
  const [refusing, setRefusing] = useState<readonly string[]>()
  const answer = useAnswer(onAnswered)
  const idsOf = (may: keyof TransferRow['can']) => chosen.filter((row) => row.can[may]).map((row) => row.id)
  const [toRelease, toAccept, toRefuse] = [idsOf('release'), idsOf('accept'), idsOf('refuse')]
  if (toRefuse.length === 0) return <span>{t('noneToAnswer')}</span>
  return (
    <>
      {toRefuse.length < chosen.length && <span>{t('cannotAll', { count: toRefuse.length })}</span>}
      {toRelease.length > 0 && (
        <Button onClick={() => void answer('release', toRelease)}>
          {t('releaseMany', { count: toRelease.length })}
        </Button>
      )}
      {toAccept.length > 0 && (
        <Button onClick={() => void answer('accept', toAccept)}>
          {t('acceptMany', { count: toAccept.length })}
        </Button>
      )}
      <Button onClick={() => setRefusing(toRefuse)}>{t('refuseMany', { count: toRefuse.length })}</Button>
      {refusing && (
        <RefusalDialog
          transferIds={refusing}
          onClose={() => {
            setRefusing(undefined)
            onAnswered()
          }}
        />
      )}
    </>
  )
}

function useAnswer(onAnswered: () => void) {
  const confirm = useConfirm()
  const { message } = App.useApp()
  const act = useAct('answerTransfers', { invalidates: transfersChanged })
  return async (answer: 'release' | 'accept', transferIds: string[]) => {
    const count = transferIds.length
    const question =
      answer === 'release'
        ? { title: t('releaseTitle'), body: t('releaseBody'), verb: t('releaseMany', { count }) }
        : { title: t('acceptTitle'), body: t('acceptBody'), verb: t('acceptMany', { count }) }
    if (!(await confirm({ ...question, count }))) return
    act.mutate(
      { transferIds, answer },
      {
        onSuccess: ({ answered }) => {
          void message.success(t('answered', { count: answered }))
          onAnswered()
        },
        onError: (error) => void message.error(errorSentence(error), 8),
      },
    )
  }
}
