import '../activation.css'
import { Button } from 'antd'
import type { ActivationMember } from '#contract/activation.ts'
import { formatDay, formatNumber, shanghaiDate } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { useSearchText } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { ListPage } from '../../../kit/table/list-page.tsx'
import type { Column, Filter, FilterName } from '../../../kit/table/list-types.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { PrintSlipsButton } from '../parts/print-slips-button.tsx'
import { StateTag } from '../parts/state-tag.tsx'
import { usePrinting } from '../parts/use-printing.tsx'
import { t } from '../texts.ts'
import { stateName } from '../words.ts'

const states = ['none', 'slip', 'active', 'closed'] as const

/** Members and whether they can sign in; slips are printed and revoked from here. */
export default function ActivationPage() {
  const { organisationId, q } = useSearchText()
  const { print, revokeSlips, busy } = usePrinting()
  const own = useMe().actingAs?.organisationId
  const whole = organisationId ?? own
  const filter = { ...(organisationId ? { organisationId } : {}), ...(q ? { q } : {}) }
  return (
    <ListPage
      title={t('activation')}
      operation="listActivationMembers"
      filters={filters()}
      columns={columns()}
      rowId={(row) => row.personId}
      empty={{ title: t('emptyTitle'), hint: t('emptyHint') }}
      actions={
        <>
          <LinkButton to="/activation/printings" search={{} as never}>
            {t('printings')}
          </LinkButton>
          <Button
            type="primary"
            loading={busy}
            onClick={() => whole && void print({ organisationId: whole })}
          >
            {t('printAll')}
          </Button>
        </>
      }
      above={<Counts filter={filter} />}
      bulk={(chosen, clear) => {
        const personIds = chosen.map((row) => row.personId)
        return (
          <>
            <PrintSlipsButton personIds={personIds} />
            <Button loading={busy} onClick={() => void revokeSlips(personIds, clear)}>
              {t('revokeThese')}
            </Button>
          </>
        )
      }}
    />
  )
}

function Counts({ filter }: { filter: { organisationId?: string; q?: string } }) {
  const { data } = useRead('listActivationMembers', { ...filter, limit: 1 })
  if (!data) return null
  return (
    <ul className="account-counts">
      {states.map((state) => (
        <li key={state}>
          <StateTag state={state} />
          <strong className="figures">{formatNumber(data.counts[state])}</strong>
        </li>
      ))}
    </ul>
  )
}

function filters(): Filter<FilterName<'listActivationMembers'>>[] {
  return [
    { kind: 'search', name: 'q', label: t('search') },
    {
      kind: 'own',
      name: 'organisationId',
      label: t('organisation'),
      render: (value, change) => (
        <OrganisationSelect
          value={value ?? null}
          onChange={change}
          label={t('organisation')}
          placeholder={t('organisation')}
          className="account-filter"
        />
      ),
    },
    {
      kind: 'select',
      name: 'state',
      label: t('state'),
      options: states.map((value) => ({ value, label: stateName(value) })),
    },
  ]
}

function columns(): Column<ActivationMember>[] {
  return [
    { key: 'name', title: t('name'), width: 140, render: (row) => row.name },
    { key: 'union', title: t('union'), render: (row) => row.unionName },
    { key: 'state', title: t('state'), width: 160, render: (row) => <StateTag state={row.state} /> },
    { key: 'slip', title: t('slipColumn'), width: 300, render: slipWords },
  ]
}

function slipWords({ slipPrintedAt, slipExpiresOn }: ActivationMember): string {
  if (slipPrintedAt === null || slipExpiresOn === null) return ''
  return t('slipWords', {
    printed: formatDay(shanghaiDate(slipPrintedAt)),
    expires: formatDay(slipExpiresOn),
  })
}
