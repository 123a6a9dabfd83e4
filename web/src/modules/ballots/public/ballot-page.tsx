import '../voting.css'
import { useState } from 'react'
import type { PublicBoard } from '#contract/phone-votes.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { TextArea } from '../../../ui/light/choice.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { NotOpened } from '../../public-pages/not-opened.tsx'
import {
  castMarks,
  giveUp,
  hasKeyOfBoard,
  heldToken,
  takeToken,
  type HeldToken,
} from '../device/held-token.ts'
import { FillIn, Review } from './ballot-paper.tsx'
import { Receipt } from './receipt.tsx'
import { t } from './texts.ts'
import { Voided } from './voided.tsx'

/** The ballot on the voter's device: fill in, review, cast, receipt; again until the close, or given up for paper. No log-in, and nothing of a choice is kept. */
export default function BallotPage({ voteId }: { voteId: string }) {
  const { data, error, refetch } = useRead('getBoard', { voteId })
  const [held, setHeld] = useState(() => heldToken(voteId))
  if (error) return <NotOpened error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton lines={8} label={t('loading')} />
  const again = () => setHeld(heldToken(voteId))
  return (
    <div className="voting">
      <h1>{data.title}</h1>
      <p className="public-hint">{data.organisationName}</p>
      <Now vote={data} held={held} changed={again} />
      <p>
        <a className="voting-link" href={`/public/votes/${voteId}`}>
          {t('boardTitle')}
        </a>
      </p>
    </div>
  )
}

interface NowProps {
  vote: PublicBoard
  held: HeldToken | null
  changed: () => void
}

function Now({ vote, held, changed }: NowProps) {
  const [filling, setFilling] = useState(held?.receipts.length === 0)
  if (vote.voided !== null) return <Voided vote={vote.voided} />
  if (held?.surrendered) return <GivenUp code={held.surrendered} />
  if (vote.state !== 'opened') return <Notice tone="info" title={t('over')} />
  if (!held?.secret) return <NoToken voteId={vote.id} changed={changed} />
  if (!hasKeyOfBoard(held, vote))
    return (
      <Notice tone="problem" title={t('otherKey')}>
        {t('otherKeyHint')}
      </Notice>
    )
  const last = held.receipts[held.receipts.length - 1]
  if (!filling && last !== undefined)
    return (
      <>
        <Receipt voteId={vote.id} receipt={last} />
        <p className="quiet">{t('againHint')}</p>
        <Button onClick={() => setFilling(true)}>{t('again')}</Button>
        <Surrender voteId={vote.id} changed={changed} />
      </>
    )
  return (
    <>
      <Paper
        vote={vote}
        done={() => {
          changed()
          setFilling(false)
        }}
      />
      <Surrender voteId={vote.id} changed={changed} />
    </>
  )
}

function Paper({ vote, done }: { vote: PublicBoard; done: () => void }) {
  const [marks, setMarks] = useState<readonly number[]>(() => vote.names.map(() => 0))
  const [reviewing, setReviewing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const cast = () => {
    setBusy(true)
    setProblem('')
    castMarks(vote, marks)
      .then(done)
      .catch((error: Error) => setProblem(errorSentence(error)))
      .finally(() => setBusy(false))
  }
  if (!reviewing)
    return (
      <>
        <Notice tone="info">{t('device')}</Notice>
        <FillIn vote={vote} marks={marks} onChange={setMarks} onReview={() => setReviewing(true)} />
      </>
    )
  return (
    <>
      <Review vote={vote} marks={marks} />
      {problem && <Notice tone="problem" title={problem} />}
      <div className="voting-buttons">
        <Button look="primary" busy={busy} onClick={cast}>
          {t(busy ? 'casting' : 'cast')}
        </Button>
        <Button onClick={() => setReviewing(false)}>{t('change')}</Button>
      </div>
    </>
  )
}

function NoToken({ voteId, changed }: { voteId: string; changed: () => void }) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const use = () => (takeToken(voteId, typed) ? changed() : setWrong(true))
  return (
    <>
      <Empty icon="phone" title={t('noToken')} hint={t('noTokenHint')} />
      <details className="question">
        <summary>{t('restore')}</summary>
        <div className="voting-more">
          <TextArea label={t('restoreLabel')} value={typed} onChange={setTyped} rows={4} maxLength={400} />
          {wrong && <Notice tone="problem" title={t('restoreBad')} />}
          <Button onClick={use}>{t('use')}</Button>
        </div>
      </details>
    </>
  )
}

function Surrender({ voteId, changed }: { voteId: string; changed: () => void }) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const give = () => {
    setBusy(true)
    setProblem('')
    giveUp(voteId)
      .then(changed)
      .catch((error: Error) => setProblem(errorSentence(error)))
      .finally(() => setBusy(false))
  }
  return (
    <details className="question voting-surrender">
      <summary>{t('paper')}</summary>
      <div className="voting-more">
        <p>{t('paperHint')}</p>
        {problem && <Notice tone="problem" title={problem} />}
        <Button busy={busy} onClick={give}>
          {t('giveUp')}
        </Button>
      </div>
    </details>
  )
}

function GivenUp({ code }: { code: string }) {
  return (
    <section className="sheet voting-sheet">
      <Notice tone="done" title={t('givenUp')}>
        {t('codeHint')}
      </Notice>
      <h2>{t('code')}</h2>
      <p className="voting-number">{code.replace(/(.{4})(?=.)/g, '$1 ')}</p>
    </section>
  )
}
