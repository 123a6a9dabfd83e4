import { registrationStates, type Admission, type RegistrationRow } from '#contract/events-admission.ts'
import { codeSentence, errorSentence } from '../../../../kit/errors.ts'
import { formatInstant, formatNumber } from '../../../../kit/format.ts'
import { useDensity } from '../../../../kit/table/density.ts'
import { FilterBar } from '../../../../kit/table/filter-bar.tsx'
import { ListFoot } from '../../../../kit/table/list-foot.tsx'
import { ListTable } from '../../../../kit/table/list-table.tsx'
import type { Column, Filter, FilterName } from '../../../../kit/table/list-types.ts'
import { SidePanel } from '../../../../kit/table/side-panel.tsx'
import { useList } from '../../../../kit/table/use-list.ts'
import { ageBandName, hindranceWords, reasonName, registrationStepName } from '../../admission-words.ts'
import { RegistrationPanel } from './registration-panel.tsx'
import { t } from './texts.ts'

/** Everybody who registered, with what keeps those who wait from a place; a row opens what the office can do for the person. */
export function RegistrationList({ admission }: { admission: Admission }) {
  const filters = filtersOf()
  const list = useList({ operation: 'listRegistrations', fixed: { eventId: admission.eventId }, filters })
  const [density, setDensity] = useDensity()
  const { page, state, answer } = list
  const opened = page?.items.find(({ id }) => id === state.open)
  return (
    <section>
      <h2 className="section-title">
        {t('list')} {page?.total !== undefined && <span className="count">{formatNumber(page.total)}</span>}
      </h2>
      <FilterBar
        filters={filters}
        values={state.filters}
        onChange={list.filterBy}
        onClear={list.clearFilters}
        density={density}
        onDensity={setDensity}
      />
      {answer.error ? (
        <p className="problem">{errorSentence(answer.error)}</p>
      ) : (
        <ListTable
          columns={columns()}
          rows={page?.items}
          rowId={(row) => row.id}
          sort={state.sort}
          onSort={list.sortBy}
          density={density}
          busy={answer.isPlaceholderData}
          openId={state.open}
          onOpen={list.open}
          bulk={undefined}
          empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
        />
      )}
      {page && <ListFoot list={list} />}
      <SidePanel
        panel={
          opened && {
            title: opened.name,
            body: <RegistrationPanel key={opened.id} row={opened} reasons={admission.validReasons} />,
          }
        }
        onClose={() => list.open(undefined)}
      />
    </section>
  )
}

function filtersOf(): Filter<FilterName<'listRegistrations'>>[] {
  return [
    {
      kind: 'select',
      name: 'state',
      label: t('state'),
      options: registrationStates.map((value) => ({ value, label: registrationStepName(value) })),
    },
    {
      kind: 'select',
      name: 'sex',
      label: t('sex'),
      options: (['male', 'female'] as const).map((value) => ({ value, label: t(value) })),
    },
    { kind: 'switch', name: 'noShow', label: t('onlyNoShow') },
  ]
}

function columns(): Column<RegistrationRow>[] {
  return [
    { key: 'name', title: t('name'), width: 120, render: (row) => row.name },
    { key: 'union', title: t('union'), render: (row) => row.unionName },
    { key: 'sex', title: t('sex'), width: 70, render: (row) => t(row.sex) },
    { key: 'age', title: t('age'), width: 90, render: (row) => ageBandName(row.ageBand) },
    { key: 'state', title: t('state'), width: 140, render: (row) => registrationStepName(row.state) },
    { key: 'number', title: t('number'), width: 110, align: 'figures', render: numberOf },
    { key: 'why', title: t('why'), render: (row) => whyOf(row).join('；') },
    { key: 'offers', title: t('offers'), width: 90, align: 'figures', render: (row) => row.offersMade || '' },
    {
      key: 'last',
      title: t('last'),
      width: 220,
      render: ({ lastStep }) =>
        [
          registrationStepName(lastStep.step),
          lastStep.reason && reasonName(lastStep.reason),
          formatInstant(lastStep.takenAt),
        ]
          .filter(Boolean)
          .join(' · '),
    },
  ]
}

function numberOf({ state, waitingNo, badgeNo }: RegistrationRow) {
  if (state === 'admitted') return badgeNo
  return state === 'waiting' || state === 'offered' ? t('waitingNo', { no: waitingNo ?? 0 }) : ''
}

function whyOf(row: RegistrationRow): string[] {
  if (row.state === 'offered')
    return [t('until', { time: row.offeredUntil === null ? '' : formatInstant(row.offeredUntil) })]
  if (row.state !== 'waiting') return []
  if (row.refusal !== null) return [t('passedOver', { reason: codeSentence(row.refusal) })]
  return row.hindrances.length === 0 ? [t('nextFree')] : row.hindrances.map(hindranceWords)
}
