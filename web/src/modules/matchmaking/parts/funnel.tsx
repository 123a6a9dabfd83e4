import { Skeleton } from 'antd'
import type { MatchmakingFunnel } from '#contract/matchmaking-figures.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatShare } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { daysOf, type FigureQuestion } from '../figure-question.ts'
import { t } from '../figure-texts.ts'
import { totalWords } from '../figure-words.ts'

type Step = MatchmakingFunnel['steps'][number]

/** How many go on from each step, with the share and what it may as well have been; and who has met nobody who chose them back. */
export function Funnel({ question }: { question: FigureQuestion }) {
  const answer = useRead('getMatchmakingFunnel', daysOf(question.year))
  if (answer.isPending) return <Skeleton active className="panel" />
  if (answer.error) return <p className="panel problem">{errorSentence(answer.error)}</p>
  const { steps, participants, withoutMutual } = answer.data
  return (
    <>
      <section className="panel" aria-label={t('withoutMutual')}>
        <h2>{t('withoutMutual')}</h2>
        <p className="matching-total figures">
          {totalWords(withoutMutual)} {withoutMutual !== null && <small>{t('persons')}</small>}
        </p>
        <p className="quiet">{t('withoutMutualHint', { participants: totalWords(participants) })}</p>
      </section>
      <section className="panel matching-wide">
        <h2>{t('funnel')}</h2>
        <p className="quiet">{t('funnelHint')}</p>
        {/* Scrolled sideways on a phone, by the keyboard too. */}
        <div className="funnel-scroll" role="region" aria-label={t('funnel')} tabIndex={0}>
          <table className="funnel">
            <thead>
              <tr>
                <th scope="col">{t('step')}</th>
                <th scope="col">{t('count')}</th>
                <th scope="col">{t('ofBefore')}</th>
                <th scope="col">{t('ofAttended')}</th>
              </tr>
            </thead>
            <tbody>
              {steps.map((step) => (
                <Line key={step.step} step={step} most={steps[0]?.count ?? 1} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  )
}

function Line({ step: { step, count, ofBefore, ofAttended }, most }: { step: Step; most: number }) {
  return (
    <tr>
      <th scope="row">{t(step)}</th>
      <td>
        <span
          className="matching-bar"
          style={{ width: `${((count ?? 0) / Math.max(1, most)) * 70}%` }}
          aria-hidden="true"
        />
        <span className="figures">{totalWords(count)}</span>
      </td>
      <td className="figures">{shareWords(ofBefore)}</td>
      <td className="figures">{shareWords(ofAttended)}</td>
    </tr>
  )
}

function shareWords(share: Step['ofBefore']): string {
  if (share === null) return '—'
  return `${formatShare(share.value)} [${formatShare(share.low)}–${formatShare(share.high)}]`
}
