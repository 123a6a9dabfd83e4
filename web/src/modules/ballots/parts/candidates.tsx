import { Button, Select, Tag } from 'antd'
import { useState } from 'react'
import type { Ballot } from '#contract/ballots-shapes.ts'
import type { Declaration } from '#contract/candidacy.ts'
import { t } from '../texts.ts'
import { declarationName, declarationOptions } from '../candidacy-words.ts'
import { RollSelect } from './roll-select.tsx'
import { useStep } from './use-step.ts'

/** Everybody nominated, in the order of strokes, with what bars them; and the form to nominate. */
export function Candidates({ ballot }: { ballot: Ballot }) {
  const { busy, take } = useStep('withdrawCandidate')
  const open = ballot.state === 'roll_frozen' && ballot.can.run
  return (
    <section className="panel ballot-people">
      <p className="quiet">
        {t('candidatesNeeded', { needed: ballot.candidatesNeeded, source: ballot.surplusSource })}
      </p>
      {open && <Nominate ballot={ballot} />}
      {ballot.candidates.length === 0 && <p className="quiet">{t('candidatesSoon')}</p>}
      <ol className="ballot-candidates">
        {ballot.candidates.map((candidate) => (
          <li key={candidate.id}>
            <strong>{candidate.name}</strong>
            {candidate.blockedBy.length === 0 ? (
              <Tag color="success">{t('stands')}</Tag>
            ) : (
              candidate.blockedBy.map(({ declaration, source }) => (
                <Tag key={declaration} color="error">
                  {t('blocked', { what: declarationName(declaration), source })}
                </Tag>
              ))
            )}
            {open && (
              <Button
                size="small"
                loading={busy}
                onClick={() => take({ ballotId: ballot.id, candidateId: candidate.id })}
              >
                {t('takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Nominate({ ballot }: { ballot: Ballot }) {
  const [entryNo, setEntryNo] = useState<number | null>(null)
  const [declared, setDeclared] = useState<Declaration[]>([])
  const { busy, take } = useStep('nominateCandidate')
  const nominate = () =>
    take({ ballotId: ballot.id, entryNo: entryNo!, declared }, () => {
      setEntryNo(null)
      setDeclared([])
    })
  return (
    <>
      <p>{t('nominateHint')}</p>
      <div className="ballot-line">
        <label htmlFor="nominee">{t('nominee')}</label>
        <RollSelect id="nominee" ballotId={ballot.id} value={entryNo} onChange={setEntryNo} />
        <label htmlFor="declared">{t('declared')}</label>
        <Select
          id="declared"
          mode="multiple"
          className="ballot-declared"
          placeholder={t('declaredNone')}
          value={declared}
          onChange={setDeclared}
          options={declarationOptions()}
        />
        <Button type="primary" loading={busy} disabled={entryNo === null} onClick={nominate}>
          {t('nominate')}
        </Button>
      </div>
    </>
  )
}
