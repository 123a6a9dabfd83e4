import '../funds.css'
import type { Budget, BudgetMovement } from '#contract/funds.ts'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant, formatMoney } from '../../../kit/format.ts'
import { PageTabs } from '../../../kit/page-tabs.tsx'
import { Page } from '../../../kit/page.tsx'
import { useParam, useSearchText } from '../../../kit/params.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { BudgetBar } from '../parts/budget-bar.tsx'
import { DueTable } from '../parts/due-table.tsx'
import { t } from '../texts.ts'
import { word } from '../words.ts'

/** One budget: what is left, what is due, every movement and every entry of the ledger. */
export default function BudgetPage() {
  const budgetId = useParam('budgetId')
  const { tab = 'due' } = useSearchText()
  const navigate = useNavigate()
  const { data, error, isPending } = useRead('getBudget', { budgetId })
  const show = (key: string) => void navigate({ to: '.', search: { tab: key } as never, replace: true })
  return (
    <Page
      title={data?.name ?? t('budget')}
      note={
        data &&
        `${data.organisationName} · ${data.year} · ${word('purpose', data.purpose)} · ${data.sourceName}`
      }
      actions={<Link to={'/budgets' as never}>{t('back')}</Link>}
    >
      {isPending && <Skeleton active />}
      {error && <p className="problem">{errorSentence(error)}</p>}
      {data && (
        <>
          <Sums budget={data} />
          <PageTabs
            label={data.name}
            shown={tab}
            onOpen={show}
            tabs={[
              { key: 'due', name: t('open') },
              { key: 'movements', name: t('movements') },
              { key: 'entries', name: t('entries') },
            ]}
          />
          {tab === 'due' && <DueTable budget={data} />}
          {tab === 'movements' && <Movements budget={data} />}
          {tab === 'entries' && <Entries budget={data} />}
        </>
      )}
    </Page>
  )
}

function Sums({ budget }: { budget: Budget }) {
  const sums = [
    [t('total'), budget.budgetFen],
    [t('left'), budget.availableFen],
    [t('committed'), budget.committedFen],
    [t('paid'), budget.paidFen],
  ] as const
  return (
    <section className="panel">
      <dl className="funds-sums">
        {sums.map(([label, fen]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatMoney(fen)}</dd>
          </div>
        ))}
      </dl>
      <BudgetBar budget={budget} />
    </section>
  )
}

function Movements({ budget }: { budget: Budget }) {
  return (
    <section className="panel funds-scroll" tabIndex={0} aria-label={t('movements')}>
      <table className="funds-table">
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('other')}</th>
            <th scope="col">{t('documentNo')}</th>
            <th scope="col" className="sum">
              {t('sum')}
            </th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {budget.movements.map((movement) => (
            <tr key={movement.id}>
              <td>{formatInstant(movement.movedAt)}</td>
              <td>{movement.otherName}</td>
              <td>
                {movement.documentNo}
                {movement.reason !== '' && <div className="quiet">{movement.reason}</div>}
              </td>
              <td className="sum">{formatMoney(movement.amountFen)}</td>
              <td>
                {movement.isReversed && t('reversed')}
                {movement.canReverse && <Reverse movement={movement} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Reverse({ movement }: { movement: BudgetMovement }) {
  const confirm = useConfirm()
  const { message } = App.useApp()
  const act = useAct('reverseBudgetMovement', {
    invalidates: ['getBudget', 'listBudgets', 'listFundSources'],
  })
  async function reverse() {
    const isSure = await confirm({
      title: t('reverseTitle'),
      body: `${formatMoney(movement.amountFen)} · ${movement.documentNo}。${t('reverseBody')}`,
      verb: t('reverse'),
    })
    if (!isSure) return
    act.mutate(
      { movementId: movement.id, reason: t('reverse') + ' ' + movement.documentNo },
      { onError: (error) => void message.error(errorSentence(error), 8) },
    )
  }
  return (
    <Button size="small" loading={act.isPending} onClick={() => void reverse()}>
      {t('reverse')}
    </Button>
  )
}

function Entries({ budget }: { budget: Budget }) {
  return (
    <section className="panel funds-scroll" tabIndex={0} aria-label={t('entries')}>
      <table className="funds-table">
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('what')}</th>
            <th scope="col" className="sum">
              {t('left')}
            </th>
            <th scope="col" className="sum">
              {t('committed')}
            </th>
            <th scope="col" className="sum">
              {t('paid')}
            </th>
          </tr>
        </thead>
        <tbody>
          {budget.entries.map((entry) => (
            <tr key={entry.id}>
              <td>{formatInstant(entry.recordedAt)}</td>
              <td>{word('entry', entry.kind)}</td>
              {[entry.availableFen, entry.committedFen, entry.paidFen].map((fen, at) => (
                <td key={at} className="sum">
                  {fen === 0 ? '—' : formatMoney(fen)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
