import '../funds.css'
import {
  benefitCategories,
  benefitStates,
  type BenefitCategory,
  type BenefitRow,
  type CeilingRow,
} from '#contract/funds-ceilings.ts'
import { Link } from '@tanstack/react-router'
import { language } from '../../../i18n/language.ts'
import { formatDate, formatMoney } from '../../../kit/format.ts'
import { useMay, useMe } from '../../../kit/me.ts'
import { useSearchText } from '../../../kit/params.ts'
import { PurposedDownload } from '../../../kit/purposed-download.tsx'
import { useRead } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column } from '../../../kit/table/list-types.ts'
import { b } from '../benefit-texts.ts'
import { lastYears } from '../months.ts'
import { BenefitPanel } from '../parts/benefit-panel.tsx'
import { CeilingTable } from '../parts/ceiling-table.tsx'
import { optionsOf, word } from '../words.ts'

/** Benefits to members of one’s scope, each against its ceiling; what is above one opens to its reasons and the decision. */
export default function BenefitsPage() {
  const { today } = useMe()
  const mayRecord = useMay('union_funds.record')
  const ceilings = useRead('getCeilings')
  const asked = useAsked()
  return (
    <ListPage
      title={b('title')}
      operation="listBenefits"
      filters={[
        { kind: 'search', name: 'q', label: b('search') },
        { kind: 'select', name: 'year', label: b('year'), options: lastYears(today, 6) },
        {
          kind: 'select',
          name: 'category',
          label: b('category'),
          options: optionsOf('benefit', benefitCategories),
        },
        {
          kind: 'select',
          name: 'state',
          label: b('state'),
          options: optionsOf('benefitState', benefitStates),
        },
      ]}
      actions={
        <>
          <PurposedDownload
            operation="downloadBenefits"
            label={b('download')}
            dialog={{ title: () => b('download'), hint: b('downloadHint'), verb: b('download') }}
            toInput={(wish) => ({ ...asked, ...wish, language: language() })}
          />
          {mayRecord && (
            <Link className="funds-new" to={'/benefits/new' as never}>
              {b('record')}
            </Link>
          )}
        </>
      }
      above={
        <>
          <p className="quiet funds-note">{b('note')}</p>
          {ceilings.data && <CeilingTable terms={ceilings.data} />}
        </>
      }
      columns={columns(ceilings.data?.ceilings ?? [])}
      rowId={(row) => row.id}
      empty={{ title: b('empty'), hint: b('emptyHint') }}
      panel={(id) => ({ title: b('title'), body: <BenefitPanel key={id} benefitId={id} /> })}
    />
  )
}

function useAsked() {
  const { year, category, state, q, sort } = useSearchText()
  return {
    ...(year ? { year: Number(year) } : {}),
    ...(category ? { category: category as BenefitCategory } : {}),
    ...(state ? { state: state as BenefitRow['state'] } : {}),
    ...(q ? { q } : {}),
    ...(sort ? { sort: sort as 'day' } : {}),
  }
}

function columns(ceilings: readonly CeilingRow[]): Column<BenefitRow>[] {
  const yearly = new Map(
    ceilings.filter(({ per }) => per === 'year').map(({ category, limitFen }) => [category, limitFen]),
  )
  return [
    {
      key: 'person',
      title: b('person'),
      width: 110,
      render: (row) => row.personName,
    },
    { key: 'union', sort: 'union', title: b('union'), render: (row) => row.organisationName },
    {
      key: 'category',
      title: b('category'),
      width: 150,
      render: (row) => (
        <>
          {word('benefit', row.category)}
          {row.occasion !== null && <div className="quiet">{word('occasion', row.occasion)}</div>}
        </>
      ),
    },
    { key: 'day', sort: 'day', title: b('day'), width: 180, render: (row) => formatDate(row.givenOn) },
    {
      key: 'amount',
      sort: 'amount',
      title: b('amount'),
      width: 150,
      align: 'figures',
      render: (row) => (
        <>
          {formatMoney(row.amountFen)}
          {row.isPaidHere && <div className="quiet">{b('paidHere')}</div>}
        </>
      ),
    },
    {
      key: 'year',
      sort: 'year',
      title: b('yearSum'),
      width: 150,
      align: 'figures',
      render: (row) => (
        <>
          {formatMoney(row.yearFen)}
          {yearly.has(row.category) && (
            <div className="quiet">{b('ofLimit', { limit: formatMoney(yearly.get(row.category)!) })}</div>
          )}
        </>
      ),
    },
    {
      key: 'state',
      title: b('state'),
      width: 150,
      render: (row) => (
        <span className={row.state === 'waiting' ? 'problem' : undefined}>
          {word('benefitState', row.state)}
        </span>
      ),
    },
  ]
}
