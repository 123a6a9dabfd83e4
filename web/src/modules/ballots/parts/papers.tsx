import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import type { Ballot, BallotRound } from '#contract/ballots-shapes.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { t } from '../texts.ts'
import { roundName } from '../words.ts'
import { useStep } from './use-step.ts'

/** The vote that runs: papers handed out, bundles keyed by two people, and the close. Nothing here says what a paper says. */
export function Papers({ ballot }: { ballot: Ballot }) {
  const { round } = ballot
  if (round === null) return null
  const next = Math.max(0, ...round.bundles.map(({ bundleNo }) => bundleNo)) + 1
  return (
    <>
      <p>
        <strong>{roundName(round)}</strong>
        {ballot.kind !== 'recall' && ` · ${t('seats')} ${round.seats}`} ·{' '}
        {t('issuedOf', { issued: round.issued, due: round.due })}
      </p>
      <p className="quiet">{t('keyHint')}</p>
      <ul className="ballot-bundles">
        {round.bundles.map((bundle) => (
          <li key={bundle.bundleNo}>
            <span>
              {t('bundle', { no: bundle.bundleNo })} · {t('papers', { count: bundle.papers })} ·{' '}
              {stateOf(bundle)}
            </span>
            {ballot.can.count && needsMe(bundle) && (
              <LinkButton to={`/ballots/${ballot.id}/bundles/${bundle.bundleNo}`} search={{} as never}>
                {t('key')}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
      {ballot.can.count && (
        <>
          <div className="ballot-line">
            <LinkButton to="." search={{ part: 'roll' } as never}>
              {t('handOut')}
            </LinkButton>
            <LinkButton
              color="primary"
              variant="solid"
              to={`/ballots/${ballot.id}/bundles/${next}`}
              search={{} as never}
            >
              {t('newBundle', { no: next })}
            </LinkButton>
          </div>
          <Close ballot={ballot} round={round} />
        </>
      )}
    </>
  )
}

type Bundle = BallotRound['bundles'][number]

function stateOf({ differences }: Bundle): string {
  if (differences === null) return t('onePerson')
  return differences.length === 0 ? t('alike') : t('differs', { places: differences.join('、') })
}

function needsMe({ differences, keyedByMe }: Bundle): boolean {
  return keyedByMe ? differences === null || differences.length > 0 : differences === null
}

function Close({ ballot, round }: { ballot: Ballot; round: BallotRound }) {
  const keyed = round.bundles.reduce((sum, { papers }) => sum + papers, 0)
  const [returned, setReturned] = useState<number | null>(null)
  const [spoilt, setSpoilt] = useState<number | null>(0)
  const { busy, take } = useStep('closeBallot')
  const confirm = useConfirm()
  const open = round.bundles.some(({ differences }) => differences === null || differences.length > 0)
  const close = async () => {
    if (await confirm({ title: t('close'), body: t('closeHint'), verb: t('close') }))
      take({ ballotId: ballot.id, returned: returned ?? keyed, spoilt: spoilt ?? 0 })
  }
  return (
    <div className="ballot-line ballot-close">
      <label htmlFor="returned">{t('returned')}</label>
      <InputNumber id="returned" min={0} precision={0} value={returned ?? keyed} onChange={setReturned} />
      <label htmlFor="spoilt">{t('spoilt')}</label>
      <InputNumber id="spoilt" min={0} precision={0} value={spoilt} onChange={setSpoilt} />
      <Button loading={busy} disabled={open} onClick={() => void close()}>
        {t('close')}
      </Button>
      <span className="quiet">{open ? t('closeOpen') : t('closeHint')}</span>
    </div>
  )
}
