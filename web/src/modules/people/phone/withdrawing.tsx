import { useState } from 'react'
import type { Output } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { TextField } from '../../../ui/light/field.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { t } from './membership-texts.ts'

type Withdrawal = Output<'getOwnWithdrawal'>

/** Leaving the union: the consequences first, some days to think it over, and the way back until then. */
export function Withdrawing() {
  const read = useRead('getOwnWithdrawal')
  const [reading, setReading] = useState(false)
  if (!read.data?.member) return null
  return (
    <section className="file-part">
      <h2>{t('withdrawal')}</h2>
      {read.data.declared ? (
        <Declared effectiveOn={read.data.declared.effectiveOn} />
      ) : reading ? (
        <Consequences withdrawal={read.data} onClose={() => setReading(false)} />
      ) : (
        <div className="sheet">
          <p className="file-wrong">{t('withdrawalHint')}</p>
          <Button look="quiet" onClick={() => setReading(true)}>
            {t('wantWithdraw')}
          </Button>
        </div>
      )}
    </section>
  )
}

function Consequences({ withdrawal, onClose }: { withdrawal: Withdrawal; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const declare = useAct('declareOwnWithdrawal', { invalidates: ['getOwnWithdrawal'] })
  const text = reason.trim()
  return (
    <div className="sheet">
      <h3>{t('consequences')}</h3>
      <ul className="consequences">
        <li>{t('effective', { date: formatDay(withdrawal.wouldEndOn) })}</li>
        <li>{t('losesVote')}</li>
        <li>{t('losesBenefits')}</li>
        <li>{t('cardStops')}</li>
        {withdrawal.appointments > 0 && <li>{t('postsStay', { count: withdrawal.appointments })}</li>}
        <li>{t('instead')}</li>
      </ul>
      <TextField
        label={t('reason')}
        hint={t('reasonShown')}
        value={reason}
        onChange={setReason}
        maxLength={200}
      />
      {declare.error && <Notice tone="problem" title={errorSentence(declare.error)} />}
      <div className="phone-actions">
        <Button look="primary" onClick={onClose}>
          {t('stay')}
        </Button>
        <Button
          busy={declare.isPending}
          onClick={() =>
            declare.mutate({ consequencesRead: true, ...(text.length > 1 ? { reason: text } : {}) })
          }
        >
          {t('declare')}
        </Button>
      </div>
    </div>
  )
}

function Declared({ effectiveOn }: { effectiveOn: string }) {
  const takeBack = useAct('takeBackOwnWithdrawal', { invalidates: ['getOwnWithdrawal'] })
  return (
    <div className="sheet">
      <Notice tone="due" title={t('declared', { date: formatDay(effectiveOn) })} />
      {takeBack.error && <Notice tone="problem" title={errorSentence(takeBack.error)} />}
      <Button look="primary" busy={takeBack.isPending} onClick={() => takeBack.mutate({})}>
        {t('takeBack')}
      </Button>
    </div>
  )
}
