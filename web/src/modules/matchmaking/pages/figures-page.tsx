import '../figures.css'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { Measure } from '#contract/measures.ts'
import { language } from '../../../i18n/language.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useMay } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useRead, useReadWhen } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { periodFor, useFigureQuestion, type FigureQuestion } from '../figure-question.ts'
import { t } from '../figure-texts.ts'
import { hostWords } from '../figure-words.ts'
import { FigureBars } from '../parts/figure-bars.tsx'
import { FigureCards } from '../parts/figure-cards.tsx'
import { Funnel } from '../parts/funnel.tsx'
import { SexBalance } from '../parts/sex-balance.tsx'
import { YearChart } from '../parts/year-chart.tsx'

type Ask = ReturnType<typeof useFigureQuestion>['ask']

/** The figures of matchmaking: what they come to, by year, host and district, who came, and how far they got. */
export default function FiguresPage() {
  const { question, ask } = useFigureQuestion()
  const catalogue = useRead('listMeasures')
  const measures = catalogue.data?.items.filter(({ programme }) => programme === 'matchmaking') ?? []
  const chosen =
    measures.find(({ name }) => name === question.measure) ??
    measures.find(({ name }) => name === 'mutual_interest_pair_times')
  return (
    <Page
      title={t('title')}
      note={`${question.year === undefined ? t('allYears') : t('ofYear', { year: question.year })} · ${t('note')}`}
    >
      {catalogue.isPending && <Skeleton active />}
      {catalogue.error && <p className="problem">{errorSentence(catalogue.error)}</p>}
      <FigureCards
        measures={measures}
        question={question}
        chosen={chosen}
        onChoose={(measure) => ask({ measure })}
      />
      <div className="matching-grid">
        {chosen && <ByYear measure={chosen} question={question} ask={ask} />}
        {chosen && <InParts measure={chosen} question={question} by="host_kind" />}
        {chosen && <InParts measure={chosen} question={question} by="organisation" />}
        <section className="panel" aria-label={t('bySex')}>
          <h2>{t('bySex')}</h2>
          <SexBalance question={question} />
        </section>
        <Funnel question={question} />
      </div>
    </Page>
  )
}

function ByYear({ measure, question, ask }: { measure: Measure; question: FigureQuestion; ask: Ask }) {
  const isFlow = measure.breakdowns.includes('year')
  const answer = useReadWhen(isFlow, 'queryMeasure', { measure: measure.name, by: 'year' })
  const mayOpen = useMay('figures.open')
  const title = t('byYear', { name: nameOf(measure) })
  if (!isFlow) return null
  const years = answer.data?.groups ?? []
  return (
    <section className="panel matching-wide" aria-label={title}>
      <header className="matching-head">
        <h2>{title}</h2>
        {mayOpen && (
          <Link to={`/figures/${measure.name}`} search={periodFor(measure, question) as never}>
            {t('openRows')}
            <Icon name="next" size={16} />
          </Link>
        )}
      </header>
      {answer.error && <p className="problem">{errorSentence(answer.error)}</p>}
      {answer.isPending && <Skeleton active />}
      {answer.data && years.length === 0 && <p className="quiet">{t('nothing')}</p>}
      {years.length > 0 && (
        <YearChart title={title} years={years} chosen={question.year} onChoose={(year) => ask({ year })} />
      )}
    </section>
  )
}

type Parts = { measure: Measure; question: FigureQuestion; by: 'host_kind' | 'organisation' }

function InParts({ measure, question, by }: Parts) {
  const isThere = measure.breakdowns.includes(by)
  const input = { measure: measure.name, ...periodFor(measure, question), by }
  const answer = useReadWhen(isThere, 'queryMeasure', input)
  const isHost = by === 'host_kind'
  const title = t(isHost ? 'byHost' : 'byUnit', { name: nameOf(measure) })
  if (!isThere) return null
  const groups = answer.data?.groups ?? []
  const rows = isHost ? groups.map((group) => ({ ...group, label: hostWords(group.key) })) : groups
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      {answer.error && <p className="problem">{errorSentence(answer.error)}</p>}
      {answer.isPending && <Skeleton active />}
      {answer.data && rows.every(({ value }) => value === 0) && <p className="quiet">{t('nothing')}</p>}
      <FigureBars title={title} head={t(isHost ? 'host' : 'unit')} rows={rows} />
    </section>
  )
}

function nameOf(measure: Measure): string {
  return language() === 'zh' ? measure.zh : measure.en
}
