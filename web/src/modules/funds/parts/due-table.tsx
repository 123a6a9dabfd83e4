import type { Budget } from '#contract/funds.ts'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Empty, Skeleton } from 'antd'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatList, formatMoney } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { AccountButton } from './account-button.tsx'
import { periodWords } from '../periods.ts'
import { t } from '../texts.ts'
import { word } from '../words.ts'

/** What is due on a budget, what keeps it off a list, and the button that makes one. */
export function DueTable({ budget }: { budget: Budget }) {
  const { data, error, isPending } = useRead('listOpenClaims', { budgetId: budget.id, limit: 200 })
  const list = useMakeList(budget.id)
  if (error) return <p className="problem">{errorSentence(error)}</p>
  if (isPending) return <Skeleton active />
  const payable = data.items.filter(({ state }) => state === 'ready' || state === 'again')
  return (
    <section className="panel">
      {budget.can.write && payable.length > 0 && (
        <div className="funds-actions">
          <Button type="primary" loading={list.isPending} onClick={() => void list.make()}>
            {t('makeList')}
          </Button>
        </div>
      )}
      {data.items.length === 0 ? (
        <Empty description={t('emptyOpen')}>
          <p className="quiet">{t('emptyOpenHint')}</p>
        </Empty>
      ) : (
        <div className="funds-scroll" tabIndex={0} role="region" aria-label={t('open')}>
          <table className="funds-table funds-cards">
            <thead>
              <tr>
                <th scope="col">{t('payee')}</th>
                <th scope="col">{t('months')}</th>
                <th scope="col" className="sum">
                  {t('net')}
                </th>
                <th scope="col">{t('account')}</th>
                <th scope="col">{t('state')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((each) => (
                <tr key={`${each.personId}/${each.state}/${each.periods.join()}`}>
                  <td>
                    <div>
                      {each.name}
                      <div className="quiet">{each.organisationName}</div>
                    </div>
                  </td>
                  <td data-label={t('months')}>{formatList(each.periods.map(periodWords))}</td>
                  <td className="sum" data-label={t('net')}>
                    {formatMoney(each.netFen)}
                  </td>
                  <td data-label={t('account')}>
                    <div>
                      {each.account ?? <span className="quiet">{t('noAccount')}</span>}{' '}
                      {budget.can.write &&
                        (each.state === 'no_account' || each.state === 'account_returned') && (
                          <AccountButton personId={each.personId} name={each.name} />
                        )}
                    </div>
                  </td>
                  <td data-label={t('state')}>
                    <div>
                      {word('claim', each.state)}
                      {each.cause !== null && <div className="quiet">{word('cause', each.cause)}</div>}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

// Stands with the table, not with the button: a button that goes when nothing is due any more would take the way to the new list with it.
function useMakeList(budgetId: string): { make: () => Promise<void>; isPending: boolean } {
  const confirm = useConfirm()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const act = useAct('createPaymentBatch', {
    invalidates: ['listOpenClaims', 'listPaymentBatches', 'getBudget'],
  })
  async function make() {
    if (!(await confirm({ title: t('makeList'), body: t('makeListBody'), verb: t('makeList') }))) return
    act.mutate(
      { budgetId },
      {
        onSuccess: ({ batchId, lines, totalFen }) => {
          void message.success(t('listMade', { lines, total: formatMoney(totalFen) }))
          void navigate({ to: `/payment-lists/${batchId}` as never })
        },
        onError: (error) => void message.error(errorSentence(error), 8),
      },
    )
  }
  return { make, isPending: act.isPending }
}
