import '../funds.css'
import type { AllocationSpending } from '#contract/funds-allocations.ts'
import { Link } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDate, formatMoney, formatShare } from '../../../kit/format.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { a } from '../allocation-texts.ts'
import { SpendButton, spendingChanged } from '../parts/spend-button.tsx'
import { useReason } from '../parts/use-reason.tsx'
import { word } from '../words.ts'

/** What one union got of an allocation, and every voucher it was spent by. */
export default function UnionSharePage() {
  const shareId = useParam('shareId')
  const { data, error, isPending } = useRead('getUnionShare', { shareId })
  return (
    <Page
      title={data?.unionName ?? a('sharesTitle')}
      note={data && [data.documentNo, data.year, word('class', data.class)].join(' · ')}
      actions={<Link to={'/union-shares' as never}>{a('sharesTitle')}</Link>}
    >
      {isPending && <Skeleton active />}
      {error && <p className="problem">{errorSentence(error)}</p>}
      {data && (
        <>
          <section className="panel">
            <dl className="funds-sums">
              <div>
                <dt>{a('share')}</dt>
                <dd>{formatMoney(data.amountFen)}</dd>
              </div>
              <div>
                <dt>{a('spent')}</dt>
                <dd>{formatMoney(data.spentFen)}</dd>
              </div>
              <div>
                <dt>{a('left')}</dt>
                <dd>{formatMoney(data.amountFen - data.spentFen)}</dd>
              </div>
              <div>
                <dt>{a('direct')}</dt>
                <dd>
                  {data.directBasisPoints === null
                    ? a('notSpent')
                    : formatShare(data.directBasisPoints / 10_000)}
                </dd>
              </div>
            </dl>
          </section>
          <section className="panel funds-step">
            {data.canRecord && <SpendButton shareId={shareId} leftFen={data.amountFen - data.spentFen} />}
            {data.state !== 'paid' && <p className="quiet">{a('spendOff')}</p>}
            {data.spending.length === 0 ? (
              <p className="quiet">{a('noSpending')}</p>
            ) : (
              <Spending spending={data.spending} canRecord={data.canRecord} />
            )}
          </section>
        </>
      )}
    </Page>
  )
}

function Spending({ spending, canRecord }: { spending: readonly AllocationSpending[]; canRecord: boolean }) {
  return (
    <div className="funds-scroll" tabIndex={0} role="region" aria-label={a('spent')}>
      <table className="funds-table">
        <thead>
          <tr>
            <th scope="col">{a('purpose')}</th>
            <th scope="col" className="sum">
              {a('spent')}
            </th>
            <th scope="col" className="sum">
              {a('onWorkers')}
            </th>
            <th scope="col">{a('day')}</th>
            <th scope="col">{a('voucher')}</th>
            <th scope="col">{a('by')}</th>
          </tr>
        </thead>
        <tbody>
          {spending.map((each) => (
            <tr key={each.id}>
              <td>
                {each.purpose}
                {each.reversal !== null && (
                  <div className="problem">
                    {a('undone', { reason: each.reversal.reason, by: each.reversal.reversedBy })}
                  </div>
                )}
              </td>
              <td className="sum">{formatMoney(each.amountFen)}</td>
              <td className="sum">{formatMoney(each.onWorkersFen)}</td>
              <td>{formatDate(each.spentOn)}</td>
              <td>{each.voucherNo}</td>
              <td>
                {each.recordedBy} {canRecord && each.reversal === null && <TakeBack spendingId={each.id} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TakeBack({ spendingId }: { spendingId: string }) {
  const { message } = App.useApp()
  const askReason = useReason()
  const act = useAct('reverseAllocationSpending', { invalidates: spendingChanged })
  async function undo() {
    const reason = await askReason({ title: a('undoTitle'), body: a('undoBody'), verb: a('undo') })
    if (reason === null) return
    act.mutate({ spendingId, reason }, { onError: (error) => void message.error(errorSentence(error), 8) })
  }
  return (
    <Button size="small" loading={act.isPending} onClick={() => void undo()}>
      {a('undo')}
    </Button>
  )
}
