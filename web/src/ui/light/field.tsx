import { useId, useState } from 'react'
import { Icon } from '../icon.tsx'

interface FieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: string
  error?: string | undefined
  type?: 'text' | 'tel' | 'date' | 'search'
  name?: string
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'tel'
  maxLength?: number
  autoFocus?: boolean
}

/** One labelled input with its hint and its error below. */
export function TextField({ label, value, onChange, hint, error, type = 'text', ...rest }: FieldProps) {
  const id = useId()
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type={type}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
        onChange={noop}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint ? `${id}-more` : undefined}
        {...rest}
      />
      <FieldNote id={`${id}-more`} hint={hint} error={error} />
    </div>
  )
}

/** A password input that can be shown while typing. */
export function PasswordField({
  label,
  value,
  onChange,
  error,
  show,
  hide,
  ...rest
}: Omit<FieldProps, 'type'> & { show: string; hide: string }) {
  const id = useId()
  const [shown, setShown] = useState(false)
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <div className="input-with-button">
        <input
          id={id}
          className="input"
          type={shown ? 'text' : 'password'}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
          onChange={noop}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-more` : undefined}
          autoCapitalize="none"
          spellCheck={false}
          {...rest}
        />
        <button
          type="button"
          aria-label={shown ? hide : show}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? 'eyeOff' : 'eye'} />
        </button>
      </div>
      <FieldNote id={`${id}-more`} hint={undefined} error={error} />
    </div>
  )
}

function FieldNote({ id, hint, error }: { id: string; hint: string | undefined; error: string | undefined }) {
  if (!error && !hint) return null
  return (
    <p id={id} className={error ? 'field-error' : 'field-hint'}>
      {error && <Icon name="warn" size={16} />}
      {error ?? hint}
    </p>
  )
}

// React warns about a value without onChange; onInput is what both React and preact call while typing.
function noop() {}
