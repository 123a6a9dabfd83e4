import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { Transfer, TransferStep } from '#contract/people-transfers.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatInstant } from '../../../kit/format.ts'
import { useAct, useReadWhen } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { postName } from '../../access/posts.ts'
import { DueDate } from '../../inbox/parts/due-date.tsx'
import { RefusalDialog } from '../forms/refusal-dialog.tsx'
import { t } from '../transfer-texts.ts'
import { transferSideName, transferStateName, transferStepName } from '../transfer-words.ts'
import { LinkButton } from './link-button.tsx'
import { transfersChanged } from './members-changed.ts'

/** One transfer with everything that has happened to it. */
export function TransferPanel({ transferId }: { transferId: string }) {
  const read = useReadWhen(true, 'getTransfer', { transferId })
  if (read.error) return <p className="problem">{errorSentence(read.error)}</p>
  if (!read.data) return <Skeleton active title={false} paragraph={{ rows: 8 }} />
  const transfer = read.data
  return (
    <>
      <p className="lead">
        {transfer.name} · {transferStateName(transfer.state)}
      </p>
      <Facts
        facts={[
          [t('document'), transfer.document ?? ''],
          [t('from'), transfer.fromUnionName],
          [t('to'), transfer.toUnionName],
          [
            t('askedBy'),
            [transferSideName(transfer.askedBy), transfer.byRoster && t('byRoster')]
              .filter(Boolean)
              .join(' · '),
          ],
          ...(transfer.reason ? ([[t('reason'), transfer.reason]] as const) : []),
          ...(transfer.dueOn ? ([[t('due'), <DueDate key="due" on={transfer.dueOn} />]] as const) : []),
        ]}
      />
      <h3 className="panel-heading">{t('steps')}</h3>
      <Steps steps={transfer.steps} />
      {transfer.can.accept && transfer.personId === null && <p className="file-note">{t('privacy')}</p>}
    </>
  )
}

function Steps({ steps }: { steps: readonly TransferStep[] }) {
  return (
    <ol className="records">
      {steps.map((one) => (
        <li key={one.step} className="record">
          <div>
            <strong>{transferStepName(one.step)}</strong>
            <p>
              {one.organisationName && one.post
                ? t('stepBy', { who: one.organisationName, post: postName(one.post) })
                : transferSideName(one.bySide)}
            </p>
            {one.reason && <p>{t('stepReason', { reason: one.reason })}</p>}
            {one.dueOn && <p>{t('stepDue', { date: formatDay(one.dueOn) })}</p>}
          </div>
          <span className="record-period figures">{formatInstant(one.recordedAt)}</span>
        </li>
      ))}
    </ol>
  )
}

/** What the union at this desk may do about a transfer now. */
export function TransferPanelFoot({ transferId }: { transferId: string }) {
  const read = useReadWhen(true, 'getTransfer', { transferId })
  if (!read.data) return null
  return <Answers transfer={read.data} />
}

function Answers({ transfer }: { transfer: Transfer }) {
  const [refusing, setRefusing] = useState(false)
  const release = useStep('releaseTransfer')
  const accept = useStep('acceptTransfer')
  const withdraw = useStep('withdrawTransfer')
  const { can, personId } = transfer
  return (
    <div className="panel-actions">
      {personId && (
        <LinkButton to={`/members/${personId}`} search={{} as never}>
          {t('openFile')}
        </LinkButton>
      )}
      {can.withdraw && (
        <Button
          onClick={() =>
            void withdraw(transfer, {
              title: t('withdrawTitle'),
              body: t('withdrawBody'),
              verb: t('withdraw'),
            })
          }
        >
          {t('withdraw')}
        </Button>
      )}
      {can.refuse && <Button onClick={() => setRefusing(true)}>{t('refuse')}</Button>}
      {can.release && (
        <Button
          type="primary"
          onClick={() =>
            void release(transfer, { title: t('releaseTitle'), body: t('releaseBody'), verb: t('release') })
          }
        >
          {t('release')}
        </Button>
      )}
      {can.accept && (
        <Button
          type="primary"
          onClick={() =>
            void accept(transfer, { title: t('acceptTitle'), body: t('acceptBody'), verb: t('accept') })
          }
        >
          {t('accept')}
        </Button>
      )}
      {refusing && <RefusalDialog transferIds={[transfer.id]} onClose={() => setRefusing(false)} />}
    </div>
  )
}

/** Asks, then takes the step. */
function useStep(operation: 'releaseTransfer' | 'acceptTransfer' | 'withdrawTransfer') {
  const confirm = useConfirm()
  const { message } = App.useApp()
  const act = useAct(operation, { invalidates: transfersChanged })
  return async (transfer: Transfer, question: { title: string; body: string; verb: string }) => {
    if (!(await confirm(question))) return
    act.mutate(
      { transferId: transfer.id },
      {
        onSuccess: () => void message.success(t('answered', { count: 1 })),
        onError: (error) => void message.error(errorSentence(error), 8),
      },
    )
  }
}
