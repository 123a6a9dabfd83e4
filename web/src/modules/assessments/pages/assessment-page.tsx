import '../assessments.css'
import { Link } from '@tanstack/react-router'
import { Alert, App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { AssessmentFile } from '#contract/assessments.ts'
import { postName } from '../../access/posts.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant, formatList, formatPeriod } from '../../../kit/format.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { DecideDialog, LeaveDialog, ReturnDialog } from '../forms/assessment-dialogs.tsx'
import { assessmentChanged } from '../forms/assessment-changed.ts'
import { IndicatorLines } from '../parts/indicator-lines.tsx'
import { OutcomePanel } from '../parts/outcome-panel.tsx'
import { StepList } from '../parts/step-list.tsx'
import { t } from '../texts.ts'
import { stateName } from '../words.ts'

/** One person's assessment: the result, how it was computed down to the records, and what may be done now. */
export default function AssessmentPage() {
  const assessmentId = useParam('assessmentId')
  const { data, error } = useRead('getAssessment', { assessmentId })
  if (error)
    return (
      <Page title={t('title')}>
        <Alert type="info" showIcon icon={<Icon name="info" />} title={errorSentence(error)} />
      </Page>
    )
  if (!data || data.id !== assessmentId)
    return (
      <Page title={t('title')}>
        <Skeleton active aria-label={t('loading')} />
      </Page>
    )
  return (
    <Page
      title={data.personName}
      note={
        <>
          <Link to={`/assessments/periods/${data.periodId}` as never}>{data.periodName}</Link> ·{' '}
          {stateName(data.state)}
        </>
      }
      actions={<Actions file={data} />}
    >
      <div className="assess-page">
        {data.conflict === 'relative' && (
          <Alert
            type="warning"
            showIcon
            icon={<Icon name="warn" />}
            title={t('relative')}
            className="assess-alert"
          />
        )}
        <div className="assess-grid">
          <OutcomePanel outcome={data.outcome} />
          <div>
            <Posts file={data} />
            <SelfReport file={data} />
          </div>
        </div>
        <section className="panel" aria-label={t('trace')}>
          <h2>{t('trace')}</h2>
          <IndicatorLines lines={data.outcome.lines} postName={postName} />
        </section>
        <section className="panel" aria-label={t('history')}>
          <h2>{t('history')}</h2>
          <StepList steps={data.steps} postName={postName} />
        </section>
      </div>
    </Page>
  )
}

function Actions({ file }: { file: AssessmentFile }) {
  const { message } = App.useApp()
  const confirm = useConfirm()
  const [dialog, setDialog] = useState<'return' | 'decide' | null>(null)
  const review = useAct('reviewAssessment', { invalidates: assessmentChanged })
  const approve = useAct('approveAssessment', { invalidates: assessmentChanged })
  const done = {
    onSuccess: () => void message.success(t('done')),
    onError: (error: Error) => void message.error(errorSentence(error), 8),
  }
  const { id: assessmentId, can } = file
  const act = async (which: 'review' | 'approve') => {
    const body = which === 'review' ? t('reviewAsk') : t('approveAsk')
    if (!(await confirm({ title: t(which), body, verb: t(which) }))) return
    if (which === 'review') review.mutate({ assessmentId }, done)
    else approve.mutate({ assessmentId }, done)
  }
  return (
    <>
      {can.score && (
        <Link
          className="assess-link"
          to={`/assessments/periods/${file.periodId}/queue` as never}
          search={{ person: assessmentId } as never}
        >
          {t('scoreThis')}
        </Link>
      )}
      {can.review && (
        <Button type="primary" loading={review.isPending} onClick={() => void act('review')}>
          {t('review')}
        </Button>
      )}
      {can.approve && (
        <>
          <Button onClick={() => setDialog('return')}>{t('sendBack')}</Button>
          <Button type="primary" loading={approve.isPending} onClick={() => void act('approve')}>
            {t('approve')}
          </Button>
        </>
      )}
      {can.decideAppeal && (
        <Button type="primary" onClick={() => setDialog('decide')}>
          {t('decide')}
        </Button>
      )}
      {dialog === 'return' && <ReturnDialog assessmentId={assessmentId} onClose={() => setDialog(null)} />}
      {dialog === 'decide' && <DecideDialog assessmentId={assessmentId} onClose={() => setDialog(null)} />}
    </>
  )
}

function Posts({ file }: { file: AssessmentFile }) {
  const [adding, setAdding] = useState(false)
  return (
    <section className="panel" aria-label={t('posts')}>
      <h2>{t('posts')}</h2>
      <Facts
        facts={[
          ...file.posts.map(
            (post) =>
              [
                post.organisationName,
                `${postName(post.post)} · ${formatPeriod(post.startsOn, post.endsBefore)}`,
              ] as const,
          ),
          [
            t('voicesByPhone'),
            t('voicesHeard', { count: file.voicesByPhone, least: file.terms.leastVoices }),
          ],
          [
            t('leaves'),
            file.leaves.length === 0
              ? t('noLeaves')
              : formatList(file.leaves.map(({ startsOn, endsBefore }) => formatPeriod(startsOn, endsBefore))),
          ],
        ]}
      />
      {file.can.review && <Button onClick={() => setAdding(true)}>{t('addLeave')}</Button>}
      {adding && <LeaveDialog file={file} onClose={() => setAdding(false)} />}
    </section>
  )
}

function SelfReport({ file }: { file: AssessmentFile }) {
  const { selfReport } = file
  return (
    <section className="panel" aria-label={t('selfReport')}>
      <h2>{t('selfReport')}</h2>
      {selfReport === null ? (
        <p className="quiet">{t('noSelfReport')}</p>
      ) : (
        <>
          <p className="assess-text">{selfReport.body}</p>
          <p className="quiet">{formatInstant(selfReport.writtenAt)}</p>
          {selfReport.evidence.map(({ id }, at) => (
            <DownloadButton
              key={id}
              operation="downloadAssessmentEvidence"
              input={() => Promise.resolve({ assessmentId: file.id, attachmentId: id })}
              label={t('evidence', { no: at + 1 })}
            />
          ))}
        </>
      )}
    </section>
  )
}
