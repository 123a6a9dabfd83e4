import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface InstantFieldProps {
  /** An ISO instant; given by the form. */
  value?: string | null
  onChange?: (instant: string | null) => void
  id?: string
  /** What it is called where no label stands beside it. */
  label?: string
}

const shanghai = 8 * 3_600_000

/** A day with a time of Shanghai, wherever the browser is, whose value is the contract’s instant; stands inside a `FormField`. */
export function InstantField({ value, onChange, label, ...rest }: InstantFieldProps) {
  return (
    <DatePicker
      {...rest}
      {...(label && { 'aria-label': label, placeholder: label })}
      className="form-date"
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      format="YYYY-MM-DD HH:mm"
      // Enter takes the time that was typed; it must not send the form away as well.
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault()
      }}
      value={value ? dayjs(wallTime(value)) : null}
      onChange={(day) => onChange?.(day ? instantOf(day.format('YYYY-MM-DDTHH:mm')) : null)}
    />
  )
}

// The picker shows wall time of the browser: it is given, and gives back, the wall time of Shanghai.
function wallTime(instant: string): string {
  return new Date(Date.parse(instant) + shanghai).toISOString().slice(0, 16)
}

function instantOf(time: string): string {
  return new Date(Date.parse(`${time}:00Z`) - shanghai).toISOString()
}
