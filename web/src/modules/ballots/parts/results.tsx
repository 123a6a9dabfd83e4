import { Skeleton, Tag } from 'antd'
import type { Ballot, BallotRoundResult } from '#contract/ballots-shapes.ts'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { useRead } from '../../../kit/query.ts'
import { t as phone } from '../phone-vote-texts.ts'
import { t } from '../texts.ts'
import { recallOutcome, recallTexts } from '../recall-words.ts'
import { outcomeName, reasonSentences, roundName } from '../words.ts'

/** Results of the closed votes with their numbered reasons. */
export function Results({ ballot }: { ballot: Ballot }) {
  const { data, error } = useRead('getBallotResult', { ballotId: ballot.id })
  if (error) return <p className="problem">{errorSentence(error)}</p>
  if (!data) return <Skeleton active />
  if (data.rounds.length === 0) return <section className="panel quiet">{t('resultSoon')}</section>
  return (
    <div className="ballot-rounds">
      {data.rounds.map((round) => (
        <Round key={round.roundNo} round={round} kind={ballot.kind} />
      ))}
      <DownloadButton
        operation="downloadBallotDocument"
        label={t('download')}
        input={() => Promise.resolve({ ballotId: ballot.id, document: 'report' as const })}
      />
    </div>
  )
}

interface RoundProps {
  round: BallotRoundResult
  kind: Ballot['kind']
}

function Round({ round, kind }: RoundProps) {
  // Void because the ballots by phone cannot be opened: nothing was counted, and there is nothing to show.
  return round.tallies.length === 0 ? (
    <NotCounted round={round} kind={kind} />
  ) : (
    <Counted round={round} kind={kind} />
  )
}

function NotCounted({ round, kind }: RoundProps) {
  return (
    <section className="panel">
      <h2 className="section-title ballot-round">{roundName(round)}</h2>
      {reasonSentences(round, kind).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  )
}

function Counted({ round, kind }: RoundProps) {
  const isRecall = kind === 'recall'
  const told = round.tallies.every(({ yes }) => yes !== null)
  const { due, issued, returned, spoilt, notReturned, valid } = round
  return (
    <section className="panel">
      <h2 className="section-title ballot-round">
        {roundName(round)}
        {!isRecall && ` · ${t('seats')} ${round.seats}`}
      </h2>
      <p>{t('channels', { due, issued, returned, spoilt, notReturned, valid, void: round.void })}</p>
      {round.phone !== null && (
        <p>{phone('phoneChannel', { ...round.phone, attended: returned + round.phone.returned })}</p>
      )}
      {!told && <p className="quiet">{t('tooSmall')}</p>}
      <div className="ballot-scroll" tabIndex={0} role="region" aria-label={t('outcome')}>
        <table className="ballot-table">
          <thead>
            <tr>
              <th scope="col">{t('name')}</th>
              {told && (
                <>
                  <th scope="col">{isRecall ? recallTexts('yes') : t('yes')}</th>
                  <th scope="col">{isRecall ? recallTexts('no') : t('no')}</th>
                  <th scope="col">{t('abstain')}</th>
                </>
              )}
              <th scope="col">{t('outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {round.tallies.map((each) => (
              <tr key={each.name}>
                <th scope="row">
                  {each.name} {each.writtenIn && <small className="quiet">{t('writtenIn')}</small>}
                </th>
                {told && (
                  <>
                    <td>{each.yes}</td>
                    <td>{each.no}</td>
                    <td>{each.abstain}</td>
                  </>
                )}
                <td>
                  <Tag
                    color={
                      each.outcome === 'elected' ? 'success' : each.outcome === 'tied' ? 'warning' : 'default'
                    }
                  >
                    {isRecall ? recallOutcome(each.outcome) : outcomeName(each.outcome)}
                  </Tag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{t('why')}</h3>
      <ol className="ballot-reasons">
        {reasonSentences(round, kind).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </section>
  )
}
