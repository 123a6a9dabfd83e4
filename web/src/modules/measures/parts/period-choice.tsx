import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useMe } from '../../../kit/me.ts'
import { useMayOpen, type Ask, type Question } from '../question.ts'
import { t } from '../texts.ts'

const yearsOffered = 10

/** All years, one of the last ten, or, for whoever may open the rows, any days. */
export function PeriodChoice({ question: { from, to }, ask }: { question: Question; ask: Ask }) {
  const mayOpen = useMayOpen()
  const thisYear = Number(useMe().today.slice(0, 4))
  const years = Array.from({ length: yearsOffered }, (_, at) => String(thisYear - at))
  const year = years.find((each) => from === `${each}-01-01` && to === `${each}-12-31`)
  const isFree = year === undefined && (from !== undefined || to !== undefined)
  const options = [
    { value: '', label: t('allYears') },
    ...years.map((each) => ({ value: each, label: t('ofYear', { year: each }) })),
    ...(isFree ? [{ value: 'free', label: t('ownPeriod') }] : []),
  ]
  return (
    <>
      <Select
        aria-label={t('period')}
        className="figures-period"
        value={isFree ? 'free' : (year ?? '')}
        options={options}
        onChange={(value) => {
          if (value === '') ask({ from: undefined, to: undefined })
          else if (value !== 'free') ask({ from: `${value}-01-01`, to: `${value}-12-31`, by: undefined })
        }}
      />
      {mayOpen && (
        <DatePicker.RangePicker
          aria-label={t('ownPeriod')}
          className="figures-range"
          placeholder={[t('from'), t('to')]}
          value={from && to ? [dayjs(from), dayjs(to)] : null}
          onChange={(days) =>
            ask({ from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })
          }
        />
      )}
    </>
  )
}
