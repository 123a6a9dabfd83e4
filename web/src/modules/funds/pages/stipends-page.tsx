import '../funds.css'
import type { StipendPreviewLine } from '#contract/stipends.ts'
import { Link, useNavigate } from '@tanstack/react-router'
import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { formatMoney } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { RunButton } from '../parts/run-button.tsx'
import { RunList } from '../parts/run-list.tsx'
import { s } from '../stipend-texts.ts'
import { t } from '../texts.ts'
import { word } from '../words.ts'

/** A month of stipends: who gets what and who gets nothing and why, then the run. What is asked stands in the address. */
export default function StipendsPage() {
  const asked = useAsked()
  const preview = useRead('previewStipends', {
    organisationId: asked.organisationId,
    month: asked.month,
    limit: 1,
  })
  return (
    <ListPage
      title={s('title')}
      operation="previewStipends"
      fixed={{
        organisationId: asked.organisationId,
        month: asked.month,
        ...(asked.outcome === undefined ? {} : { outcome: asked.outcome as never }),
      }}
      columns={columns()}
      rowId={(row) => row.personId}
      empty={{ title: s('emptyPreview'), hint: s('emptyPreviewHint') }}
      actions={<Link to={'/stipends/grades' as never}>{s('grades')}</Link>}
      above={
        <>
          <p className="quiet">{s('note')}</p>
          <Question asked={asked} />
          {preview.data && (
            <>
              <Outcomes asked={asked} outcomes={preview.data.outcomes} />
              <RunButton
                organisationId={asked.organisationId}
                month={asked.month}
                budgetId={asked.budgetId}
                preview={preview.data}
              />
            </>
          )}
          <RunList />
        </>
      }
    />
  )
}

interface Asked {
  organisationId: string
  month: string
  budgetId: string | undefined
  outcome: string | undefined
}

/** What the address asks; at first one’s own organisation and the month before this one. */
function useAsked(): Asked {
  const search = useSearchText()
  const { actingAs, today } = useMe()
  return {
    organisationId: search.organisationId ?? actingAs?.organisationId ?? '',
    month: search.month ?? dayjs(today).subtract(1, 'month').format('YYYY-MM'),
    budgetId: search.budgetId,
    outcome: search.outcome,
  }
}

function Question({ asked }: { asked: Asked }) {
  const ask = useAsk(asked)
  const { today } = useMe()
  const budgets = useRead('listBudgets', { purpose: 'stipend', limit: 200 })
  return (
    <div className="funds-ask">
      <label>
        {s('month')}
        <DatePicker
          picker="month"
          allowClear={false}
          value={dayjs(`${asked.month}-01`)}
          maxDate={dayjs(today)}
          onChange={(month) => month !== null && ask({ month: month.format('YYYY-MM') })}
        />
      </label>
      <label>
        {s('scope')}
        <OrganisationSelect
          label={s('scope')}
          value={asked.organisationId}
          onChange={(organisationId: never) => ask({ organisationId })}
        />
      </label>
      <label>
        {s('budget')}
        <Select
          aria-label={s('budget')}
          placeholder={s('chooseBudget')}
          value={asked.budgetId ?? null}
          onChange={(budgetId: string) => ask({ budgetId })}
          options={(budgets.data?.items ?? []).map((each) => ({
            value: each.id,
            label: t('fromBudget', { name: each.name, left: formatMoney(each.availableFen) }),
          }))}
        />
      </label>
    </div>
  )
}

function Outcomes({
  asked,
  outcomes,
}: {
  asked: Asked
  outcomes: readonly { outcome: string; people: number; claimFen: number }[]
}) {
  const ask = useAsk(asked)
  return (
    <div className="page-tabs" role="group" aria-label={s('outcome')}>
      <button
        type="button"
        aria-current={asked.outcome === undefined ? 'page' : undefined}
        onClick={() => ask({ outcome: undefined })}
      >
        {s('all')}
      </button>
      {outcomes.map((each) => (
        <button
          key={each.outcome}
          type="button"
          aria-current={asked.outcome === each.outcome ? 'page' : undefined}
          onClick={() => ask({ outcome: each.outcome })}
        >
          {word('outcome', each.outcome)} {s('people', { count: each.people })}
          {each.claimFen !== 0 && ` · ${formatMoney(each.claimFen)}`}
        </button>
      ))}
    </div>
  )
}

function useAsk(asked: Asked): (change: Partial<Asked>) => void {
  const navigate = useNavigate()
  return (change) => {
    const next = Object.fromEntries(
      Object.entries({ ...asked, ...change }).filter(([, value]) => value !== undefined && value !== ''),
    )
    void navigate({ to: '.', search: next as never, replace: true })
  }
}

function columns(): Column<StipendPreviewLine>[] {
  return [
    { key: 'name', title: s('name'), width: 110, render: (row) => row.name },
    { key: 'organisation', title: s('organisation'), render: (row) => row.organisationName },
    {
      key: 'grade',
      title: s('grade'),
      width: 110,
      render: (row) => (row.grade === null ? '—' : word('grade', row.grade)),
    },
    {
      key: 'days',
      title: s('days'),
      width: 110,
      align: 'figures',
      render: (row) => `${row.days}/${row.monthDays}`,
    },
    { key: 'due', title: s('due'), width: 130, align: 'figures', render: (row) => formatMoney(row.dueFen) },
    {
      key: 'before',
      title: s('before'),
      width: 120,
      align: 'figures',
      render: (row) => (row.beforeFen === 0 ? '—' : formatMoney(row.beforeFen)),
    },
    { key: 'outcome', title: s('outcome'), width: 150, render: (row) => word('outcome', row.outcome) },
  ]
}
