import { useState } from 'react'
import {
  childrenKinds,
  educationLevels,
  houseKinds,
  incomeBands,
  trades,
  type OwnMatchmaking,
  type PartnerLimits,
} from '#contract/matchmaking-entry.ts'
import { language } from '../../../i18n/language.ts'
import { Choice, TextArea } from '../../../ui/light/choice.tsx'
import { TextField } from '../../../ui/light/field.tsx'
import { childrenName, educationName, houseName, incomeName, tradeName } from '../card-words.ts'
import type { Draft } from './profile-page.tsx'
import { t } from './profile-texts.ts'

type Districts = OwnMatchmaking['districts']

/** What an introduction shows of me. */
export function AboutMe({ draft, districts }: { draft: Draft; districts: Districts }) {
  const { value, set, problem } = draft
  // What is typed stays as it is typed; the list is read from it.
  const [hobbies, setHobbies] = useState(value.hobbies.join('、'))
  return (
    <section className="sheet">
      <h2>{t('about')}</h2>
      <TextField
        label={t('nickname')}
        hint={t('nicknameHint')}
        error={problem('nickname')}
        value={value.nickname}
        maxLength={12}
        onChange={(nickname) => set({ nickname })}
      />
      {districts.length === 0 ? (
        <TextField
          label={t('districtCode')}
          error={problem('districtCode')}
          inputMode="numeric"
          maxLength={6}
          value={value.districtCode}
          onChange={(districtCode) => set({ districtCode })}
        />
      ) : (
        <Choice
          label={t('district')}
          value={value.districtCode}
          onChange={(districtCode) => set({ districtCode })}
          options={[
            { value: '', label: '—' },
            ...districts.map((each) => ({ value: each.code, label: each[language()] })),
          ]}
        />
      )}
      <Choice
        label={t('trade')}
        value={value.trade}
        onChange={(trade) => set({ trade: trade as typeof value.trade })}
        options={trades.map((each) => ({ value: each, label: tradeName(each) }))}
      />
      <NumberField label={t('height')} value={value.heightCm} onChange={(heightCm) => set({ heightCm })} />
      <Choice
        label={t('education')}
        value={value.educationLevel ?? ''}
        onChange={(level) =>
          set({ educationLevel: level === '' ? null : (level as (typeof educationLevels)[number]) })
        }
        options={optional(educationLevels, (each) => educationName(each) ?? each)}
      />
      <TextField
        label={t('hobbies')}
        error={problem('hobbies')}
        maxLength={110}
        value={hobbies}
        onChange={(text) => {
          setHobbies(text)
          set({ hobbies: hobbiesIn(text) })
        }}
      />
      <TextArea
        label={t('hopes')}
        rows={3}
        maxLength={200}
        value={value.hopes}
        onChange={(hopes) => set({ hopes })}
      />
      {problem('hopes') && <p className="field-error">{problem('hopes')}</p>}
      <p className="field-hint">{t('neverAsked')}</p>
    </section>
  )
}

function hobbiesIn(text: string): string[] {
  return text
    .split(/[、,，;；\s]+/)
    .map((each) => each.slice(0, 12))
    .filter((each) => each !== '')
    .slice(0, 8)
}

/** What is hidden unless I show it. */
export function Hidden({ draft: { value, set } }: { draft: Draft }) {
  return (
    <section className="sheet">
      <h2>{t('optional')}</h2>
      <Choice
        label={t('income')}
        value={value.income ?? ''}
        onChange={(income) => set({ income: given(incomeBands, income) })}
        options={optional(incomeBands, incomeName)}
      />
      <Switch
        label={t('showIt', { what: t('income') })}
        on={value.showsIncome}
        onChange={(showsIncome) => set({ showsIncome })}
      />
      <Choice
        label={t('house')}
        value={value.house ?? ''}
        onChange={(house) => set({ house: given(houseKinds, house) })}
        options={optional(houseKinds, houseName)}
      />
      <Switch
        label={t('showIt', { what: t('house') })}
        on={value.showsHouse}
        onChange={(showsHouse) => set({ showsHouse })}
      />
      <Choice
        label={t('children')}
        value={value.children ?? ''}
        onChange={(children) => set({ children: given(childrenKinds, children) })}
        options={optional(childrenKinds, childrenName)}
      />
      <Switch
        label={t('showIt', { what: t('children') })}
        on={value.showsChildren}
        onChange={(showsChildren) => set({ showsChildren })}
      />
    </section>
  )
}

/** Whom I would meet. */
export function Wanted({ draft, districts }: { draft: Draft; districts: Districts }) {
  const { limits } = draft.value
  const set = (changes: Partial<PartnerLimits>) => draft.set({ limits: { ...limits, ...changes } })
  const turned = draft.problem('limits.ageTo') ?? draft.problem('limits.heightToCm')
  const tick = (code: string, on: boolean) =>
    set({ districtCodes: [...limits.districtCodes.filter((each) => each !== code), ...(on ? [code] : [])] })
  return (
    <section className="sheet">
      <h2>{t('wanted')}</h2>
      <div className="entry-pair">
        <NumberField label={t('ageFrom')} value={limits.ageFrom} onChange={(ageFrom) => set({ ageFrom })} />
        <NumberField label={t('ageTo')} value={limits.ageTo} onChange={(ageTo) => set({ ageTo })} />
        <NumberField
          label={t('heightFrom')}
          value={limits.heightFromCm}
          onChange={(heightFromCm) => set({ heightFromCm })}
        />
        <NumberField
          label={t('heightTo')}
          value={limits.heightToCm}
          onChange={(heightToCm) => set({ heightToCm })}
        />
      </div>
      {turned && <p className="field-error">{turned}</p>}
      {districts.length > 0 && (
        <fieldset className="entry-districts">
          <legend>{t('districts')}</legend>
          <div>
            {districts.map((each) => (
              <Switch
                key={each.code}
                label={each[language()]}
                on={limits.districtCodes.includes(each.code)}
                onChange={(on) => tick(each.code, on)}
              />
            ))}
          </div>
        </fieldset>
      )}
      <Switch
        label={t('acceptsChildren')}
        on={limits.acceptsChildren}
        onChange={(acceptsChildren) => set({ acceptsChildren })}
      />
    </section>
  )
}

/** Who may see me. */
export function Audience({ draft: { value, set } }: { draft: Draft }) {
  return (
    <section className="sheet">
      <h2>{t('who')}</h2>
      <Switch
        label={t('hideFromUnit')}
        on={value.hideFromUnit}
        onChange={(hideFromUnit) => set({ hideFromUnit })}
      />
      <Switch label={t('inPool')} on={value.inPool} onChange={(inPool) => set({ inPool })} />
      <Switch
        label={t('wantsSuggestions')}
        on={value.wantsSuggestions}
        onChange={(wantsSuggestions) => set({ wantsSuggestions })}
      />
    </section>
  )
}

interface SwitchProps {
  label: string
  on: boolean
  onChange: (on: boolean) => void
}

function Switch({ label, on, onChange }: SwitchProps) {
  return (
    <label className="tick">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  )
}

interface NumberFieldProps {
  label: string
  value: number | null
  onChange: (value: number | null) => void
}

function NumberField({ label, value, onChange }: NumberFieldProps) {
  return (
    <TextField
      label={label}
      inputMode="numeric"
      maxLength={3}
      value={value === null ? '' : String(value)}
      onChange={(text) => onChange(/^\d{1,3}$/.test(text) ? Number(text) : null)}
    />
  )
}

function given<T extends string>(values: readonly T[], text: string): T | null {
  return values.find((each) => each === text) ?? null
}

function optional<T extends string>(values: readonly T[], name: (value: T) => string) {
  return [
    { value: '', label: t('notGiven') },
    ...values.map((each) => ({ value: each as string, label: name(each) })),
  ]
}
