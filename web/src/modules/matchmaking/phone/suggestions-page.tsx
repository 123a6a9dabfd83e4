import './suggestions.css'
import { useState } from 'react'
import type { Suggestion } from '#contract/matchmaking-suggestions.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { cardPhrases } from '../card-words.ts'
import { useDistricts } from '../districts.ts'
import { t } from './suggestions-texts.ts'

/** This week's suggestions: a few cards, each answered apart. No list to search, no score. */
export default function SuggestionsPage() {
  const suggestions = useRead('listSuggestions')
  if (suggestions.isPending) return <Skeleton lines={6} label={t('loading')} />
  if (!suggestions.data)
    return (
      <Empty icon="offline" title={t('failed')} hint={errorSentence(suggestions.error)}>
        <Button look="primary" onClick={() => void suggestions.refetch()}>
          {t('retry')}
        </Button>
      </Empty>
    )
  const { on, items } = suggestions.data
  if (!on) return <Empty icon="people" title={t('off')} hint={t('offHint')} />
  if (items.length === 0) return <Empty icon="people" title={t('none')} hint={t('noneHint')} />
  return (
    <div className="suggestions">
      <p className="quiet">{t('rule')}</p>
      {items.map((one) => (
        <Card key={one.introductionId} suggestion={one} />
      ))}
    </div>
  )
}

function Card({ suggestion }: { suggestion: Suggestion }) {
  const districts = useDistricts()
  const { card, nickname } = suggestion
  const district = districts.name(card.districtCode)
  return (
    <article className="sheet">
      <h2>{nickname}</h2>
      <p>{cardPhrases(card, district).join(' · ')}</p>
      {card.hobbies.length > 0 && <p>{t('hobbies', { list: card.hobbies.join('、') })}</p>}
      {card.hopes !== '' && <p className="suggestion-hopes">{card.hopes}</p>}
      <p className="quiet">{whyOf(suggestion, district)}</p>
      <Answer suggestion={suggestion} />
    </article>
  )
}

function whyOf({ why }: Suggestion, district: string): string {
  const hobbies = why.hobbies.join('、')
  if (why.sameDistrict && hobbies !== '') return t('whyAll', { district, hobbies })
  if (why.sameDistrict) return t('whyBoth', { district })
  return hobbies === '' ? t('whyFit') : t('whyHobby', { hobbies })
}

function Answer({ suggestion }: { suggestion: Suggestion }) {
  const { introductionId, answerUntil, answer } = suggestion
  const [changing, setChanging] = useState(false)
  const send = useAct('answerIntroduction', { invalidates: ['listSuggestions', 'listOwnMatches'] })
  const say = (said: 'yes' | 'no') =>
    send.mutate({ introductionId, answer: said }, { onSuccess: () => setChanging(false) })
  if (answer !== null && !changing)
    return (
      <>
        <Notice tone="info" title={answer === 'yes' ? t('saidYes') : t('saidNo')}>
          {answer === 'yes' && <p>{t('waiting')}</p>}
        </Notice>
        <Button look="quiet" onClick={() => setChanging(true)}>
          {t('change')}
        </Button>
      </>
    )
  return (
    <>
      <p className="figures">{t('until', { when: formatInstant(answerUntil) })}</p>
      {send.error && <Notice tone="problem" title={errorSentence(send.error)} />}
      <div className="phone-actions">
        <Button look="primary" busy={send.isPending} onClick={() => say('yes')}>
          {t('yes')}
        </Button>
        <Button busy={send.isPending} onClick={() => say('no')}>
          {t('no')}
        </Button>
      </div>
    </>
  )
}
