import './people.css'
import { useState } from 'react'
import type { Output } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { membershipKindName } from '../words.ts'
import { t } from './membership-texts.ts'
import { TransferRequest } from './transfer-request.tsx'
import { TransferSteps } from './transfer-steps.tsx'
import { Withdrawing } from './withdrawing.tsx'

type OwnTransfer = Output<'listOwnTransfers'>['items'][number]

/** One’s own membership: where it stands, how to have it transferred, and what has become of it. */
export default function MembershipPage() {
  const card = useRead('getOwnCard')
  const transfers = useRead('listOwnTransfers')
  const error = card.error ?? transfers.error
  if (error && (!card.data || !transfers.data)) {
    const again = () => void Promise.all([card.refetch(), transfers.refetch()])
    return (
      <Empty icon="offline" title={t('notRead')} hint={errorSentence(error)}>
        <Button look="primary" onClick={again}>
          {t('retry')}
        </Button>
      </Empty>
    )
  }
  if (!card.data || !transfers.data) return <Skeleton lines={6} label={t('loading')} />
  const open = transfers.data.items.find((one) => one.dueOn !== null)
  const ended = transfers.data.items.filter((one) => one !== open)
  if (card.data.kind === null && transfers.data.items.length === 0)
    return <Empty icon="card" title={t('none')} hint={t('noneHint')} />
  return (
    <>
      <Now card={card.data} />
      {card.data.kind !== null && <Transferring open={open} />}
      {card.data.kind !== null && !open && <Withdrawing />}
      {ended.length > 0 && (
        <section className="file-part">
          <h2>{t('earlier')}</h2>
          <ul className="rows">
            {ended.map((one) => (
              <li key={one.id} className="entry">
                <span>{t('fromTo', { from: one.fromUnionName, to: one.toUnionName })}</span>
                <TransferSteps steps={one.steps} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Now({ card }: { card: Output<'getOwnCard'> }) {
  if (card.kind === null) return <Notice tone="info" title={t('none')} />
  return (
    <section className="file-part">
      <h2>{t('now')}</h2>
      <div className="sheet">
        <Facts
          facts={[
            [t('union'), card.unionName ?? ''],
            [t('kind'), membershipKindName(card.kind)],
            [t('joined'), card.joinedOn ? formatDay(card.joinedOn) : ''],
          ]}
        />
      </div>
    </section>
  )
}

function Transferring({ open }: { open: OwnTransfer | undefined }) {
  const [asking, setAsking] = useState(false)
  const [said, say] = useState<string>()
  return (
    <section className="file-part">
      <h2>{t('transfers')}</h2>
      {said && <Notice tone="done" title={said} />}
      {open ? (
        <UnderWay transfer={open} onWithdrawn={() => say(t('withdrawn'))} />
      ) : asking ? (
        <TransferRequest
          onDone={() => {
            setAsking(false)
            say(t('sent'))
          }}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <div className="sheet">
          <p className="file-wrong">{t('transferHint')}</p>
          <Button
            look="primary"
            onClick={() => {
              say(undefined)
              setAsking(true)
            }}
          >
            {t('askTransfer')}
          </Button>
        </div>
      )}
    </section>
  )
}

function UnderWay({ transfer, onWithdrawn }: { transfer: OwnTransfer; onWithdrawn: () => void }) {
  const withdraw = useAct('withdrawOwnTransfer', { invalidates: ['listOwnTransfers'] })
  return (
    <div className="sheet">
      <p>{t('fromTo', { from: transfer.fromUnionName, to: transfer.toUnionName })}</p>
      <TransferSteps steps={transfer.steps} />
      {withdraw.error && <Notice tone="problem" title={errorSentence(withdraw.error)} />}
      {transfer.can.withdraw && (
        <Button
          busy={withdraw.isPending}
          onClick={() => withdraw.mutate({ transferId: transfer.id }, { onSuccess: onWithdrawn })}
        >
          {t('withdraw')}
        </Button>
      )}
    </div>
  )
}
