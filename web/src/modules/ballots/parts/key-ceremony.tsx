import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { Ballot } from '#contract/ballots-shapes.ts'
import { hexOf } from '#contract/sealed-votes/bytes.ts'
import { makeCommitteeKey, type CommitteeKey } from '#contract/sealed-votes/committee-key.ts'
import { useUnsavedGuard } from '../../../kit/leaving.ts'
import { saveFile } from '../../../kit/save-file.ts'
import { t } from '../phone-vote-texts.ts'
import { useStep } from './use-step.ts'

/** Makes the scrutineers' key in this browser and gives out its shares, one after the other. Only the public half leaves the browser. */
export function KeyCeremony({ ballot, voteId }: { ballot: Ballot; voteId: string }) {
  const [key, setKey] = useState<CommitteeKey | null>(null)
  const [given, setGiven] = useState(0)
  // Whoever leaves now throws the key away; made anew it costs nothing, but shares that were kept would be worth nothing.
  useUnsavedGuard(key !== null)
  if (key === null) return <Before make={() => void makeCommitteeKey().then(setKey)} />
  const share = key.shares[given]
  if (share === undefined) return <Publish voteId={voteId} committeeKey={hexOf(key.publicKey)} />
  return (
    <Share
      key={given}
      title={ballot.title}
      no={given + 1}
      share={share}
      kept={() => {
        setKey({ ...key, shares: key.shares.map((each, at) => (at === given ? '' : each)) })
        setGiven(given + 1)
      }}
    />
  )
}

function Before({ make }: { make: () => void }) {
  return (
    <section className="panel ballot-key">
      <ol>
        <li>{t('before1')}</li>
        <li>{t('before2')}</li>
      </ol>
      <Alert type="warning" showIcon title={t('before3')} />
      <Button type="primary" onClick={make}>
        {t('make')}
      </Button>
    </section>
  )
}

interface ShareProps {
  title: string
  no: number
  share: string
  kept: () => void
}

function Share({ title, no, share, kept }: ShareProps) {
  const [typed, setTyped] = useState('')
  const isRight = typed.replace(/\s/g, '').toUpperCase() === share.replace(/\s/g, '').slice(-4)
  const save = () =>
    saveFile({
      blob: new Blob([t('fileText', { title, no, share })], { type: 'text/plain;charset=utf-8' }),
      name: t('fileName', { no }),
    })
  return (
    <section className="panel ballot-key">
      <h2 className="section-title">{t('share', { no })}</h2>
      <p>{t('shareWho', { no })}</p>
      <code className="ballot-share">{share}</code>
      <div className="ballot-line">
        <Button onClick={save}>{t('download')}</Button>
      </div>
      <div className="ballot-line">
        <label htmlFor="last-four">{t('lastFour')}</label>
        <Input
          id="last-four"
          className="ballot-four"
          maxLength={4}
          autoComplete="off"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="primary" disabled={!isRight} onClick={kept}>
          {t('kept')}
        </Button>
        {!isRight && <span className="quiet">{t('keptWhy')}</span>}
      </div>
    </section>
  )
}

function Publish({ voteId, committeeKey }: { voteId: string; committeeKey: string }) {
  const { busy, take } = useStep('publishCommitteeKey')
  return (
    <section className="panel ballot-key">
      <p>{t('publishHint')}</p>
      <code className="ballot-share">{committeeKey}</code>
      <Button type="primary" loading={busy} onClick={() => take({ voteId, committeeKey })}>
        {t('publish')}
      </Button>
    </section>
  )
}
