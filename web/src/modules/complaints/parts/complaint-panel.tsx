import type { ComplaintFile } from '#contract/complaints.ts'
import { App, Button, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatInstant } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { postName } from '../../access/posts.ts'
import { t } from '../texts.ts'
import { complaintActName, complaintStateName, subjectName } from '../words.ts'

/** One complaint: what was said, what happened, and the answer. */
export function ComplaintPanel({ complaintId }: { complaintId: string }) {
  const complaint = useRead('getComplaint', { complaintId })
  if (complaint.error) return <p className="problem">{errorSentence(complaint.error)}</p>
  if (!complaint.data) return <Skeleton active />
  const file = complaint.data
  return (
    <>
      <p className="lead">{file.text ?? t('erased')}</p>
      <Facts
        facts={[
          [t('receipt'), file.receiptNo],
          [t('subject'), subjectName(file.subject)],
          [t('about'), [file.aboutName, file.aboutOfficer].filter(Boolean).join(' · ')],
          [t('filer'), file.anonymous ? t('anonymous') : (file.filerName ?? '—')],
          [t('filed'), formatInstant(file.filedAt)],
          ...(file.dueOn ? ([[t('due'), formatDay(file.dueOn)]] as const) : []),
          [t('state'), complaintStateName(file.state)],
        ]}
      />
      <h3 className="section-title">{t('history')}</h3>
      <ol className="approval-acts">
        {file.acts.map((act) => (
          <li key={act.actedAt}>
            {complaintActName(act.act)} · {act.handledBy}
            {act.post && ` ${postName(act.post)}`}
            <small className="figures">{formatInstant(act.actedAt)}</small>
            {act.text && <p>{act.text}</p>}
          </li>
        ))}
      </ol>
      {file.can.answer && <AnswerForm file={file} />}
      {file.can.reveal && <IdentityForm file={file} />}
    </>
  )
}

function AnswerForm({ file }: { file: ComplaintFile }) {
  const [text, setText] = useState('')
  const { message } = App.useApp()
  const answer = useAct('answerComplaint', {
    invalidates: ['getComplaint', 'listComplaints', 'listInboxTasks'],
  })
  const send = () =>
    answer.mutate(
      { complaintId: file.id, text },
      {
        onSuccess: () => void message.success(t('answered')),
        onError: (error) => void message.error(errorSentence(error), 8),
      },
    )
  return (
    <div className="approval-decision">
      <label htmlFor="complaint-answer">{t('answerLabel')}</label>
      <Input.TextArea
        id="complaint-answer"
        rows={4}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="panel-actions">
        <Button type="primary" disabled={text.trim().length < 5} loading={answer.isPending} onClick={send}>
          {t('answer')}
        </Button>
      </div>
    </div>
  )
}

function IdentityForm({ file }: { file: ComplaintFile }) {
  const [reason, setReason] = useState('')
  const reveal = useAct('revealComplainant', { invalidates: ['getComplaint'] })
  if (reveal.data) return <p role="status">{t('revealedName', { name: reveal.data.name ?? '—' })}</p>
  return (
    <div className="approval-decision">
      <p className="quiet">{t('revealNote')}</p>
      <label htmlFor="complaint-identity">{t('revealReason')}</label>
      <Input
        id="complaint-identity"
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {reveal.error && <p className="problem">{errorSentence(reveal.error)}</p>}
      <div className="panel-actions">
        <Button
          disabled={reason.trim().length < 5}
          loading={reveal.isPending}
          onClick={() => reveal.mutate({ complaintId: file.id, reason })}
        >
          {t('reveal')}
        </Button>
      </div>
    </div>
  )
}
