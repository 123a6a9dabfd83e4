import { Button, Input } from 'antd'
import type { EventSession } from '#contract/events.ts'
import { InstantField } from '../../../kit/form/instant-field.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { t } from './texts.ts'

type Part = Partial<EventSession>

interface SessionsFieldProps {
  /** Given by the form. */
  value?: readonly Part[]
  onChange?: (parts: readonly Part[]) => void
}

/** The parts of an event, one line each. */
export function SessionsField({ value = [], onChange }: SessionsFieldProps) {
  const change = (at: number, part: Part) => onChange?.(value.map((each, i) => (i === at ? part : each)))
  return (
    <div className="session-fields">
      {value.map((part, at) => (
        <div key={at} className="session-field">
          <Input
            aria-label={t('sessionTitle')}
            placeholder={t('sessionTitle')}
            value={part.title}
            maxLength={80}
            onChange={(event) => change(at, { ...part, title: event.target.value })}
          />
          <Button
            aria-label={t('removeSession')}
            icon={<Icon name="close" />}
            onClick={() => onChange?.(value.filter((_, i) => i !== at))}
          />
          <InstantField
            label={t('startsAt')}
            value={part.startsAt ?? null}
            onChange={(startsAt) => change(at, { ...part, ...(startsAt && { startsAt }) })}
          />
          <InstantField
            label={t('endsAt')}
            value={part.endsAt ?? null}
            onChange={(endsAt) => change(at, { ...part, ...(endsAt && { endsAt }) })}
          />
        </div>
      ))}
      <Button onClick={() => onChange?.([...value, {}])}>{t('addSession')}</Button>
    </div>
  )
}
