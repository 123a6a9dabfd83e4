import '../voting.css'
import { useState } from 'react'
import type { OwnPhoneVote } from '#contract/phone-votes.ts'
import { CallError } from '../../../kit/call-error.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { canHold, copyOfToken, drawToken, heldToken } from '../device/held-token.ts'
import { t } from './texts.ts'

/** 选举投票: votes on whose roll I stand. Tokens are drawn here, by name; the vote itself is cast on a page without log-in. */
export default function VotesPage() {
  const own = useRead('listOwnPhoneVotes')
  if (own.isPending) return <Skeleton lines={6} label={t('loading')} />
  if (!own.data) return <Empty icon="offline" title={t('title')} hint={errorSentence(own.error)} />
  if (own.data.items.length === 0) return <Empty icon="check" title={t('none')} hint={t('noneHint')} />
  return (
    <div className="voting">
      {own.data.items.map((vote) => (
        <One key={vote.id} vote={vote} drawn={() => void own.refetch()} />
      ))}
    </div>
  )
}

function One({ vote, drawn }: { vote: OwnPhoneVote; drawn: () => void }) {
  return (
    <article className="sheet voting-sheet" aria-label={vote.title}>
      <h2>{vote.title}</h2>
      <p className="quiet">
        {vote.organisationName}
        <br />
        {vote.isRecall
          ? t('recalls', { name: vote.names.join('、') })
          : t('elects', { seats: vote.seats, names: vote.names.length })}
        {vote.meetingOn !== null && (
          <>
            <br />
            {t('meeting', { day: formatDay(vote.meetingOn) })}
          </>
        )}
      </p>
      <Now vote={vote} drawn={drawn} />
    </article>
  )
}

function Now({ vote, drawn }: { vote: OwnPhoneVote; drawn: () => void }) {
  const isHere = Boolean(heldToken(vote.id)?.secret)
  if (vote.state === 'tokens') {
    if (isHere) return <Held voteId={vote.id} />
    if (vote.hasToken && heldToken(vote.id) === null) return <Elsewhere />
    return <Draw vote={vote} drawn={drawn} />
  }
  if (vote.state === 'opened') {
    if (!vote.hasToken) return <Notice tone="due" title={t('paperOnly')} />
    return (
      <>
        {isHere ? (
          <Notice tone="info" title={t('opened')}>
            {t('openedHint')}
          </Notice>
        ) : (
          <Elsewhere />
        )}
        <a
          className={isHere ? 'button button-primary' : 'button button-plain'}
          href={`/public/votes/${vote.id}/ballot`}
        >
          {t('vote')}
        </a>
      </>
    )
  }
  return (
    <>
      <Notice tone={toneOf[vote.state] ?? 'info'} title={t(stateOf(vote.state))} />
      <a className="button button-plain" href={`/public/votes/${vote.id}`}>
        {t('board')}
      </a>
    </>
  )
}

const toneOf: Partial<Record<OwnPhoneVote['state'], 'done' | 'due'>> = { counted: 'done', voided: 'due' }
const stateOf = (state: OwnPhoneVote['state']) =>
  state === 'counted' || state === 'voided' ? state : 'closed'

function Elsewhere() {
  return (
    <Notice tone="due" title={t('elsewhere')}>
      {t('elsewhereHint')}
    </Notice>
  )
}

function Draw({ vote, drawn }: { vote: OwnPhoneVote; drawn: () => void }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const draw = () => {
    setBusy(true)
    setProblem('')
    drawToken(vote.id, vote.tokenKey)
      .then(drawn)
      .catch((error: Error) => setProblem(error instanceof CallError ? errorSentence(error) : t('badProof')))
      .finally(() => setBusy(false))
  }
  return (
    <>
      <h3>{t('drawNow')}</h3>
      <p>{t('drawWhy')}</p>
      <Notice tone="due">{t('drawLose')}</Notice>
      {problem && <Notice tone="problem" title={problem} />}
      <Button look="primary" busy={busy} why={canHold() ? undefined : t('cannotHold')} onClick={draw}>
        {t(busy ? 'drawing' : 'draw')}
      </Button>
    </>
  )
}

function Held({ voteId }: { voteId: string }) {
  const [shown, setShown] = useState(false)
  const [copied, setCopied] = useState(false)
  const copy = () =>
    void navigator.clipboard
      .writeText(copyOfToken(voteId))
      .then(() => setCopied(true))
      .catch(() => setCopied(false))
  return (
    <>
      <Notice tone="done" title={t('held')}>
        {t('heldHint')}
      </Notice>
      {!shown && <Button onClick={() => setShown(true)}>{t('backup')}</Button>}
      {shown && (
        <>
          <p>{t('backupHint')}</p>
          <code className="voting-code" tabIndex={0}>
            {copyOfToken(voteId)}
          </code>
          <Button onClick={copy}>{t(copied ? 'copied' : 'copy')}</Button>
        </>
      )}
    </>
  )
}
