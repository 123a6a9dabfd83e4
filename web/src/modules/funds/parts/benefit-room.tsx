import type { BenefitCategory, CeilingUse, Occasion } from '#contract/funds-ceilings.ts'
import { Form } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatMoney } from '../../../kit/format.ts'
import { useReadWhen } from '../../../kit/query.ts'
import { fenOfYuan } from '../amounts.ts'
import { b } from '../benefit-texts.ts'
import { word } from '../words.ts'

/** What is entered about a benefit. */
export interface BenefitEntered {
  personId: string
  category: BenefitCategory
  occasion?: Occasion
  event?: string
  givenOn: string
  amount: string
  note?: string
  overrideReason?: string
  budgetId?: string
}

/** How much of each ceiling is used for whoever is chosen, and how far above it the sum entered would be. */
export function BenefitRoom() {
  const { answer, amountFen } = useRoom()
  if (answer.error) return <p className="problem">{errorSentence(answer.error)}</p>
  if (answer.data === undefined) return <p className="quiet funds-room">{b('roomFirst')}</p>
  const { ceilings, source } = answer.data
  return (
    <section className="panel funds-room" aria-label={b('room')} role="status">
      {ceilings.length === 0 && <p>{b('noCeiling')}</p>}
      {ceilings.map((row) => {
        const excess = excessOf(row, amountFen)
        return (
          <p key={`${row.per}/${row.limitFen}`} className={excess > 0 ? 'problem' : undefined}>
            {b('roomLine', {
              per: word('per', row.per),
              limit: formatMoney(row.limitFen),
              used: formatMoney(row.usedFen),
              left: formatMoney(Math.max(0, row.limitFen - row.usedFen)),
            })}
            {excess > 0 && ` · ${b('roomAfter', { excess: formatMoney(excess) })}`}
          </p>
        )
      })}
      <p className="quiet">{b('source', { source })}</p>
    </section>
  )
}

/** How far above a ceiling the sum entered would be, in fen; 0: within all of them, or not known yet. */
export function useExcess(): number {
  const { answer, amountFen } = useRoom()
  return Math.max(0, ...(answer.data?.ceilings ?? []).map((row) => excessOf(row, amountFen)))
}

function useRoom() {
  const form = Form.useFormInstance<BenefitEntered>()
  const entered = (Form.useWatch([], form) ?? {}) as Partial<BenefitEntered>
  const { personId, category, occasion, event, givenOn } = entered
  const isGift = category === 'holiday_gift'
  const answer = useReadWhen(personId && category && givenOn, 'getBenefitRoom', {
    personId: personId ?? '',
    category: category ?? 'other',
    givenOn: givenOn ?? '',
    ...(isGift && occasion ? { occasion } : {}),
    ...(!isGift && event && event.trim().length > 1 ? { event } : {}),
  })
  return { answer, amountFen: fenOfYuan(entered.amount ?? '') ?? 0 }
}

function excessOf({ limitFen, usedFen }: CeilingUse, amountFen: number): number {
  return amountFen === 0 ? 0 : usedFen + amountFen - limitFen
}
