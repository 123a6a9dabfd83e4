import '../seals.css'
import type { FigureToSeal, SealedFigure, SealedReport } from '#contract/reports-seals.ts'
import type { Measure } from '#contract/measures.ts'
import { useNavigate } from '@tanstack/react-router'
import { App, Input, Select, Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { useRead, useReadWhen } from '../../../kit/query.ts'
import { measureName } from '../../measures/words.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { t } from '../seal-texts.ts'

interface Entered {
  title: string
  measures: string[]
  organisationId?: string
  asOf?: string | null
  from?: string | null
  to?: string | null
  by: 'none' | 'organisation' | 'year'
}

/** Seals figures: those of the address (`measure`, `organisationId`, `asOf`, `from`, `to`, `by`), or a correction of an earlier report (`correctsId`). */
export default function SealPage() {
  const { correctsId } = useSearchText()
  const catalogue = useRead('listMeasures')
  const earlier = useReadWhen(correctsId, 'getSealedReport', { reportId: correctsId ?? '' })
  const waits = catalogue.isPending || (correctsId !== undefined && earlier.isPending)
  return (
    <Page
      title={earlier.data ? t('correcting', { title: earlier.data.title }) : t('seal')}
      note={t('sealBody')}
    >
      {waits && <Skeleton active />}
      {catalogue.error && <p className="problem">{errorSentence(catalogue.error)}</p>}
      {earlier.error && <p className="problem">{errorSentence(earlier.error)}</p>}
      {!waits && catalogue.data && (
        <SealForm measures={catalogue.data.items} earlier={earlier.data ?? null} />
      )}
    </Page>
  )
}

function SealForm({ measures, earlier }: { measures: readonly Measure[]; earlier: SealedReport | null }) {
  const navigate = useNavigate()
  const { message } = App.useApp()
  const initial = useInitial(earlier)
  return (
    <FormShell<'sealReport', Entered>
      operation="sealReport"
      invalidates={['listSealedReports', 'getSealedReport']}
      initial={initial}
      toInput={(entered) => ({
        title: entered.title,
        ...(earlier === null ? {} : { correctsId: earlier.id }),
        figures:
          earlier === null
            ? entered.measures.map((name) =>
                figureOf(
                  entered,
                  measures.find((each) => each.name === name)!,
                ),
              )
            : earlier.figures.map(questionOf),
      })}
      onDone={(report) => {
        void message.success(t('done', { number: report.number }))
        void navigate({ to: `/reports/${report.id}` as never })
      }}
      submit={t('sealNow')}
      onCancel={() => void navigate({ to: '/reports' as never })}
    >
      <FormField name="title" label={t('name')} need="required" hint={t('nameHint')}>
        <Input maxLength={120} />
      </FormField>
      {earlier === null ? (
        <Question measures={measures} />
      ) : (
        <p className="quiet">{t('sameFigures', { count: earlier.figures.length })}</p>
      )}
    </FormShell>
  )
}

function Question({ measures }: { measures: readonly Measure[] }) {
  return (
    <>
      <FormField name="measures" label={t('what')} need="required" hint={t('whatHint')}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={measures.map((each) => ({ value: each.name, label: measureName(each) }))}
        />
      </FormField>
      <FormField name="organisationId" label={t('whose')} need="optional">
        <OrganisationSelect />
      </FormField>
      <FormField name="asOf" label={t('asOfField')} need="optional" hint={t('asOfHint')}>
        <DateField />
      </FormField>
      <FormField name="from" label={t('fromField')} need="optional" hint={t('periodHint')}>
        <DateField />
      </FormField>
      <FormField name="to" label={t('toField')} need="optional">
        <DateField />
      </FormField>
      <FormField name="by" label={t('byField')} need="required">
        <Select
          options={[
            { value: 'none', label: t('byNone') },
            { value: 'organisation', label: t('byOrganisation') },
            { value: 'year', label: t('byYear') },
          ]}
        />
      </FormField>
    </>
  )
}

/** What the form begins with: the earlier version, or the question of the address. */
function useInitial(earlier: SealedReport | null): Partial<Entered> {
  const search = useSearchText()
  const { actingAs } = useMe()
  return {
    ...(earlier === null ? {} : { title: earlier.title }),
    measures: search.measure === undefined ? [] : [search.measure],
    organisationId: search.organisationId ?? actingAs?.organisationId ?? '',
    asOf: search.asOf ?? null,
    from: search.from ?? null,
    to: search.to ?? null,
    by: search.by === 'organisation' || search.by === 'year' ? search.by : 'none',
  }
}

/** The same question again: a correction counts it as it is known now. */
function questionOf({ measure, organisationId, asOf, from, to, by }: SealedFigure): FigureToSeal {
  return {
    measure,
    organisationId,
    asOf,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    ...(by === null ? {} : { by }),
  }
}

/** One figure of what was entered: a period only for what happened, parts only where the measure has them. */
function figureOf({ organisationId, asOf, from, to, by }: Entered, measure: Measure): FigureToSeal {
  const isFlow = measure.counts === 'flow'
  return {
    measure: measure.name,
    ...(organisationId ? { organisationId } : {}),
    ...(asOf ? { asOf } : {}),
    ...(isFlow && from ? { from } : {}),
    ...(isFlow && to ? { to } : {}),
    ...(by !== 'none' && measure.breakdowns.includes(by) ? { by } : {}),
  }
}
