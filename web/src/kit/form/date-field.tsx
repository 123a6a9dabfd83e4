import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface DateFieldProps {
  /** `YYYY-MM-DD`; given by the form. */
  value?: string | null
  onChange?: (date: string | null) => void
  id?: string
}

/** A date input whose value is the contract’s `YYYY-MM-DD`; stands inside a `FormField`. */
export function DateField({ value, onChange, ...rest }: DateFieldProps) {
  return (
    <DatePicker
      {...rest}
      className="form-date"
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
    />
  )
}
