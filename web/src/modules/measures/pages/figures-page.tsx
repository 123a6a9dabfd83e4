import '../measures.css'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import type { Measure, MeasureAnswer, MeasureGroup } from '#contract/measures.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatNumber } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useRead, useReadWhen } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useNamedParts } from '../named-parts.ts'
import { FigureChart } from '../parts/figure-chart.tsx'
import { FigureExport } from '../parts/figure-export.tsx'
import { FigureNumber } from '../parts/figure-number.tsx'
import { FigureTable } from '../parts/figure-table.tsx'
import { QuestionBar } from '../parts/question-bar.tsx'
import { QuestionWords } from '../parts/question-words.tsx'
import { SealLink } from '../parts/seal-link.tsx'
import {
  breakdownOf,
  searchOf,
  useInput,
  useMayOpen,
  useQuestion,
  type Ask,
  type Question,
} from '../question.ts'
import { t } from '../texts.ts'
import { partsTitle } from '../words.ts'

/** Any figure of an organisation and everything it leads: of any day or days, in parts, beside an earlier one; and from there down to the rows. */
export default function FiguresPage() {
  const { question, ask } = useQuestion()
  const catalogue = useRead('listMeasures')
  const measures = catalogue.data?.items ?? []
  const usual = measures.find(({ name }) => name === 'members') ?? measures[0]
  const chosen = measures.find(({ name }) => name === question.measure) ?? usual
  return (
    <Page
      title={t('figures')}
      note={chosen && <QuestionWords measure={chosen} question={question} />}
      actions={<WayUp question={question} ask={ask} />}
    >
      {catalogue.isPending && <Skeleton active />}
      {catalogue.error && <p className="problem">{errorSentence(catalogue.error)}</p>}
      {chosen && (
        <>
          <QuestionBar measures={measures} chosen={chosen} question={question} ask={ask} />
          <Figure measure={chosen} question={question} ask={ask} />
        </>
      )}
    </Page>
  )
}

function Figure({ measure, question, ask }: { measure: Measure; question: Question; ask: Ask }) {
  const input = useInput(measure, question)
  const answer = useRead('queryMeasure', input)
  const by = breakdownOf(measure, question)
  const data = useNamedParts(answer.data, measure, by)
  if (answer.error) return <Problem error={answer.error} retry={() => void answer.refetch()} />
  if (data === undefined) return <Skeleton active className="panel" />
  return (
    <div className={answer.isPlaceholderData ? 'figure-page coming' : 'figure-page'}>
      <section className="panel" aria-label={t('answer')}>
        <FigureNumber measure={measure} answer={data} />
        <div className="figure-actions">
          <OpenRows measure={measure} question={question} answer={data} />
          <FigureExport operation="downloadMeasure" asked={input} label={t('workbook')} />
          <Link to={`/figures/${measure.name}/print`} search={searchOf(question) as never}>
            {t('printable')}
          </Link>
          <SealLink measure={measure} question={question} />
        </div>
        {data.rounded && <Rounded />}
      </section>
      {by !== undefined && (
        <section className="panel breakdown" aria-label={partsTitle(measure, by)}>
          <h2>{partsTitle(measure, by)}</h2>
          {data.groups?.length === 0 && (
            <p className="quiet">{t(by === 'organisation' ? 'noUnits' : 'noParts')}</p>
          )}
          <FigureChart measure={measure} answer={data} by={by} />
          <FigureTable
            measure={measure}
            answer={data}
            by={by}
            part={(group) => <Part by={by} group={group} question={question} ask={ask} />}
          />
        </section>
      )}
    </div>
  )
}

/** A unit leads to its own figures, a year to the units in that year. */
function Part({
  by,
  group,
  question,
  ask,
}: {
  by: string
  group: MeasureGroup
  question: Question
  ask: Ask
}) {
  const down: Partial<Question> | null =
    by === 'organisation' && group.key !== question.organisationId
      ? { organisationId: group.key }
      : by === 'year'
        ? { from: `${group.key}-01-01`, to: `${group.key}-12-31`, by: 'organisation' }
        : null
  if (down === null) return group.label
  return (
    <button type="button" className="row-button" onClick={() => ask(down)}>
      {group.label}
    </button>
  )
}

function OpenRows({
  measure,
  question,
  answer,
}: {
  measure: Measure
  question: Question
  answer: MeasureAnswer
}) {
  const mayOpen = useMayOpen()
  if (!mayOpen)
    return (
      <span className="off-with-reason">
        <Button disabled>{t('openRows')}</Button>
        <span>{t('rowsWhyNot')}</span>
      </span>
    )
  const counted = measure.counting === 'distinct' && answer.total !== null
  return (
    <Link to={`/figures/${measure.name}`} search={searchOf(question) as never} className="figure-open">
      {counted ? t('openCounted', { count: formatNumber(answer.total!) }) : t('openRows')}
      <Icon name="next" size={16} />
    </Link>
  )
}

function Rounded() {
  return (
    <p className="totals-only">
      <Icon name="info" size={16} />
      {t('rounded')}
    </p>
  )
}

function Problem({ error, retry }: { error: Error; retry: () => void }) {
  return (
    <Alert
      type="error"
      showIcon
      icon={<Icon name="warn" />}
      title={t('notAnswered')}
      description={errorSentence(error)}
      action={<Button onClick={retry}>{t('retry')}</Button>}
    />
  )
}

function WayUp({ question, ask }: { question: Question; ask: Ask }) {
  const { actingAs } = useMe()
  const isOwn = question.organisationId === actingAs?.organisationId
  const organisation = useReadWhen(!isOwn, 'getOrganisation', { organisationId: question.organisationId })
  if (isOwn) return null
  const parent = organisation.data?.parent
  return (
    <>
      <Button onClick={() => ask({ organisationId: undefined })}>{t('own')}</Button>
      {parent && parent.id !== actingAs?.organisationId && (
        <Button onClick={() => ask({ organisationId: parent.id })}>{t('up')}</Button>
      )}
    </>
  )
}
