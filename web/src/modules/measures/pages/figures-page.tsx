import '../measures.css'
import { Button, Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useRead, useReadWhen } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Breakdown } from '../parts/breakdown.tsx'
import { FigureCard } from '../parts/figure-card.tsx'
import { QuestionBar } from '../parts/question-bar.tsx'
import { useMayOpen, useQuestion, type Question } from '../question.ts'
import { t } from '../texts.ts'

/** The figures of an organisation and everything it leads, on any day, but for those that have a page of their programme; from a figure down to units, and from there to rows. */
export default function FiguresPage() {
  const { question, ask } = useQuestion()
  const mayOpen = useMayOpen()
  const catalogue = useRead('listMeasures')
  const measures = catalogue.data?.items.filter(({ programme }) => programme === null) ?? []
  const chosen = measures.find(({ name }) => name === question.measure) ?? measures[0]
  return (
    <Page
      title={t('figures')}
      note={<Whose question={question} />}
      actions={<WayUp question={question} ask={ask} />}
    >
      <QuestionBar question={question} ask={ask} />
      {catalogue.isPending && <Skeleton active />}
      {catalogue.error && <p className="problem">{errorSentence(catalogue.error)}</p>}
      <div className="figure-cards">
        {measures.map((measure) => (
          <FigureCard
            key={measure.name}
            measure={measure}
            question={question}
            chosen={measure === chosen}
            onChoose={mayOpen ? () => ask({ measure: measure.name }) : null}
          />
        ))}
      </div>
      {mayOpen && chosen && (
        <Breakdown
          measure={chosen}
          question={question}
          onDescend={(organisationId) => ask({ organisationId, measure: chosen.name })}
        />
      )}
      {!mayOpen && (
        <p className="totals-only">
          <Icon name="info" size={16} />
          {t('totalsOnly')}
        </p>
      )}
    </Page>
  )
}

/** Whose figures these are, of which day and as known when, in words. */
function Whose({ question }: { question: Question }) {
  const { actingAs } = useMe()
  const isOwn = question.organisationId === actingAs?.organisationId
  const other = useReadWhen(!isOwn, 'getOrganisation', { organisationId: question.organisationId })
  const name = isOwn ? actingAs.organisationName : (other.data?.name ?? '')
  const parts = [
    t('ofOrganisation', { name }),
    question.asOf ? t('asOfDay', { day: formatDay(question.asOf) }) : t('asOfToday'),
    question.knownOn ? t('knownOn', { day: formatDay(question.knownOn) }) : t('knownNow'),
  ]
  return <>{parts.join(' · ')}</>
}

function WayUp({ question, ask }: { question: Question; ask: (change: Partial<Question>) => void }) {
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
