import './own-assessments.css'
import { useState } from 'react'
import type { OwnAssessment } from '#contract/assessments-own.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant, formatList, formatPeriod } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { TextArea } from '../../../ui/light/choice.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { FilePicker } from '../../attachments/phone/file-picker.tsx'
import { useSending } from '../../attachments/phone/use-sending.ts'
import { gradeName, points, reasonWords, stepName } from '../words.ts'
import { t } from './texts.ts'

const leastCharacters = 10

/** My assessments: my report while one is open, my result once it is approved, and an appeal against it. */
export default function OwnAssessmentsPage() {
  const own = useRead('listOwnAssessments')
  if (own.isPending) return <Skeleton lines={6} label={t('loading')} />
  if (!own.data) return <Empty icon="offline" title={t('title')} hint={errorSentence(own.error)} />
  if (own.data.items.length === 0) return <Empty icon="check" title={t('none')} hint={t('noneHint')} />
  return (
    <div className="own-assess">
      {own.data.items.map((one) => (
        <One key={one.id} own={one} />
      ))}
    </div>
  )
}

function One({ own }: { own: OwnAssessment }) {
  return (
    <article className="sheet" aria-label={own.periodName}>
      <h2>{own.periodName}</h2>
      <p className="quiet">
        {formatPeriod(own.startsOn, own.endsBefore)}
        <br />
        {formatList(own.organisations)}
      </p>
      {own.outcome === null ? <p>{t('waits')}</p> : <Result outcome={own.outcome} />}
      {own.state === 'appealed' && <Notice tone="info" title={t('appealed')} />}
      <Report own={own} />
      {own.can.appeal && <Appeal own={own} />}
      {own.steps.length > 0 && (
        <details>
          <summary>{t('history')}</summary>
          <ol>
            {own.steps.map((step) => (
              <li key={`${step.step} ${step.at}`}>
                {stepName(step.step)} · {formatInstant(step.at)}
                {step.reason !== null && <div className="said">{step.reason}</div>}
              </li>
            ))}
          </ol>
        </details>
      )}
    </article>
  )
}

function Result({ outcome }: { outcome: NonNullable<OwnAssessment['outcome']> }) {
  const indicators = outcome.lines.map(({ indicator }) => indicator)
  return (
    <>
      <p className="own-assess-score">
        {outcome.score !== null && <strong>{points(outcome.score)}</strong>}
        <span>{gradeName(outcome.grade)}</span>
      </p>
      <details>
        <summary>{t('how')}</summary>
        <ol>
          {outcome.reasons.map((reason) => (
            <li key={reason.no}>{reasonWords(reason, indicators)}</li>
          ))}
        </ol>
      </details>
    </>
  )
}

function Report({ own }: { own: OwnAssessment }) {
  const [body, setBody] = useState('')
  const [writing, setWriting] = useState(own.selfReport === null)
  const files = useSending()
  const submit = useAct('submitSelfReport', { invalidates: ['listOwnAssessments'] })
  const { selfReport } = own
  const send = () =>
    submit.mutate(
      { assessmentId: own.id, body, attachmentIds: files.sent.map(({ attachment }) => attachment.id) },
      {
        onSuccess: () => {
          files.clear()
          setBody('')
          setWriting(false)
        },
      },
    )
  const tooShort = body.trim().length < leastCharacters
  if (selfReport === null && !own.can.report) return null
  return (
    <section aria-label={t('report')}>
      <h3>{t('report')}</h3>
      {selfReport !== null && (
        <>
          <p className="said">{selfReport.body}</p>
          <p className="quiet">
            {t('writtenAt', { at: formatInstant(selfReport.writtenAt) })} ·{' '}
            {t('files', { count: selfReport.evidence.length })}
          </p>
        </>
      )}
      {own.can.report && !writing && <Button onClick={() => setWriting(true)}>{t('again')}</Button>}
      {own.can.report && writing && (
        <>
          <TextArea label={t('reportLabel')} value={body} onChange={setBody} rows={6} maxLength={4000} />
          <FilePicker label={t('evidence')} hint={t('reportHint')} files={files} most={9} />
          {submit.error && <Notice tone="problem" title={errorSentence(submit.error)} />}
          <Button
            look="primary"
            busy={submit.isPending}
            {...((tooShort || files.onTheirWay.length > 0) && { why: t('short') })}
            onClick={send}
          >
            {t('send')}
          </Button>
        </>
      )}
    </section>
  )
}

function Appeal({ own }: { own: OwnAssessment }) {
  const [reason, setReason] = useState('')
  const appeal = useAct('appealAssessment', { invalidates: ['listOwnAssessments'] })
  const tooShort = reason.trim().length < leastCharacters
  return (
    <details>
      <summary>{t('appeal')}</summary>
      <p className="field-hint">{t('appealHint', { until: formatInstant(own.appealUntil!) })}</p>
      <TextArea label={t('appealLabel')} value={reason} onChange={setReason} rows={4} maxLength={1000} />
      {appeal.error && <Notice tone="problem" title={errorSentence(appeal.error)} />}
      <Button
        look="primary"
        busy={appeal.isPending}
        {...(tooShort && { why: t('short') })}
        onClick={() => appeal.mutate({ assessmentId: own.id, reason })}
      >
        {t('appealSend')}
      </Button>
    </details>
  )
}
