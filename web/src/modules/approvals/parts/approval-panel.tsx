import type { ApprovalFile, Decision } from '#contract/approvals.ts'
import { App, Button, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatInstant } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { postName } from '../../access/posts.ts'
import { t } from '../texts.ts'
import { actName, fieldName, kindName, stateName, valueWords, whyNotWords } from '../words.ts'
import { SentAlong } from './sent-along.tsx'

/** One request: what is asked, old beside new, what happened, and what one may say to it. */
export function ApprovalPanel({ approvalId }: { approvalId: string }) {
  const approval = useRead('getApproval', { approvalId })
  if (approval.error) return <p className="problem">{errorSentence(approval.error)}</p>
  if (!approval.data) return <Skeleton active />
  const file = approval.data
  return (
    <>
      <p className="lead">{kindName(file.kind)}</p>
      <Facts
        facts={[
          ...(file.personName ? ([[t('who'), file.personName]] as const) : []),
          [t('askedBy'), file.askedByName],
          [t('unit'), file.organisationName],
          [t('asked'), formatInstant(file.askedAt)],
          ...(file.dueOn ? ([[t('due'), formatDay(file.dueOn)]] as const) : []),
          [t('state'), stateName(file.state)],
        ]}
      />
      <Lines file={file} />
      {file.kind === 'correction' && <SentAlong approvalId={file.id} attachments={file.attachments} />}
      <History file={file} />
      <DecisionForm file={file} />
    </>
  )
}

function Lines({ file }: { file: ApprovalFile }) {
  if (file.lines.length === 0) return <p className="quiet">{t('gone')}</p>
  const compared = file.kind === 'correction'
  return (
    <table className="approval-lines">
      <caption>{t('wanted')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          {compared && <th scope="col">{t('before')}</th>}
          <th scope="col">{compared ? t('after') : ''}</th>
        </tr>
      </thead>
      <tbody>
        {file.lines.map((line) => (
          <tr key={`${line.field} ${line.after}`}>
            <th scope="row">{fieldName(line.field)}</th>
            {compared && <td>{line.before ? valueWords(line.before) : '—'}</td>}
            <td>
              <strong>{line.after ? valueWords(line.after) : '—'}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function History({ file }: { file: ApprovalFile }) {
  return (
    <>
      <h3 className="section-title">{t('history')}</h3>
      <ol className="approval-acts">
        {file.acts.map((act) => (
          <li key={act.actedAt}>
            {actName(act.act)} · {act.personName}
            {act.post && ` · ${act.organisationName ?? ''} ${postName(act.post)}`}
            <small className="figures">{formatInstant(act.actedAt)}</small>
            {act.reason && <p>{act.reason}</p>}
          </li>
        ))}
      </ol>
    </>
  )
}

function DecisionForm({ file }: { file: ApprovalFile }) {
  const [reason, setReason] = useState('')
  const { message } = App.useApp()
  const decide = useAct('decideApproval', { invalidates: ['getApproval', 'listApprovals', 'listInboxTasks'] })
  if (!file.can.decide) return file.can.why && <p className="quiet">{whyNotWords(file.can.why)}</p>
  const say = (decision: Decision) =>
    decide.mutate(
      { approvalId: file.id, decision, ...(reason.trim() && { reason: reason.trim() }) },
      {
        onSuccess: () => void message.success(t('decided')),
        onError: (error) => void message.error(errorSentence(error), 8),
      },
    )
  const silent = reason.trim() === ''
  return (
    <div className="approval-decision">
      <label htmlFor="approval-reason">{t('reason')}</label>
      <Input.TextArea
        id="approval-reason"
        rows={2}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="panel-actions">
        <Button disabled={silent} onClick={() => say('refuse')}>
          {t('refuse')}
        </Button>
        <Button disabled={silent} onClick={() => say('return')}>
          {t('return')}
        </Button>
        <Button type="primary" loading={decide.isPending} onClick={() => say('approve')}>
          {t('approve')}
        </Button>
      </div>
    </div>
  )
}
