import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { BallotPhone } from '#contract/ballots-shapes.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { formatInstant } from '../../../kit/format.ts'
import { t } from '../phone-vote-texts.ts'
import { Act } from './phone-panel.tsx'
import { useStep } from './use-step.ts'

/** The way out when two shares are lost: one person declares the vote by phone void, another confirms it. */
export function LostKey({ phone }: { phone: BallotPhone }) {
  const { voiding } = phone
  return (
    <section className="panel ballot-key">
      <h2 className="section-title">{t('lostTitle')}</h2>
      <p>{t('lostHint')}</p>
      {voiding === null ? <Declare phone={phone} /> : <Confirm phone={phone} voiding={voiding} />}
    </section>
  )
}

function Declare({ phone }: { phone: BallotPhone }) {
  const [reason, setReason] = useState('')
  const { busy, take } = useStep('declarePhoneVoteVoid')
  const confirm = useConfirm()
  const declare = async () => {
    if (await confirm({ title: t('lostDeclare'), body: t('lostAsk'), verb: t('lostDeclare') }))
      take({ voteId: phone.voteId, reason: reason.trim() })
  }
  return (
    <>
      <label htmlFor="lost-reason">{t('lostReason')}</label>
      <Input.TextArea
        id="lost-reason"
        className="ballot-share-field"
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="ballot-line">
        <Button danger loading={busy} disabled={reason.trim() === ''} onClick={() => void declare()}>
          {t('lostDeclare')}
        </Button>
        {reason.trim() === '' && <span className="quiet">{t('lostWhy')}</span>}
      </div>
    </>
  )
}

interface ConfirmProps {
  phone: BallotPhone
  voiding: NonNullable<BallotPhone['voiding']>
}

function Confirm({ phone, voiding }: ConfirmProps) {
  return (
    <>
      <Alert type="warning" showIcon title={t('lostDeclared', { at: formatInstant(voiding.declaredAt) })} />
      <p>{t('lostBecause', { reason: voiding.reason })}</p>
      <div className="ballot-line">
        <Act
          phone={phone}
          operation="confirmPhoneVoteVoid"
          verb={t('lostConfirm')}
          ask={t('lostConfirmAsk')}
          why={voiding.declaredByMe ? t('lostOther') : undefined}
        />
        {voiding.declaredByMe && <span className="quiet">{t('lostOther')}</span>}
      </div>
    </>
  )
}
