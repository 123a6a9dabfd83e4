import { Button, DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import type { Measure } from '#contract/measures.ts'
import { useMe } from '../../../kit/me.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { comparisonOff } from '../compared-days.ts'
import { breakdownOf, isMonthEnd, useMayOpen, type Ask, type Question } from '../question.ts'
import { t } from '../texts.ts'
import { breakdownName, programmeName, measureDefinition, measureName } from '../words.ts'
import { PeriodChoice } from './period-choice.tsx'

interface QuestionBarProps {
  measures: readonly Measure[]
  chosen: Measure
  question: Question
  ask: Ask
}

/** Which figure, whose, of which days, in which parts, beside what. Whoever sees counts only chooses among month-ends and whole years. */
export function QuestionBar({ measures, chosen, question, ask }: QuestionBarProps) {
  const { today, actingAs } = useMe()
  const mayOpen = useMayOpen()
  const by = breakdownOf(chosen, question)
  return (
    <search className="filters figures-question" aria-label={t('question')}>
      <MeasureChoice measures={measures} chosen={chosen} ask={ask} />
      <OrganisationSelect
        label={t('whose')}
        className="figures-whose"
        value={question.organisationId}
        onChange={(id: string | undefined) =>
          ask({ organisationId: id === actingAs?.organisationId ? undefined : id })
        }
      />
      {chosen.counts === 'flow' ? (
        <PeriodChoice question={question} ask={ask} />
      ) : (
        <DatePicker
          aria-label={t('asOf')}
          placeholder={t('asOf')}
          className="figures-day"
          value={question.asOf ? dayjs(question.asOf) : null}
          disabledDate={(day) => !mayOpen && !isMonthEnd(day.format('YYYY-MM-DD'))}
          onChange={(day) => ask({ asOf: day?.format('YYYY-MM-DD') })}
        />
      )}
      <Select
        aria-label={t('parts')}
        className="figures-by"
        value={by ?? null}
        options={chosen.breakdowns.map((each) => ({ value: each, label: breakdownName(each) }))}
        onChange={(value) => ask({ by: value ?? undefined })}
      />
      <ComparisonChoice chosen={chosen} by={by} question={question} ask={ask} />
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
      <ClearButton question={question} ask={ask} />
    </search>
  )
}

function MeasureChoice({ measures, chosen, ask }: Pick<QuestionBarProps, 'measures' | 'chosen' | 'ask'>) {
  const programmes = [...new Set(measures.map(({ programme }) => programme))]
  const options = programmes.map((programme) => ({
    label: programmeName(programme),
    options: measures
      .filter((each) => each.programme === programme)
      .map((each) => ({ value: each.name, label: measureName(each), definition: measureDefinition(each) })),
  }))
  return (
    <Select
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('measure')}
      className="figures-measure"
      value={chosen.name}
      options={options}
      optionRender={({ data }) => (
        <span className="measure-option">
          <span>{data.label}</span>
          <small>{(data as { definition?: string }).definition}</small>
        </span>
      )}
      onChange={(measure) => ask({ measure, by: undefined })}
      popupMatchSelectWidth={400}
      listHeight={400}
    />
  )
}

interface ComparisonProps {
  chosen: Measure
  by: string | undefined
  question: Question
  ask: Ask
}

function ComparisonChoice({ chosen, by, question, ask }: ComparisonProps) {
  const off = comparisonOff(chosen.counts, question, by)
  const options = [
    { value: '', label: t('noComparison') },
    ...[1, 2, 5].map((years) => ({ value: String(years), label: t('yearsEarlier', { years }) })),
  ]
  return (
    <span className="figures-compare">
      <Select
        aria-label={t('comparison')}
        disabled={off !== null}
        value={off === null ? (question.yearsBack ?? '') : ''}
        options={options}
        onChange={(value) => ask({ yearsBack: value })}
      />
      {off !== null && <small className="quiet">{t(off === 'years' ? 'offYears' : 'offPeriod')}</small>}
    </span>
  )
}

function ClearButton({ question, ask }: { question: Question; ask: Ask }) {
  const none = { asOf: undefined, knownOn: undefined, from: undefined, to: undefined, yearsBack: undefined }
  if (!Object.keys(none).some((key) => question[key as keyof typeof none])) return null
  return (
    <Button type="text" onClick={() => ask(none)}>
      {t('clear')}
    </Button>
  )
}
