import { useState } from 'react'
import type { ChoicePerson } from '#contract/matchmaking-choices.ts'
import { TextField } from '../../../ui/light/field.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { t } from './choices-texts.ts'

interface Props {
  people: readonly ChoicePerson[]
  takesScores: boolean
  /** Why nobody more can be chosen. */
  full: string | undefined
  onMark: (badgeNo: number, change: { yes?: boolean; score?: number | null }) => void
}

const scores = [1, 2, 3, 4, 5] as const
// With so few people nobody needs to look for a number.
const fewPeople = 12

/** Everybody one may mark, as a card with their number: those one sat with first, all others by number below. */
export function ChoiceCards({ people, ...rest }: Props) {
  const [number, setNumber] = useState('')
  const wanted = number.trim()
  const shown = wanted === '' ? people : people.filter((person) => String(person.badgeNo) === wanted)
  const met = shown.filter((person) => person.met || person.yes)
  const others = shown.filter((person) => !met.includes(person))
  return (
    <>
      {people.length > fewPeople && (
        <TextField
          label={t('find')}
          type="search"
          inputMode="numeric"
          maxLength={5}
          value={number}
          onChange={setNumber}
          error={shown.length === 0 ? t('noSuch') : undefined}
        />
      )}
      {met.length > 0 && <Cards title={t('met')} people={met} {...rest} />}
      {others.length > 0 && <Cards title={t('others', { count: others.length })} people={others} {...rest} />}
    </>
  )
}

function Cards({ title, people, ...rest }: Props & { title: string }) {
  return (
    <section className="choice-group">
      <h3>{title}</h3>
      <ul>
        {people.map((person) => (
          <Card key={person.badgeNo} person={person} {...rest} />
        ))}
      </ul>
    </section>
  )
}

function Card({ person, takesScores, full, onMark }: Omit<Props, 'people'> & { person: ChoicePerson }) {
  const number = t('number', { number: person.badgeNo })
  const why = person.yes ? undefined : full
  const off = person.fixed || why !== undefined
  return (
    <li className={person.yes ? 'choice-card choice-yes' : 'choice-card'}>
      <button
        type="button"
        aria-pressed={person.yes}
        aria-disabled={off || undefined}
        aria-label={`${number} ${person.nickname ?? ''} ${t('choose')}`}
        title={why}
        onClick={() => {
          if (!off) onMark(person.badgeNo, { yes: !person.yes })
        }}
      >
        <span className="choice-number figures">{person.badgeNo}</span>
        <span className="choice-name">{person.nickname ?? number}</span>
        <span className="choice-say">
          <Icon name={person.yes ? 'check' : 'services'} size={18} />
          {person.fixed ? t('fixed') : t('choose')}
        </span>
      </button>
      {takesScores && person.met && !person.fixed && (
        <fieldset className="choice-scores">
          <legend>{t('score')}</legend>
          {scores.map((score) => (
            <button
              key={score}
              type="button"
              className="figures"
              aria-pressed={person.score === score}
              aria-label={t('scoreOf', { number: person.badgeNo, score })}
              onClick={() => onMark(person.badgeNo, { score: person.score === score ? null : score })}
            >
              {score}
            </button>
          ))}
        </fieldset>
      )}
    </li>
  )
}
