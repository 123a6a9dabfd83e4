import '../../people/phone/people.css'
import './entry.css'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, shanghaiDate } from '../../../kit/format.ts'
import { PhoneLink } from '../../../kit/phone/router.tsx'
import { useAct, useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { reportKindName } from '../report-words.ts'
import { t } from './safety-texts.ts'

/** Whom I have blocked, and what became of my reports. */
export default function SafetyPage() {
  return (
    <div className="entry-page">
      <Blocks />
      <Reports />
    </div>
  )
}

function Blocks() {
  const blocks = useRead('listOwnBlocks')
  const unblock = useAct('unblockPerson', { invalidates: ['listOwnBlocks'] })
  const problem = blocks.error ?? unblock.error
  return (
    <section className="file-part">
      <h2>{t('blocked')}</h2>
      {problem && <Notice tone="problem" title={errorSentence(problem)} />}
      {blocks.isPending && <Skeleton lines={3} label={t('loading')} />}
      {blocks.data?.items.length === 0 && <p className="sheet">{t('noBlocks')}</p>}
      {blocks.data?.items.map((block) => (
        <article key={block.id} className="sheet">
          <h3>
            {block.nickname ?? (block.badgeNo === null ? t('somebody') : t('number', { no: block.badgeNo }))}
          </h3>
          <p>{t('blockedOn', { date: formatDay(shanghaiDate(block.blockedAt)) })}</p>
          <div className="phone-actions">
            <PhoneLink to={`/matchmaking/report/block.${block.id}`} className="button button-plain">
              {t('report')}
            </PhoneLink>
            <Button busy={unblock.isPending} onClick={() => unblock.mutate({ blockId: block.id })}>
              {t('unblock')}
            </Button>
          </div>
        </article>
      ))}
    </section>
  )
}

function Reports() {
  const reports = useRead('listOwnReports')
  return (
    <section className="file-part">
      <h2>{t('reports')}</h2>
      {reports.error && <Notice tone="problem" title={errorSentence(reports.error)} />}
      {reports.data?.items.length === 0 && <p className="sheet">{t('noReports')}</p>}
      {reports.data?.items.map((report) => (
        <article key={report.id} className="sheet">
          <h3>{reportKindName(report.kind)}</h3>
          <p>{t(`state_${report.state}`, { date: formatDay(report.dueOn) })}</p>
          {report.answer !== null && <p>{t('answer', { text: report.answer })}</p>}
        </article>
      ))}
    </section>
  )
}
