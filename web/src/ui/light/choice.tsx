import { useId } from 'react'

interface ChoiceProps {
  label: string
  value: string
  onChange: (value: string) => void
  options: readonly { value: string; label: string }[]
  hint?: string | undefined
}

/** One labelled choice from a list, drawn by the phone itself. */
export function Choice({ label, value, onChange, options, hint }: ChoiceProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        aria-describedby={hint ? `${id}-more` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-more`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  )
}

interface TextAreaProps {
  label: string
  value: string
  onChange: (value: string) => void
  rows?: number
  maxLength: number
}

/** Several lines of text with their label. */
export function TextArea({ label, value, onChange, rows = 5, maxLength }: TextAreaProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="input"
        rows={rows}
        maxLength={maxLength}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
        onChange={nothing}
      />
    </div>
  )
}

// React warns about a value without onChange; onInput is what both React and preact call while typing.
function nothing() {}
