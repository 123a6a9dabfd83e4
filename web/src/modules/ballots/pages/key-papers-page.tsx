import '../ballots.css'
import { Skeleton } from 'antd'
import type { Ballot, BallotRound } from '#contract/ballots-shapes.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead, useReadWhen } from '../../../kit/query.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { KeyGrid } from '../parts/key-grid.tsx'
import { t } from '../texts.ts'

/** Keys one bundle of papers, by keyboard. What the other person keyed is never shown. */
export default function KeyPapersPage() {
  const ballotId = useParam('ballotId')
  const bundleNo = Number(useParam('bundleNo'))
  const { data, error } = useRead('getBallot', { ballotId })
  if (error)
    return (
      <Page title={t('missing')}>
        <p>{errorSentence(error)}</p>
      </Page>
    )
  if (data?.id !== ballotId) return <Skeleton active paragraph={{ rows: 12 }} />
  const isOpen = data.state === 'voting' && data.round !== null
  return (
    <Page
      title={`${data.title} · ${t('bundle', { no: bundleNo })}`}
      note={isOpen ? t('keyGridHint') : t('notVoting')}
      actions={
        <LinkButton to={`/ballots/${ballotId}`} search={{} as never}>
          {t('back')}
        </LinkButton>
      }
    >
      {isOpen && <Bundle ballot={data} round={data.round!} bundleNo={bundleNo} />}
    </Page>
  )
}

function Bundle({ ballot, round, bundleNo }: { ballot: Ballot; round: BallotRound; bundleNo: number }) {
  const keyedByMe = round.bundles.some((each) => each.bundleNo === bundleNo && each.keyedByMe)
  const ballotId = ballot.id
  const mine = useReadWhen(keyedByMe ? 'mine' : undefined, 'getPaperEntry', { ballotId, bundleNo })
  if (mine.error) return <p className="problem">{errorSentence(mine.error)}</p>
  if (keyedByMe && !mine.data) return <Skeleton active />
  return (
    <KeyGrid
      key={bundleNo}
      ballotId={ballotId}
      bundleNo={bundleNo}
      candidates={round.candidates}
      begin={mine.data?.papers ?? []}
      differences={mine.data?.differences ?? []}
    />
  )
}
