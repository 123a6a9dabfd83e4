import type { DemonstrationProposal, DirectPoint } from '#contract/funds-points.ts'
import { App, Button } from 'antd'
import { useId } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { formatPeriod } from '../../../kit/format.ts'
import { p } from '../point-texts.ts'
import { word } from '../words.ts'
import { pointChanged } from './point-hands.tsx'
import { useReason } from './use-reason.tsx'

/** The criteria of demonstration points with what the records say, proposals and their decisions. */
export function PointDemonstration({ point }: { point: DirectPoint }) {
  return (
    <>
      <section className="panel" aria-label={p('criteria')}>
        <p className="quiet">{p('criteriaNote')}</p>
        <table className="funds-table">
          <thead>
            <tr>
              <th scope="col">{p('criteria')}</th>
              <th scope="col" className="sum">
                {p('wanted')}
              </th>
              <th scope="col" className="sum">
                {p('found')}
              </th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {point.findings.map((finding) => (
              <tr key={finding.criterion}>
                <td>{word('area', finding.criterion)}</td>
                <td className="sum">≥ {finding.wanted}</td>
                <td className="sum">{finding.found}</td>
                <td>{finding.isMet ? `✓ ${p('met')}` : `✗ ${p('unmet')}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <Propose point={point} />
      </section>
      {point.proposals.map((proposal) => (
        <Proposal key={proposal.id} proposal={proposal} />
      ))}
    </>
  )
}

function Propose({ point }: { point: DirectPoint }) {
  const { message } = App.useApp()
  const ask = useReason()
  const whyId = useId()
  const act = useAct('proposeDemonstrationPoint', { invalidates: pointChanged })
  const off = point.can.propose
  if (off === 'no_power' || off === 'wrong_state') return null
  const isUnmet = point.findings.some(({ isMet }) => !isMet)
  const why = off === null ? (isUnmet ? p('unmetFirst') : null) : word('hand', off)
  async function propose() {
    const reason = await ask({ title: p('proposeTitle'), verb: p('propose') })
    if (reason === null) return
    act.mutate(
      { grantId: point.id, reason },
      { onError: (error) => void message.error(errorSentence(error), 8) },
    )
  }
  return (
    <div className="funds-actions">
      <Button
        type="primary"
        disabled={why !== null}
        loading={act.isPending}
        aria-describedby={why === null ? undefined : whyId}
        onClick={() => void propose()}
      >
        {p('propose')}
      </Button>
      {why !== null && (
        <span id={whyId} className="quiet">
          {why}
        </span>
      )}
    </div>
  )
}

function Proposal({ proposal }: { proposal: DemonstrationProposal }) {
  const { message } = App.useApp()
  const ask = useReason()
  const act = useAct('decideDemonstrationPoint', { invalidates: pointChanged })
  const { decision } = proposal
  async function decide(outcome: 'designated' | 'refused') {
    const verb = outcome === 'designated' ? p('designate') : p('notDesignated')
    const reason = await ask({ title: p('designateTitle'), verb })
    if (reason === null) return
    act.mutate(
      { proposalId: proposal.id, outcome, reason },
      { onError: (error) => void message.error(errorSentence(error), 8) },
    )
  }
  return (
    <section className="panel funds-step">
      <p>{p('proposedBy', { name: proposal.proposedBy, reason: proposal.reason })}</p>
      {decision !== null && (
        <p>
          <strong>{word('designation', decision.outcome)}</strong>
          {decision.outcome === 'designated' && ` · ${formatPeriod(decision.startsOn, decision.endsBefore)}`}
          <br />
          <span className="quiet">
            {p('decidedBy', { name: decision.decidedBy, reason: decision.reason })}
          </span>
        </p>
      )}
      {decision === null && proposal.canDecide === null && (
        <div className="funds-actions">
          <Button type="primary" loading={act.isPending} onClick={() => void decide('designated')}>
            {p('designate')}
          </Button>
          <Button onClick={() => void decide('refused')}>{p('notDesignated')}</Button>
        </div>
      )}
      {decision === null && (proposal.canDecide === 'same_hand' || proposal.canDecide === 'own_unit') && (
        <p className="quiet">{word('hand', proposal.canDecide)}</p>
      )}
    </section>
  )
}
