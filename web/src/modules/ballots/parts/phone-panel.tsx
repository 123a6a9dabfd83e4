import { Alert, App, Button } from 'antd'
import type { Ballot, BallotPhone } from '#contract/ballots-shapes.ts'
import { call } from '../../../kit/call.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { saveFile } from '../../../kit/save-file.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { t } from '../phone-vote-texts.ts'
import { useStep } from './use-step.ts'

/** The vote by phone of an election: off, or where it stands and what to do next. Never what was cast. */
export function PhonePanel({ ballot }: { ballot: Ballot }) {
  return (
    <section className="panel ballot-phone">
      <h2 className="section-title">{t('title')}</h2>
      {ballot.phone === null ? <Off ballot={ballot} /> : <On ballot={ballot} phone={ballot.phone} />}
    </section>
  )
}

const early: readonly string[] = ['planned', 'submitted', 'approved', 'roll_frozen', 'published']

function Off({ ballot }: { ballot: Ballot }) {
  const { busy, take } = useStep('joinPhoneVote')
  return (
    <>
      <p className="quiet">{t(early.includes(ballot.state) ? 'off' : 'offNow')}</p>
      {ballot.state === 'published' && ballot.can.phone && (
        <Button loading={busy} onClick={() => take({ ballotId: ballot.id })}>
          {t('join')}
        </Button>
      )}
    </>
  )
}

interface OnProps {
  ballot: Ballot
  phone: BallotPhone
}

function On({ ballot, phone }: OnProps) {
  const at = phone.steps.find(({ step }) => step === 'allowed')?.takenAt
  return (
    <>
      {phone.allowedBy !== null && at !== undefined && (
        <p className="quiet">{t('allowed', { union: phone.allowedBy, at: formatInstant(at) })}</p>
      )}
      <Now ballot={ballot} phone={phone} />
      {phone.steps.some(({ step }) => step === 'opened') && <Board phone={phone} />}
    </>
  )
}

const fromOpening: readonly string[] = ['opened', 'closed', 'counted', 'voided']

function Now({ ballot, phone }: OnProps) {
  if (phone.state === 'voided')
    return <Alert type="warning" showIcon title={t('voided', { reason: phone.voiding!.reason })} />
  if (!fromOpening.includes(phone.state) && ballot.state !== 'published')
    return <Alert type="info" showIcon title={t('lapsed')} />
  return (
    <>
      <p>{wordsOf({ ballot, phone })}</p>
      <div className="ballot-line">
        <Next ballotId={ballot.id} phone={phone} />
        {withKey.includes(phone.state) && phone.can.keys && (
          <LinkButton to={`/ballots/${ballot.id}/key`} search={{} as never}>
            {t(phone.voiding === null ? 'keyLost' : 'lostToConfirm')}
          </LinkButton>
        )}
      </div>
    </>
  )
}

const withKey: readonly string[] = ['keyed', 'tokens', 'opened', 'closed']

function wordsOf({ ballot, phone }: OnProps): string {
  const { issued } = phone
  switch (phone.state) {
    case 'prepared':
      return t('waits')
    case 'allowed':
      return t('needsKey')
    case 'tokens':
      return t('tokens', { issued, due: ballot.roll?.due ?? 0 })
    case 'opened':
      return t('opened', { issued })
    case 'voided':
      return ''
    case 'counted':
      return t(ballot.state === 'voting' ? 'counted' : 'countedDone')
    default:
      return t(phone.state)
  }
}

/** The one step that may be taken now by whoever looks, if any. */
function Next({ ballotId, phone }: { ballotId: string; phone: BallotPhone }) {
  const { state, can } = phone
  if (state === 'prepared' && can.allow)
    return <Act phone={phone} operation="allowPhoneVote" verb={t('allow')} ask={t('allowAsk')} />
  if ((state === 'allowed' || state === 'closed') && can.keys)
    return (
      <LinkButton color="primary" variant="solid" to={`/ballots/${ballotId}/key`} search={{} as never}>
        {t('toKeys')}
      </LinkButton>
    )
  if (state === 'keyed' && can.run)
    return <Act phone={phone} operation="startTokenPeriod" verb={t('startTokens')} />
  if (state === 'opened' && can.run)
    return <Act phone={phone} operation="closePhoneVote" verb={t('close')} ask={t('closeAsk')} />
  return null
}

interface ActProps {
  phone: BallotPhone
  operation:
    'allowPhoneVote' | 'startTokenPeriod' | 'closePhoneVote' | 'openPhoneVote' | 'confirmPhoneVoteVoid'
  verb: string
  /** What is asked before it, where it cannot be taken back. */
  ask?: string
  why?: string | undefined
}

/** One step of the vote by phone. */
export function Act({ phone, operation, verb, ask, why }: ActProps) {
  const { busy, take } = useStep(operation)
  const confirm = useConfirm()
  const act = async () => {
    if (ask === undefined || (await confirm({ title: verb, body: ask, verb }))) take({ voteId: phone.voteId })
  }
  return (
    <Button type="primary" loading={busy} disabled={why !== undefined} onClick={() => void act()}>
      {verb}
    </Button>
  )
}

function Board({ phone }: { phone: BallotPhone }) {
  const { message } = App.useApp()
  const copy = () =>
    call('copyBoard', { voteId: phone.voteId })
      .then((board) =>
        saveFile({
          blob: new Blob([JSON.stringify(board, null, 1)], { type: 'application/json' }),
          name: `board-${board.madeAt.slice(0, 10)}-${board.digest.slice(0, 8)}.json`,
        }),
      )
      .catch((error: Error) => void message.error(errorSentence(error), 8))
  return (
    <div className="ballot-line">
      <a href={`/public/votes/${phone.voteId}`} target="_blank" rel="noreferrer">
        {t('board')}
      </a>
      <Button onClick={() => void copy()}>{t('copyBoard')}</Button>
      <span className="quiet">{t('copyHint')}</span>
    </div>
  )
}
