import './own-assessments.css'
import { useState } from 'react'
import { voiceLevels, type AskedVoice, type VoiceLevel } from '#contract/assessments-voices.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { indicatorName } from '../words.ts'
import { levelName, postWords } from './voice-words.ts'
import { t } from './texts.ts'

/** 满意度测评: what I say, once, of the commissioners and chairs of my unit. */
export default function VoicesPage() {
  const asked = useRead('listAskedVoices')
  if (asked.isPending) return <Skeleton lines={6} label={t('loading')} />
  if (!asked.data) return <Empty icon="offline" title={t('voices')} hint={errorSentence(asked.error)} />
  if (asked.data.items.length === 0)
    return <Empty icon="check" title={t('noVoices')} hint={t('noVoicesHint')} />
  return (
    <div className="own-assess">
      <Notice tone="info" title={t('unnamed')}>
        {t('unnamedHint', { least: asked.data.items[0]!.leastVoices })}
      </Notice>
      {asked.data.items.map((one) => (
        <One key={`${one.assessmentId} ${one.organisationId}`} asked={one} />
      ))}
    </div>
  )
}

function One({ asked }: { asked: AskedVoice }) {
  const [said, setSaid] = useState<Readonly<Record<string, VoiceLevel>>>({})
  const give = useAct('giveVoice', { invalidates: ['listAskedVoices', 'getOwnAssessmentDuties'] })
  const complete = asked.indicators.every(({ code }) => said[code] !== undefined)
  const send = () =>
    give.mutate({
      assessmentId: asked.assessmentId,
      organisationId: asked.organisationId,
      said: asked.indicators.map(({ code }) => ({ indicator: code, level: said[code]! })),
    })
  return (
    <article className="sheet" aria-label={asked.personName}>
      <h2>
        {asked.personName} <small className="quiet">{postWords(asked.post)}</small>
      </h2>
      <p className="quiet">
        {asked.organisationName}
        <br />
        {asked.periodName}
      </p>
      {asked.given ? (
        <Notice tone="done" title={t('voiceGiven')} />
      ) : (
        <>
          {asked.indicators.map((indicator) => (
            <Levels
              key={indicator.code}
              name={`${asked.assessmentId} ${asked.organisationId} ${indicator.code}`}
              title={indicatorName(indicator)}
              value={said[indicator.code]}
              onChange={(level) => setSaid({ ...said, [indicator.code]: level })}
            />
          ))}
          {give.error && <Notice tone="problem" title={errorSentence(give.error)} />}
          <Button
            look="primary"
            busy={give.isPending}
            {...(!complete && { why: t('answerAll') })}
            onClick={send}
          >
            {t('giveVoice')}
          </Button>
        </>
      )}
    </article>
  )
}

interface LevelsProps {
  name: string
  title: string
  value: VoiceLevel | undefined
  onChange: (level: VoiceLevel) => void
}

function Levels({ name, title, value, onChange }: LevelsProps) {
  return (
    <fieldset className="voice-levels">
      <legend>{title}</legend>
      {voiceLevels.map((level) => (
        <label key={level} className={level === value ? 'chosen' : ''}>
          <input type="radio" name={name} checked={level === value} onChange={() => onChange(level)} />
          {levelName(level)}
        </label>
      ))}
    </fieldset>
  )
}
