import '../ballots.css'
import { Button, Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { t } from '../texts.ts'

/** The notice of the candidates on paper, in the order of strokes. */
export default function NoticePage() {
  const ballotId = useParam('ballotId')
  const { data, error } = useRead('getBallot', { ballotId })
  if (error)
    return (
      <Page title={t('missing')}>
        <p>{errorSentence(error)}</p>
      </Page>
    )
  if (data?.id !== ballotId) return <Skeleton active paragraph={{ rows: 12 }} />
  const { notice } = data
  const standing = data.candidates.filter(({ blockedBy }) => blockedBy.length === 0)
  return (
    <main>
      <Page
        title={t('printNotice')}
        actions={
          <>
            <LinkButton to={`/ballots/${data.id}`} search={{} as never}>
              {t('back')}
            </LinkButton>
            <Button type="primary" onClick={() => print()}>
              {t('printNow')}
            </Button>
          </>
        }
      >
        <article className="panel ballot-notice">
          <h2>{t('noticeTitle')}</h2>
          <p>{t('noticeBody', { title: data.title })}</p>
          <ol className="ballot-notice-names">
            {standing.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ol>
          {notice && (
            <p>
              {t('noticeUntil', {
                startsOn: formatDay(notice.startsOn),
                days: notice.days,
                counted: t(notice.counted),
                lastDay: formatDay(notice.lastDay),
              })}
            </p>
          )}
          <p>{t('noticeClose', { organisation: data.organisationName })}</p>
          <p className="ballot-notice-foot">
            {data.organisationName}
            <br />
            {notice && formatDay(notice.startsOn)}
          </p>
        </article>
      </Page>
    </main>
  )
}
