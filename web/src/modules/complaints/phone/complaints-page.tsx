import '../../people/phone/people.css'
import { useState } from 'react'
import type { OwnComplaint } from '#contract/complaints.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatInstant } from '../../../kit/format.ts'
import { PhoneLink } from '../../../kit/phone/router.tsx'
import { useAct, useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { TextArea } from '../../../ui/light/choice.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { postName } from '../../access/posts.ts'
import { complaintActName, complaintStateName, subjectName } from '../words.ts'
import { t } from './texts.ts'

/** My complaints, what was answered, and whether that will do. */
export default function ComplaintsPage() {
  const complaints = useRead('listOwnComplaints')
  if (complaints.isPending) return <Skeleton lines={6} label={t('loading')} />
  if (!complaints.data) {
    return (
      <Empty icon="offline" title={t('title')} hint={errorSentence(complaints.error)}>
        <Button look="primary" onClick={() => void complaints.refetch()}>
          {t('retry')}
        </Button>
      </Empty>
    )
  }
  const { items } = complaints.data
  const link = (
    <PhoneLink to="/complaints/new" className="button button-primary">
      {t('newOne')}
    </PhoneLink>
  )
  if (items.length === 0)
    return (
      <Empty icon="check" title={t('none')} hint={t('noneHint')}>
        {link}
      </Empty>
    )
  return (
    <>
      {items.map((one) => (
        <Complaint key={one.id} complaint={one} />
      ))}
      {link}
    </>
  )
}

function Complaint({ complaint }: { complaint: OwnComplaint }) {
  return (
    <article className="sheet request">
      <h2>
        {subjectName(complaint.subject)} · {complaint.aboutName}
      </h2>
      <p>{complaint.text ?? t('erased')}</p>
      <p className="figures">{t('receipt', { number: complaint.receiptNo })}</p>
      <p>
        {complaintStateName(complaint.state)} · {t('handled', { name: complaint.handledBy })}
        {complaint.dueOn && ` · ${t('due', { date: formatDay(complaint.dueOn) })}`}
      </p>
      <ol>
        {complaint.acts.slice(1).map((act) => (
          <li key={act.actedAt}>
            {complaintActName(act.act)} {act.post && `· ${act.handledBy} ${postName(act.post)}`}
            <small className="figures">{formatInstant(act.actedAt)}</small>
            {act.text && <p>{act.text}</p>}
          </li>
        ))}
      </ol>
      {complaint.can.reply && <Reply complaintId={complaint.id} />}
    </article>
  )
}

function Reply({ complaintId }: { complaintId: string }) {
  const [text, setText] = useState('')
  const reply = useAct('replyToAnswer', { invalidates: ['listOwnComplaints'] })
  const say = (said: 'satisfied' | 'not_satisfied') =>
    reply.mutate({ complaintId, reply: said, ...(text.trim() && { text: text.trim() }) })
  return (
    <>
      <TextArea label={t('words')} value={text} onChange={setText} rows={2} maxLength={2000} />
      {reply.error && <Notice tone="problem" title={errorSentence(reply.error)} />}
      <div className="phone-actions">
        <Button look="primary" busy={reply.isPending} onClick={() => say('satisfied')}>
          {t('satisfied')}
        </Button>
        <Button onClick={() => say('not_satisfied')}>{t('notSatisfied')}</Button>
      </div>
    </>
  )
}
