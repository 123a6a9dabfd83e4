import '../funds.css'
import type { Allocation } from '#contract/funds-allocations.ts'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { language } from '../../../i18n/language.ts'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatMoney, formatNumber, formatShare } from '../../../kit/format.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { a } from '../allocation-texts.ts'
import { AllocationHands } from '../parts/allocation-hands.tsx'
import { AllocationRule, weightOf } from '../parts/allocation-rule.tsx'
import { word } from '../words.ts'

/** One allocation: its three hands, why the unions get what they get, and how each spent it. */
export default function AllocationPage() {
  const allocationId = useParam('allocationId')
  const { data, error, isPending } = useRead('getAllocation', { allocationId })
  return (
    <Page
      title={data === undefined ? a('title') : a('one', { document: data.documentNo })}
      note={data && [data.year, data.organisationName, word('allocationState', data.state)].join(' · ')}
      actions={
        <>
          <Link to={'/allocations' as never}>{a('back')}</Link>
          <DownloadButton
            operation="downloadAllocation"
            label={a('download')}
            input={() => Promise.resolve({ allocationId, language: language() })}
          />
        </>
      }
    >
      {isPending && <Skeleton active />}
      {error && <p className="problem">{errorSentence(error)}</p>}
      {data && (
        <>
          <AllocationHands allocation={data} />
          <Sums allocation={data} />
          <Shares allocation={data} />
          <AllocationRule rule={data.rule} />
        </>
      )}
    </Page>
  )
}

function Sums({ allocation }: { allocation: Allocation }) {
  return (
    <section className="panel funds-step">
      <dl className="funds-sums">
        <div>
          <dt>{a('total')}</dt>
          <dd>
            {formatMoney(allocation.totalFen)}
            <small>
              <Link to={`/budgets/${allocation.budgetId}` as never}>{allocation.budgetName}</Link>
            </small>
          </dd>
        </div>
        <div>
          <dt>{a('spent')}</dt>
          <dd>{formatMoney(allocation.spentFen)}</dd>
        </div>
        <div>
          <dt>{a('onWorkers')}</dt>
          <dd>
            {formatMoney(allocation.onWorkersFen)}
            <small className="quiet">{directOf(allocation)}</small>
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Shares({ allocation }: { allocation: Allocation }) {
  const weights = new Map(allocation.rule.classes.map((row) => [row.class, row.weight]))
  return (
    <section className="panel funds-step">
      <div className="funds-scroll" tabIndex={0} role="region" aria-label={a('unions')}>
        <table className="funds-table funds-cards">
          <thead>
            <tr>
              <th scope="col">{a('union')}</th>
              <th scope="col">{a('class')}</th>
              <th scope="col" className="sum">
                {a('weight')}
              </th>
              <th scope="col" className="sum">
                {a('share')}
              </th>
              <th scope="col" className="sum">
                {a('spent')}
              </th>
              <th scope="col" className="sum">
                {a('onWorkers')}
              </th>
            </tr>
          </thead>
          <tbody>
            {allocation.shares.map((share) => (
              <tr key={share.id}>
                <td>
                  {allocation.state === 'waiting' || allocation.state === 'refused' ? (
                    share.unionName
                  ) : (
                    <Link to={`/union-shares/${share.id}` as never}>{share.unionName}</Link>
                  )}
                </td>
                <td data-label={a('class')}>{word('class', share.class)}</td>
                <td className="sum" data-label={a('weight')}>
                  <div>
                    {formatNumber(Math.round(share.weight / 100))}
                    <div className="quiet">
                      {a('weightHint', {
                        workers: formatNumber(share.workers),
                        weight: weightOf(weights.get(share.class) ?? share.weight / share.workers),
                      })}
                    </div>
                  </div>
                </td>
                <td className="sum" data-label={a('share')}>
                  {formatMoney(share.amountFen)}
                </td>
                <td className="sum" data-label={a('spent')}>
                  {formatMoney(share.spentFen)}
                </td>
                <td className="sum" data-label={a('onWorkers')}>
                  <div>
                    {formatMoney(share.onWorkersFen)}
                    <div className="quiet">{directOf(share)}</div>
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function directOf({ directBasisPoints }: { directBasisPoints: number | null }): string {
  return directBasisPoints === null ? a('notSpent') : formatShare(directBasisPoints / 10_000)
}
