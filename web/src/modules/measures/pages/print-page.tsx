import '../measures.css'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import type { Measure } from '#contract/measures.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDate } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead, useReadWhen } from '../../../kit/query.ts'
import { useNamedParts, type NamedAnswer } from '../named-parts.ts'
import { FigureChart } from '../parts/figure-chart.tsx'
import { FigureNumber } from '../parts/figure-number.tsx'
import { FigureTable } from '../parts/figure-table.tsx'
import { QuestionWords } from '../parts/question-words.tsx'
import { breakdownOf, searchOf, useInput, useQuestion } from '../question.ts'
import { t } from '../texts.ts'
import { measureName, partsTitle } from '../words.ts'

/** One figure on paper: its question in words, its number, its parts as a picture that needs no colour and as a table. */
export default function PrintPage() {
  const name = useParam('measure')
  const { question } = useQuestion()
  const catalogue = useRead('listMeasures')
  const measure = catalogue.data?.items.find((each) => each.name === name)
  const answer = useReadWhen(measure, 'queryMeasure', useInput(measure, question))
  const error = catalogue.error ?? answer.error
  const by = measure && breakdownOf(measure, question)
  const named = useNamedParts(answer.data, measure, by)
  return (
    <main className="figure-sheet">
      <Page
        title={measure ? measureName(measure) : t('figures')}
        note={measure && <QuestionWords measure={measure} question={question} />}
        actions={
          <>
            <Link to="/figures" search={{ ...searchOf(question), measure: name } as never}>
              {t('back')}
            </Link>
            <Button type="primary" disabled={!answer.data} onClick={() => print()}>
              {t('print')}
            </Button>
          </>
        }
      >
        {error && <p className="problem">{errorSentence(error)}</p>}
        {catalogue.data && !measure && <p className="problem">{t('noMeasure')}</p>}
        {!error && !answer.data && <Skeleton active paragraph={{ rows: 8 }} />}
        {measure && named && <Sheet measure={measure} answer={named} by={by} />}
      </Page>
    </main>
  )
}

interface SheetProps {
  measure: Measure
  answer: NamedAnswer
  by: string | undefined
}

function Sheet({ measure, answer, by }: SheetProps) {
  const { today, actingAs } = useMe()
  return (
    <article>
      <FigureNumber measure={measure} answer={answer} />
      {answer.rounded && <p className="quiet">{t('rounded')}</p>}
      {by !== undefined && (
        <>
          <h2>{partsTitle(measure, by)}</h2>
          <FigureChart measure={measure} answer={answer} by={by} />
          <FigureTable measure={measure} answer={answer} by={by} />
        </>
      )}
      <p className="figure-foot">
        {t('printedBy', { name: actingAs?.organisationName ?? '', day: formatDate(today) })}
      </p>
    </article>
  )
}
