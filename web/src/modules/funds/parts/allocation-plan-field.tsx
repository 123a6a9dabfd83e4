import type { AllocationPlan } from '#contract/funds-allocations.ts'
import { shareOut } from '#contract/share-out.ts'
import { Checkbox, Select, Skeleton } from 'antd'
import { useEffect } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { formatMoney, formatNumber } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { a } from '../allocation-texts.ts'
import { word } from '../words.ts'
import { AllocationRule } from './allocation-rule.tsx'

/** A union that takes part, as the operation wants it. */
export interface ChosenUnion {
  unionId: string
  class: string
  workers: number
}

interface AllocationPlanFieldProps {
  organisationId: string
  totalFen: number
  /** Given by the form. */
  value?: ChosenUnion[]
  onChange?: (unions: ChosenUnion[]) => void
}

/** What a sum gives each union by the register; a union may be left out and its class changed, and the shares follow. */
export function AllocationPlanField({ organisationId, totalFen, value, onChange }: AllocationPlanFieldProps) {
  const { data, error } = useRead('planAllocation', { organisationId, totalFen })
  const unions = data?.unions
  // The plan fills the form when it comes; whoever has changed something keeps it.
  useEffect(() => {
    if (value === undefined && unions !== undefined) onChange?.(unions.map(chosen))
  }, [unions, value, onChange])
  if (error) return <p className="problem">{errorSentence(error)}</p>
  if (data === undefined) return <Skeleton active />
  if (data.unions.length === 0) return <p className="problem">{a('noUnions')}</p>
  return <PlanTable plan={data} totalFen={totalFen} value={value ?? []} change={(next) => onChange?.(next)} />
}

interface PlanTableProps {
  plan: AllocationPlan
  totalFen: number
  value: readonly ChosenUnion[]
  change: (unions: ChosenUnion[]) => void
}

function PlanTable({ plan, totalFen, value, change }: PlanTableProps) {
  const weightOfClass = new Map(plan.rule.classes.map((row) => [row.class, row.weight]))
  const weights = value.map((union) => union.workers * (weightOfClass.get(union.class) ?? 0))
  const sums = weights.every((weight) => weight === 0) ? weights : shareOut(totalFen, weights)
  const shareOf = new Map(value.map(({ unionId }, at) => [unionId, sums[at]!]))
  const classOf = new Map(value.map((union) => [union.unionId, union.class]))
  const keep = (union: AllocationPlan['unions'][number], isKept: boolean) =>
    change(isKept ? [...value, chosen(union)] : value.filter(({ unionId }) => unionId !== union.unionId))
  const reclass = (id: string, name: string) =>
    change(value.map((union) => (union.unionId === id ? { ...union, class: name } : union)))
  return (
    <>
      {plan.withoutWorkers > 0 && (
        <p className="quiet">{a('withoutWorkers', { count: plan.withoutWorkers })}</p>
      )}
      <div className="funds-scroll funds-plan" tabIndex={0} role="region" aria-label={a('unions')}>
        <table className="funds-table funds-cards">
          <thead>
            <tr>
              <th scope="col">{a('union')}</th>
              <th scope="col">{a('class')}</th>
              <th scope="col" className="sum">
                {a('workers')}
              </th>
              <th scope="col" className="sum">
                {a('share')}
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.unions.map((union) => (
              <tr key={union.unionId}>
                <td>
                  <Checkbox
                    checked={shareOf.has(union.unionId)}
                    onChange={(event) => keep(union, event.target.checked)}
                  >
                    {union.unionName}
                  </Checkbox>
                </td>
                <td data-label={a('class')}>
                  <Select
                    size="small"
                    aria-label={`${a('class')} ${union.unionName}`}
                    disabled={!shareOf.has(union.unionId)}
                    value={classOf.get(union.unionId) ?? union.class}
                    options={plan.rule.classes.map((row) => ({
                      value: row.class,
                      label: word('class', row.class),
                    }))}
                    onChange={(name) => reclass(union.unionId, name)}
                  />
                </td>
                <td className="sum" data-label={a('workers')}>
                  {formatNumber(union.workers)}
                </td>
                <td className="sum" data-label={a('share')}>
                  {shareOf.has(union.unionId) ? formatMoney(shareOf.get(union.unionId)!) : '—'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <AllocationRule rule={plan.rule} />
    </>
  )
}

function chosen({ unionId, class: name, workers }: AllocationPlan['unions'][number]): ChosenUnion {
  return { unionId, class: name, workers }
}
