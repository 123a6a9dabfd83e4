import { Button, Input } from 'antd'
import { useEffect, useState } from 'react'
import { bytesOfHex, hexOf } from '#contract/sealed-votes/bytes.ts'
import { committeeSecretOf, isShareOf } from '#contract/sealed-votes/committee-key.ts'
import { t } from '../phone-vote-texts.ts'
import { useStep } from './use-step.ts'

/** Two scrutineers bring their shares; this browser joins them, and the server opens the closed urn. */
export function UrnOpening({ voteId, committeeKey }: { voteId: string; committeeKey: string }) {
  const [texts, setTexts] = useState<readonly [string, string]>(['', ''])
  const [secret, setSecret] = useState<string | null>(null)
  const { busy, take } = useStep('openSealedBallots')
  const key = bytesOfHex(committeeKey)
  const bring = (both: readonly [string, string]) => {
    setTexts(both)
    void committeeSecretOf(both.map(shareIn), key).then((joined) =>
      setSecret(joined === null ? null : hexOf(joined)),
    )
  }
  const isSame = shareIn(texts[0]) !== '' && shareIn(texts[0]) === shareIn(texts[1])
  return (
    <section className="panel ballot-key">
      <h2 className="section-title">{t('openTitle')}</h2>
      <p>{t('openHint')}</p>
      <ShareField
        id="share-one"
        label={t('one')}
        committeeKey={committeeKey}
        value={texts[0]}
        onChange={(text) => bring([text, texts[1]])}
      />
      <ShareField
        id="share-other"
        label={t('other')}
        committeeKey={committeeKey}
        value={texts[1]}
        onChange={(text) => bring([texts[0], text])}
      />
      <div className="ballot-line">
        <Button
          type="primary"
          loading={busy}
          disabled={secret === null}
          onClick={() => take({ voteId, committeeSecret: secret! })}
        >
          {t('openUrn')}
        </Button>
        {secret === null && <span className="quiet">{t(isSame ? 'same' : 'openWhy')}</span>}
      </div>
    </section>
  )
}

interface ShareFieldProps {
  id: string
  label: string
  committeeKey: string
  value: string
  onChange: (text: string) => void
}

function ShareField({ id, label, committeeKey, value, onChange }: ShareFieldProps) {
  const [isGood, setIsGood] = useState<boolean | null>(null)
  const share = shareIn(value)
  useEffect(() => {
    let stale = false
    if (share === '') setIsGood(null)
    else
      void isShareOf(share, bytesOfHex(committeeKey)).then((good) => {
        if (!stale) setIsGood(good)
      })
    return () => {
      stale = true
    }
  }, [share, committeeKey])
  return (
    <div className="ballot-share-field">
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        rows={3}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <div className="ballot-line">
        <label className="ballot-file">
          {t('fromFile')}
          <input
            type="file"
            accept=".txt,text/plain"
            onChange={({ target }) => void target.files?.[0]?.text().then(onChange)}
          />
        </label>
        {isGood === true && <span>✓ {t('shareGood')}</span>}
        {isGood === false && <span className="problem">{t('shareBad')}</span>}
      </div>
    </div>
  )
}

// A saved file says in words what it is; the share is its one line of groups.
function shareIn(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const line = lines.find((each) => /^([0-9a-f]{4}[\s-]?){18}[0-9a-f]{2}$/i.test(each))
  return line ?? text.trim()
}
