import type { Contribution, ContributionMovement } from '#contract/funds-contributions.ts'
import { App, Button } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDate, formatMoney } from '../../../kit/format.ts'
import { useAct } from '../../../kit/query.ts'
import { c } from '../contribution-texts.ts'
import { word } from '../words.ts'
import { BookButton, contributionChanged } from './book-button.tsx'
import { useReason } from './use-reason.tsx'

/** What each level gets of a contribution, and every receipt and passing on with its voucher. */
export function ContributionMoney({ contribution }: { contribution: Contribution }) {
  return (
    <>
      <section className="panel funds-step">
        <div className="funds-scroll" tabIndex={0} role="region" aria-label={c('levelHead')}>
          <table className="funds-table">
            <thead>
              <tr>
                <th scope="col">{c('levelHead')}</th>
                <th scope="col" className="sum">
                  {c('shareHead')}
                </th>
                <th scope="col" className="sum">
                  {c('shareDue')}
                </th>
              </tr>
            </thead>
            <tbody>
              {contribution.shares.map((share) => (
                <tr key={share.level}>
                  <td>{word('contributionLevel', share.level)}</td>
                  <td className="sum">{share.basisPoints / 100} %</td>
                  <td className="sum">{formatMoney(share.amountFen)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section className="panel funds-step">
        <BookButton contribution={contribution} />
        {contribution.movements.length === 0 ? (
          <p className="quiet">{c('noMoney')}</p>
        ) : (
          <Movements contribution={contribution} />
        )}
      </section>
    </>
  )
}

function Movements({ contribution }: { contribution: Contribution }) {
  return (
    <div className="funds-scroll" tabIndex={0} role="region" aria-label={c('money')}>
      <table className="funds-table">
        <thead>
          <tr>
            <th scope="col">{c('kindHead')}</th>
            <th scope="col" className="sum">
              {c('amount')}
            </th>
            <th scope="col">{c('day')}</th>
            <th scope="col">{c('voucher')}</th>
            <th scope="col">{c('by')}</th>
          </tr>
        </thead>
        <tbody>
          {contribution.movements.map((each) => (
            <tr key={each.id}>
              <td>
                {word('movement', each.kind)}
                {each.reversal !== null && (
                  <div className="problem">
                    {c('undone', { reason: each.reversal.reason, by: each.reversal.reversedBy })}
                  </div>
                )}
              </td>
              <td className="sum">
                {each.reversal === null ? (
                  formatMoney(each.amountFen)
                ) : (
                  <del>{formatMoney(each.amountFen)}</del>
                )}
              </td>
              <td>{formatDate(each.movedOn)}</td>
              <td>{each.voucherNo}</td>
              <td>
                {each.recordedBy}
                {each.reversal === null && contribution.can.book === null && <TakeBack movement={each} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function TakeBack({ movement }: { movement: ContributionMovement }) {
  const { message } = App.useApp()
  const askReason = useReason()
  const act = useAct('reverseContributionMovement', { invalidates: contributionChanged })
  async function undo() {
    const reason = await askReason({ title: c('undoTitle'), body: c('undoBody'), verb: c('undo') })
    if (reason === null) return
    act.mutate(
      { movementId: movement.id, reason },
      { onError: (error) => void message.error(errorSentence(error), 8) },
    )
  }
  return (
    <>
      {' '}
      <Button size="small" loading={act.isPending} onClick={() => void undo()}>
        {c('undo')}
      </Button>
    </>
  )
}
