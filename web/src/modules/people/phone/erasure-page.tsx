import './people.css'
import { useState } from 'react'
import type { ErasurePreview } from '#contract/own-data.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { PhoneLink } from '../../../kit/phone/router.tsx'
import { useAct, useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { TextArea } from '../../../ui/light/choice.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { t } from './rights-texts.ts'

/** What erasing my data means, what stands in the way, and asking for it. */
export default function ErasurePage() {
  const preview = useRead('getErasurePreview')
  if (preview.isPending) return <Skeleton lines={6} label={t('loading')} />
  if (!preview.data) {
    return (
      <Empty icon="offline" title={t('erasure')} hint={errorSentence(preview.error)}>
        <Button look="primary" onClick={() => void preview.refetch()}>
          {t('retry')}
        </Button>
      </Empty>
    )
  }
  const { current } = preview.data
  if (current)
    return (
      <>
        <Notice tone="info" title={t('underWay')}>
          {current.executeOn && <p>{t('executeOn', { date: formatDay(current.executeOn) })}</p>}
        </Notice>
        <PhoneLink to="/requests" className="button button-plain">
          {t('requests')}
        </PhoneLink>
      </>
    )
  return <ErasureForm preview={preview.data} />
}

function ErasureForm({ preview }: { preview: ErasurePreview }) {
  const [read, setRead] = useState(false)
  const [reason, setReason] = useState('')
  const ask = useAct('askErasure', { invalidates: ['getErasurePreview', 'listOwnRequests'] })
  const send = () => ask.mutate({ consequencesRead: true, ...(reason.trim() && { reason: reason.trim() }) })
  return (
    <section className="file-part">
      <h2>{t('means')}</h2>
      <div className="sheet">
        <ul className="consequences">
          <li>{t('mean1')}</li>
          <li>{t('mean2')}</li>
          <li>{t('mean3', preview.kept)}</li>
          <li>{t('mean4')}</li>
          <li>{t('mean5', { answer: preview.answerDays, cooling: preview.coolingDays })}</li>
        </ul>
        {preview.hindrances.includes('membership') && <Notice tone="due" title={t('membershipHolds')} />}
        {preview.hindrances.includes('appointment') && <Notice tone="due" title={t('postHolds')} />}
        <TextArea label={t('reason')} value={reason} onChange={setReason} rows={2} maxLength={300} />
        <label className="tick">
          <input type="checkbox" checked={read} onChange={(event) => setRead(event.currentTarget.checked)} />
          {t('readIt')}
        </label>
        {ask.error && <Notice tone="problem" title={errorSentence(ask.error)} />}
        <Button busy={ask.isPending} why={read ? undefined : t('readFirst')} onClick={send}>
          {t('askErasure')}
        </Button>
      </div>
    </section>
  )
}
