import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useMe } from '../../../kit/me.ts'
import { isMonthEnd, useMayOpen, type Question } from '../question.ts'
import { t } from '../texts.ts'

interface QuestionBarProps {
  question: Question
  ask: (change: Partial<Question>) => void
}

/** Of which day, and as known when. Whoever sees totals only chooses among month-ends. */
export function QuestionBar({ question, ask }: QuestionBarProps) {
  const { today } = useMe()
  const mayOpen = useMayOpen()
  const changed = Boolean(question.asOf ?? question.knownOn)
  return (
    <search className="filters" aria-label={t('asOf')}>
      <DatePicker
        aria-label={t('asOf')}
        placeholder={t('asOf')}
        className="figures-day"
        value={question.asOf ? dayjs(question.asOf) : null}
        disabledDate={(day) => !mayOpen && !isMonthEnd(day.format('YYYY-MM-DD'))}
        onChange={(day) => ask({ asOf: day?.format('YYYY-MM-DD') })}
      />
      {mayOpen && (
        <DatePicker
          aria-label={t('knownAt')}
          placeholder={t('knownAt')}
          className="figures-known"
          value={question.knownOn ? dayjs(question.knownOn) : null}
          disabledDate={(day) => day.format('YYYY-MM-DD') > today}
          onChange={(day) => ask({ knownOn: day?.format('YYYY-MM-DD') })}
        />
      )}
      {changed && (
        <Button type="text" onClick={() => ask({ asOf: undefined, knownOn: undefined })}>
          {t('clear')}
        </Button>
      )}
    </search>
  )
}
