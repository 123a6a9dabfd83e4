import '../assessments.css'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { grades, type PeriodFile } from '#contract/assessments-schemes.ts'
import { assessmentStates, type AssessmentRow } from '#contract/assessments.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { formatAside, formatList, formatNumber, formatPeriod } from '../../../kit/format.ts'
import { useParam } from '../../../kit/params.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column, Filter } from '../../../kit/table/list-types.ts'
import { Facts } from '../../../ui/facts.tsx'
import { StateBar } from '../parts/state-bar.tsx'
import { t } from '../texts.ts'
import { gradeName, points, stateName } from '../words.ts'

const outdated = ['getAssessmentPeriod', 'listAssessmentPeriods', 'listAssessedPersons'] as const

/** A period: how far it is, its grades and rules, and everybody who is assessed in it. */
export default function PeriodPage() {
  const periodId = useParam('periodId')
  const period = useRead('getAssessmentPeriod', { periodId })
  const file = period.data?.id === periodId ? period.data : undefined
  return (
    <ListPage
      title={file?.name ?? t('periods')}
      operation="listAssessedPersons"
      fixed={{ periodId }}
      filters={filters()}
      columns={columns()}
      rowId={(row) => row.id}
      empty={{ title: t('emptyPeople'), hint: t('emptyPeopleHint') }}
      actions={file && <Actions period={file} />}
      above={file && <Above period={file} />}
    />
  )
}

function filters(): Filter<'q' | 'state' | 'grade' | 'waiting'>[] {
  return [
    { kind: 'search', name: 'q', label: t('searchLabel'), placeholder: t('search') },
    {
      kind: 'select',
      name: 'state',
      label: t('state'),
      options: assessmentStates.map((value) => ({ value, label: stateName(value) })),
    },
    {
      kind: 'select',
      name: 'grade',
      label: t('grade'),
      options: grades.map((value) => ({ value, label: gradeName(value) })),
    },
    {
      kind: 'select',
      name: 'waiting',
      label: t('missing'),
      options: [{ value: 'mine', label: t('waitingMine') }],
    },
  ]
}

function columns(): Column<AssessmentRow>[] {
  return [
    {
      key: 'name',
      title: t('name'),
      width: 120,
      render: (row) => <Link to={`/assessments/people/${row.id}` as never}>{row.personName}</Link>,
    },
    { key: 'units', title: t('units'), width: 300, render: (row) => formatList(row.organisations) },
    { key: 'state', title: t('state'), width: 110, render: (row) => stateName(row.state) },
    {
      key: 'missing',
      title: t('missing'),
      width: 190,
      render: (row) =>
        row.state !== 'open' ? (
          '—'
        ) : row.missing === 0 ? (
          t('complete')
        ) : (
          <span className={row.mine > 0 ? 'ends-soon' : undefined}>
            {t('missingOf', { missing: row.missing, mine: row.mine })}
          </span>
        ),
    },
    {
      key: 'reported',
      title: t('reported'),
      width: 90,
      render: (row) => (row.reported ? t('yes') : t('no')),
    },
    {
      key: 'score',
      title: t('score'),
      width: 90,
      align: 'figures',
      render: (row) => (row.score === null ? '—' : points(row.score)),
    },
    {
      key: 'grade',
      title: t('grade'),
      width: 110,
      render: (row) => (row.grade === null ? '—' : gradeName(row.grade)),
    },
  ]
}

function Actions({ period }: { period: PeriodFile }) {
  const { message } = App.useApp()
  const confirm = useConfirm()
  const enrol = useAct('enrolAssessmentSubjects', { invalidates: outdated })
  const close = useAct('closeAssessmentPeriod', { invalidates: outdated })
  const onError = (error: Error) => void message.error(errorSentence(error), 8)
  if (period.closedAt !== null) return <span className="quiet">{t('closed')}</span>
  const closeAfterAsking = async () => {
    if (!(await confirm({ title: t('closePeriod'), body: t('closeAsk'), verb: t('closePeriod') }))) return
    close.mutate({ periodId: period.id }, { onError, onSuccess: () => void message.success(t('closedNow')) })
  }
  return (
    <>
      {period.can.manage && (
        <>
          <Button loading={close.isPending} onClick={() => void closeAfterAsking()}>
            {t('closePeriod')}
          </Button>
          <Button
            loading={enrol.isPending}
            onClick={() =>
              enrol.mutate(
                { periodId: period.id },
                { onError, onSuccess: ({ enrolled }) => void message.success(t('enrolled', { enrolled })) },
              )
            }
          >
            {t('enrol')}
          </Button>
        </>
      )}
      <Link
        className="assess-link assess-link-primary"
        to={`/assessments/periods/${period.id}/queue` as never}
      >
        {t('queue')}
      </Link>
    </>
  )
}

function Above({ period }: { period: PeriodFile }) {
  const most = Math.max(1, ...period.grades.map(({ persons }) => persons))
  const { terms } = period
  return (
    <div className="assess-page assess-above">
      <p className="page-note">
        {formatPeriod(period.startsOn, period.endsBefore)} · {period.schemeName}
        {formatAside(t('version', { version: period.schemeVersion }))} · {period.organisationName}
      </p>
      <div className="assess-grid">
        <section className="panel" aria-label={t('progress')}>
          <h2>{t('progress')}</h2>
          <StateBar states={period.states} />
          <h2>{t('gradesTitle')}</h2>
          {period.grades.length === 0 && <p className="quiet">{t('gradesNone')}</p>}
          <table className="assess-bands">
            <caption className="seen-by-reader">{t('gradesTitle')}</caption>
            <tbody>
              {period.grades.map(({ grade, persons }) => (
                <tr key={grade}>
                  <th scope="row">{gradeName(grade)}</th>
                  <td>
                    <span className="bar" style={{ width: `${(persons / most) * 70}%` }} aria-hidden="true" />
                    <span className="figures">{formatNumber(persons)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section className="panel" aria-label={t('rulesTitle')}>
          <h2>{t('rulesTitle')}</h2>
          <Facts
            facts={[
              [
                t('rulesBands'),
                formatList(
                  terms.bands.map(({ grade, from }) =>
                    t('bandFrom', { grade: gradeName(grade), from: from / 100 }),
                  ),
                ),
              ],
              [t('monthsLabel'), t('rulesMonths', { days: terms.monthDays, least: terms.leastMonths })],
              [t('appealLabel'), t('rulesAppeal', { days: terms.appealDays })],
              [t('source_members'), t('rulesVoices', { voices: terms.leastVoices })],
            ]}
          />
        </section>
      </div>
    </div>
  )
}
