import { App, Button, Input, Skeleton } from 'antd'
import { useState } from 'react'
import type { ReportFile } from '#contract/matchmaking-safety.ts'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatInstant } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { t } from '../attest-texts.ts'
import { reportKindName, reportOccasionName, reportStateName } from '../report-words.ts'

/** One report: what was said, what is known of the person, and the decision. */
export function ReportPanel({ reportId }: { reportId: string }) {
  const report = useRead('getPersonReport', { reportId })
  if (report.error) return <p className="problem">{errorSentence(report.error)}</p>
  if (!report.data) return <Skeleton active />
  const file = report.data
  return (
    <>
      <p className="lead">{file.text ?? t('erased')}</p>
      <Facts
        facts={[
          [t('kind'), reportKindName(file.kind)],
          [t('about'), [file.reportedName, file.reportedUnion].filter(Boolean).join(' · ')],
          [t('reporter'), file.reporterName],
          [t('where'), file.eventTitle ?? reportOccasionName(file.occasion)],
          [t('others'), t('othersCount', { count: file.confirmedByOthers, needed: file.confirmedToExclude })],
          [t('reported'), formatInstant(file.reportedAt)],
          [t('dueOn'), formatDay(file.dueOn)],
          [t('state'), reportStateName(file.state)],
        ]}
      />
      {file.evidence.length > 0 && (
        <div className="panel-actions">
          {file.evidence.map((each, at) => (
            <DownloadButton
              key={each.id}
              operation="downloadReportEvidence"
              input={() => Promise.resolve({ reportId: file.id, attachmentId: each.id })}
              label={t('file', { no: at + 1 })}
            />
          ))}
        </div>
      )}
      {file.decision && (
        <Facts
          facts={[
            [t('decided'), formatInstant(file.decision.decidedAt)],
            [t('decidedReason'), file.decision.reason ?? t('erased')],
            [t('decidedAnswer'), file.decision.answer ?? t('erased')],
          ]}
        />
      )}
      {file.can.decide && <DecisionForm file={file} />}
      {file.can.liftExclusion && <LiftForm file={file} />}
    </>
  )
}

const touched = ['getPersonReport', 'listPersonReports', 'listInboxTasks'] as const

function DecisionForm({ file }: { file: ReportFile }) {
  const [reason, setReason] = useState('')
  const [answer, setAnswer] = useState('')
  const { message } = App.useApp()
  const decide = useAct('decidePersonReport', { invalidates: touched })
  const isShort = reason.trim().length < 5 || answer.trim().length < 5
  const send = (decision: 'confirmed' | 'dismissed') =>
    decide.mutate(
      { reportId: file.id, decision, reason, answer },
      {
        onSuccess: () => void message.success(t('decided')),
        onError: (error) => void message.error(errorSentence(error), 8),
      },
    )
  return (
    <div className="approval-decision">
      <p className="quiet">{t('secret')}</p>
      <label htmlFor="report-reason">{t('reason')}</label>
      <Input.TextArea
        id="report-reason"
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <label htmlFor="report-answer">{t('reply')}</label>
      <Input.TextArea
        id="report-answer"
        rows={3}
        maxLength={2000}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
      />
      {isShort && <p className="quiet">{t('tooShort')}</p>}
      <div className="panel-actions">
        <Button
          type="primary"
          disabled={isShort}
          loading={decide.isPending}
          onClick={() => send('confirmed')}
        >
          {t('confirm')}
        </Button>
        <Button disabled={isShort || decide.isPending} onClick={() => send('dismissed')}>
          {t('dismiss')}
        </Button>
      </div>
    </div>
  )
}

function LiftForm({ file }: { file: ReportFile }) {
  const [reason, setReason] = useState('')
  const lift = useAct('liftExclusion', { invalidates: touched })
  return (
    <div className="approval-decision">
      <p className="quiet">{t('excluded')}</p>
      <label htmlFor="lift-reason">{t('liftReason')}</label>
      <Input
        id="lift-reason"
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {lift.error && <p className="problem">{errorSentence(lift.error)}</p>}
      <div className="panel-actions">
        <Button
          disabled={reason.trim().length < 5}
          loading={lift.isPending}
          onClick={() => lift.mutate({ reportId: file.id, reason })}
        >
          {t('lift')}
        </Button>
      </div>
    </div>
  )
}
