import '../ballots.css'
import '../phone-vote.css'
import { useNavigate } from '@tanstack/react-router'
import { Skeleton, Steps } from 'antd'
import type { Ballot, BallotShare, BallotState } from '#contract/ballots-shapes.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { PageTabs } from '../../../kit/page-tabs.tsx'
import { Page } from '../../../kit/page.tsx'
import { useParam, useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { Candidates } from '../parts/candidates.tsx'
import { NowPanel } from '../parts/now-panel.tsx'
import { PhonePanel } from '../parts/phone-panel.tsx'
import { Results } from '../parts/results.tsx'
import { Roll } from '../parts/roll.tsx'
import { ToPrint } from '../parts/to-print.tsx'
import { recallTexts } from '../recall-words.ts'
import { t } from '../texts.ts'
import { kindName, stateName } from '../words.ts'

/** One election as steps: where it stands, what to do now and why not, roll, candidates, result. */
export default function BallotPage() {
  const ballotId = useParam('ballotId')
  const { data, error } = useRead('getBallot', { ballotId })
  if (error)
    return (
      <Page title={t('missing')}>
        <p>{errorSentence(error)}</p>
      </Page>
    )
  if (data?.id !== ballotId) return <Skeleton active paragraph={{ rows: 12 }} />
  return (
    <Page
      title={data.title}
      note={[
        data.organisationName,
        kindName(data.kind),
        ...formsOf(data),
        ...(data.kind === 'recall' ? [] : [`${t('seats')} ${data.seats}`]),
        `${t('meetingOn')} ${formatDay(data.meetingOn)}`,
      ].join(' · ')}
    >
      <Progress ballot={data} />
      <Parts ballot={data} />
    </Page>
  )
}

/** What is not the usual about an election. */
function formsOf({ fills, electorate, form }: Ballot): string[] {
  return [
    ...(fills === 'vacancy' ? [t('vacancyTag')] : []),
    ...(electorate === 'delegates' ? [t('delegatesTag')] : []),
    ...(form === 'two_rounds' ? [t('twoRoundsTag')] : []),
  ]
}

// A round that is over goes back to voting where another vote opens: both stand at the same place of the row.
const row: readonly BallotState[] = [
  'planned',
  'submitted',
  'approved',
  'roll_frozen',
  'published',
  'voting',
  'finished',
  'reported',
  'confirmed',
]

function Progress({ ballot }: { ballot: Ballot }) {
  const at = row.indexOf(ballot.state === 'counted' ? 'voting' : ballot.state)
  const done = ballot.state === 'confirmed'
  return (
    <section className="panel">
      <p className="ballot-step">
        {t('stepOf', { at: at + 1, of: row.length })} · <strong>{stateName(ballot.state)}</strong>
      </p>
      <Steps
        className="ballot-steps"
        size="small"
        current={done ? row.length : at}
        items={row.map((state) => ({
          title: stateName(state === 'voting' && ballot.state === 'counted' ? 'counted' : state),
        }))}
      />
    </section>
  )
}

function Parts({ ballot }: { ballot: Ballot }) {
  const search = useSearchText()
  const navigate = useNavigate()
  const shown = ['roll', 'candidates', 'result'].includes(search.part ?? '') ? search.part! : 'now'
  return (
    <>
      <PageTabs
        label={t('ballots')}
        tabs={[
          { key: 'now', name: t('tabNow') },
          { key: 'roll', name: t('tabRoll') },
          { key: 'candidates', name: t('tabCandidates') },
          { key: 'result', name: t('tabResult') },
        ]}
        shown={shown}
        onOpen={(part) => void navigate({ to: '.', search: { part } as never, resetScroll: false })}
      />
      {shown === 'now' && (
        <div className="ballot-columns">
          <NowPanel ballot={ballot} />
          <div className="ballot-rounds">
            <Threshold ballot={ballot} />
            <PhonePanel ballot={ballot} />
            <ToPrint ballot={ballot} />
          </div>
        </div>
      )}
      {shown === 'roll' && <Roll ballot={ballot} />}
      {shown === 'candidates' && <Candidates ballot={ballot} />}
      {shown === 'result' && <Results ballot={ballot} />}
    </>
  )
}

/** What elects, before anybody votes; in numbers once the roll is frozen. */
function Threshold({ ballot }: { ballot: Ballot }) {
  const { roll, round } = ballot
  const due = round?.due ?? roll?.due
  const isRecall = ballot.kind === 'recall'
  const say = isRecall ? recallTexts : t
  return (
    <section className="panel">
      <h2 className="section-title">{say('threshold')}</h2>
      <ul className="ballot-rules">
        <li>
          {t('quorum', partsOf(ballot.quorum))} <small className="quiet">{ballot.quorum.source}</small>
        </li>
        <li>
          {say('majority', { ...partsOf(ballot.majority), base: t(ballot.majority.base) })}{' '}
          <small className="quiet">{ballot.majority.source}</small>
        </li>
        {!isRecall && (
          <li>{t('candidatesNeeded', { needed: ballot.candidatesNeeded, source: ballot.surplusSource })}</li>
        )}
      </ul>
      {due !== undefined && ['due', 'all'].includes(ballot.majority.base) && (
        <p className="ballot-numbers">
          {say('inNumbers', {
            due,
            quorum: neededOf(due, ballot.quorum),
            majority: round?.majorityNeeded ?? neededOf(due, ballot.majority),
          })}
        </p>
      )}
    </section>
  )
}

function partsOf(share: BallotShare) {
  return {
    operator: t(share.operator === '>' ? 'moreThan' : 'atLeast'),
    numerator: share.numerator,
    denominator: share.denominator,
  }
}

function neededOf(base: number, share: BallotShare): number {
  const exact = (base * share.numerator) / share.denominator
  return share.operator === '>' ? Math.floor(exact) + 1 : Math.ceil(exact)
}
