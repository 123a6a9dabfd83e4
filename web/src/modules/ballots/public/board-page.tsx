import '../voting.css'
import { useState } from 'react'
import { plainFrom, type PublicBoard } from '#contract/phone-votes.ts'
import { formatDay } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { TextField } from '../../../ui/light/field.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { NotOpened } from '../../public-pages/not-opened.tsx'
import { t } from './texts.ts'
import { Voided } from './voided.tsx'

const shownAtOnce = 50

/** The public board: how many tokens and ballots, every hash and how it stands, my receipt among them, the result, and what all this proves and what not. */
export default function BoardPage({ voteId }: { voteId: string }) {
  const { data, error, refetch } = useRead('getBoard', { voteId })
  if (error) return <NotOpened error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton lines={10} label={t('loading')} />
  return (
    <div className="voting">
      <h1>
        {data.title} · {t('boardTitle')}
      </h1>
      <p className="public-hint">{data.organisationName}</p>
      {data.voided !== null && <Voided vote={data.voided} />}
      <div className="public-paper">
        <Facts
          facts={[
            [t('state'), t(stateOf(data.state))],
            [t('due'), String(data.due)],
            [t('issued'), String(data.issued)],
            [t('live'), String(data.live)],
            [t('replaced'), String(data.replaced)],
            [t('cancelled'), String(data.cancelled)],
            [t('surrendered'), String(data.surrendered)],
            ...(data.voided === null ? [] : ([[t('voidLines'), String(voidLines(data))]] as const)),
          ]}
        />
      </div>
      <Find board={data} />
      <Result board={data} />
      <Lines board={data} />
      <Proves />
    </div>
  )
}

const voidLines = ({ lines }: PublicBoard) => lines.filter(({ mark }) => mark === 'void').length

const stateOf = (state: PublicBoard['state']) =>
  state === 'opened' || state === 'counted' || state === 'voided' ? state : 'closed'

function Find({ board }: { board: PublicBoard }) {
  const [typed, setTyped] = useState(() => location.hash.slice(1))
  const receipt = typed.replace(/\s/g, '').toLowerCase()
  const line = board.lines.find(({ hash }) => hash === receipt)
  return (
    <section>
      <h2>{t('find')}</h2>
      <TextField label={t('receipt')} hint={t('findHint')} value={typed} onChange={setTyped} />
      {receipt.length === 64 && line && (
        <Notice tone={line.mark === 'live' ? 'done' : 'due'} title={t(`mark_${line.mark}`)}>
          {t(`found_${line.mark}`)}
        </Notice>
      )}
      {receipt.length > 0 && !line && <Notice tone="problem">{t('notFound')}</Notice>}
    </section>
  )
}

function Result({ board }: { board: PublicBoard }) {
  const { result } = board
  if (board.voided !== null)
    return (
      <section>
        <h2>{t('result')}</h2>
        <p className="public-hint">{t('voidedHint')}</p>
      </section>
    )
  if (result === null)
    return (
      <section>
        <h2>{t('result')}</h2>
        <p className="public-hint">{t('resultWaits')}</p>
      </section>
    )
  const { cast, paper, spoilt, sums } = result
  return (
    <section>
      <h2>{t('result')}</h2>
      <p>
        {paper === null ? t('resultPhone', { cast }) : t('resultBoth', { cast, paper })}
        {spoilt !== null && ` · ${t('spoilt', { count: spoilt })}`}
      </p>
      {sums === null ? (
        <p className="public-hint">{t('resultFew')}</p>
      ) : (
        <Table head={[t('name'), t('yes'), t('no'), t('abstain')]}>
          {sums.map(({ name, yes, no, abstain }) => [name, yes, no, abstain].map(String))}
        </Table>
      )}
      {board.destroyedOn === null ? (
        <Ballots board={board} />
      ) : (
        <p className="public-hint">{t('destroyed', { day: formatDay(board.destroyedOn) })}</p>
      )}
    </section>
  )
}

function Ballots({ board }: { board: PublicBoard }) {
  const ballots = board.result?.ballots
  if (!ballots) return <p className="public-hint">{t('ballotsNot', { count: plainFrom })}</p>
  const words = ['abstain', 'yes', 'no', 'abstain'] as const
  return (
    <details className="question">
      <summary>{t('ballots')}</summary>
      <p>{t('ballotsHint')}</p>
      <Table head={board.names}>
        {ballots.map((marks) => board.names.map((_, at) => t(words[marks[at] ?? 0] ?? 'abstain')))}
      </Table>
    </details>
  )
}

function Table({ head, children }: { head: readonly string[]; children: string[][] }) {
  return (
    <div className="voting-scroll" tabIndex={0} role="region" aria-label={t('result')}>
      <table className="voting-table">
        <thead>
          <tr>
            {head.map((each) => (
              <th key={each} scope="col">
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {children.map((row, at) => (
            <tr key={at}>
              {row.map((cell, place) => (
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Lines({ board }: { board: PublicBoard }) {
  const { lines } = board
  return (
    <section>
      <h2>{t('lines')}</h2>
      {lines.length === 0 && <p className="public-hint">{t('linesNone')}</p>}
      {lines.length > shownAtOnce && (
        <p className="public-hint">{t('linesFirst', { count: lines.length, shown: shownAtOnce })}</p>
      )}
      <ul className="voting-lines">
        {lines.slice(0, shownAtOnce).map(({ hash, mark }) => (
          <li key={hash}>
            <code>{hash}</code> <span className={`voting-mark-${mark}`}>{t(`mark_${mark}`)}</span>
          </li>
        ))}
      </ul>
      <details className="question">
        <summary>{t('digest')}</summary>
        <dl className="voting-keys">
          {(['digest', 'rollHash', 'tokenKey', 'committeeKey'] as const).map((each) => (
            <div key={each}>
              <dt>{t(each)}</dt>
              <dd>
                <code>{board[each]}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  )
}

function Proves() {
  return (
    <section className="voting-proves">
      <h2>{t('proves')}</h2>
      <ul>
        {(['proves1', 'proves2', 'proves3'] as const).map((each) => (
          <li key={each}>{t(each)}</li>
        ))}
      </ul>
      <h2>{t('provesNot')}</h2>
      <ul>
        {(['provesNot1', 'provesNot2', 'provesNot3'] as const).map((each) => (
          <li key={each}>{t(each)}</li>
        ))}
      </ul>
    </section>
  )
}
