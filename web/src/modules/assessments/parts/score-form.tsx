import { Alert, Button, Input, InputNumber } from 'antd'
import { useRef, useState, type KeyboardEvent } from 'react'
import { Link } from '@tanstack/react-router'
import type { AssessmentFile, IndicatorPart } from '#contract/assessments.ts'
import type { Indicator } from '#contract/assessments-schemes.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { assessmentChanged } from '../forms/assessment-changed.ts'
import { t } from '../texts.ts'
import { formatList } from '../../../kit/format.ts'
import { indicatorName, sourceName } from '../words.ts'

interface Entry {
  value: number | null
  voices: number | null
  note: string
}

const empty: Entry = { value: null, voices: null, note: '' }

interface Field {
  key: string
  indicator: Indicator
  part: IndicatorPart
}

/** What I may score of one person, as fields: Enter goes on, Ctrl + Enter saves and opens the next person. */
export function ScoreForm({ file, onNext }: { file: AssessmentFile; onNext: () => void }) {
  const [entries, setEntries] = useState<Record<string, Entry>>({})
  const box = useRef<HTMLFormElement>(null)
  const submit = useAct('submitScores', { invalidates: assessmentChanged })
  const fields = fieldsOf(file)
  const filled = fields.filter(({ key }) => entries[key]?.value != null)
  const change = (key: string, values: Partial<Entry>) =>
    setEntries((all) => ({ ...all, [key]: { ...empty, ...all[key], ...values } }))
  const save = () => {
    if (filled.length === 0) return
    const scores = filled.map(({ key, indicator, part }) => {
      const { value, voices, note } = entries[key]!
      return {
        indicator: indicator.code,
        organisationId: part.organisationId ?? '',
        value: Math.round(value! * 100),
        ...(voices === null ? {} : { voices }),
        ...(note.trim() === '' ? {} : { note }),
      }
    })
    submit.mutate({ assessmentId: file.id, scores }, { onSuccess: onNext })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (event.ctrlKey || event.metaKey) return save()
    const inputs = [...(box.current?.querySelectorAll('input') ?? [])]
    const here = inputs.indexOf(event.target as HTMLInputElement)
    inputs[here + 1]?.focus()
  }
  return (
    <form
      ref={box}
      className="panel"
      aria-label={file.personName}
      onKeyDown={onKeyDown}
      onSubmit={(event) => event.preventDefault()}
    >
      <h2>
        <Link to={`/assessments/people/${file.id}` as never}>{file.personName}</Link>
      </h2>
      <p className="quiet">{formatList(file.posts.map((post) => post.organisationName))}</p>
      {file.selfReport !== null && (
        <details>
          <summary>{t('selfReport')}</summary>
          <p className="assess-text">{file.selfReport.body}</p>
        </details>
      )}
      {fields.map((field, at) => (
        <ScoreField
          key={field.key}
          field={field}
          entry={entries[field.key] ?? empty}
          change={(values) => change(field.key, values)}
          place={at === 0 ? 'first' : 'later'}
        />
      ))}
      {submit.error && (
        <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(submit.error)} />
      )}
      <div className="assess-foot">
        <Button type="primary" disabled={filled.length === 0} loading={submit.isPending} onClick={save}>
          {t('saveNext')}
        </Button>
        <Button onClick={onNext}>{t('skip')}</Button>
        <span className="quiet">{filled.length === 0 ? t('nothingEntered') : t('keys')}</span>
      </div>
    </form>
  )
}

interface ScoreFieldProps {
  field: Field
  entry: Entry
  change: (values: Partial<Entry>) => void
  place: 'first' | 'later'
}

function ScoreField({ field: { indicator, part }, entry, change, place }: ScoreFieldProps) {
  const name = indicatorName(indicator)
  const before = part.scores.at(-1)
  return (
    <div className="assess-field">
      <span>
        {name}
        <small>
          {sourceName(indicator.source)} · {part.organisationName}
        </small>
      </span>
      <InputNumber
        autoFocus={place === 'first'}
        aria-label={`${name}：${t('outOf100')}`}
        min={0}
        max={100}
        precision={2}
        controls={false}
        placeholder={before === undefined ? '0–100' : (before.value / 100).toFixed(2)}
        value={entry.value}
        onChange={(value) => change({ value })}
      />
      {indicator.source === 'members' ? (
        <InputNumber
          aria-label={`${name}：${t('voices')}`}
          min={1}
          max={10_000}
          precision={0}
          controls={false}
          placeholder={t('voices')}
          value={entry.voices}
          onChange={(voices) => change({ voices })}
        />
      ) : (
        <Input
          aria-label={`${name}：${t('note')}`}
          maxLength={500}
          placeholder={t('note')}
          value={entry.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      )}
    </div>
  )
}

function fieldsOf(file: AssessmentFile): Field[] {
  return file.outcome.lines.flatMap(({ indicator, parts }) =>
    parts
      .filter((part) => part.mayScore)
      .map((part) => ({ key: `${indicator.code} ${part.organisationId}`, indicator, part })),
  )
}
