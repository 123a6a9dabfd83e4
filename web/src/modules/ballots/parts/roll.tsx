import { Button, Checkbox, Input, Skeleton } from 'antd'
import { useState } from 'react'
import type { Ballot } from '#contract/ballots-shapes.ts'
import type { Output } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { t as phone } from '../phone-vote-texts.ts'
import { t } from '../texts.ts'
import { Freeze } from './now-panel.tsx'
import { SurrenderedToken } from './surrendered-token.tsx'
import { useStep } from './use-step.ts'

const freezable: readonly string[] = ['roll_frozen', 'published']

/** The frozen roll with its hash; while a vote runs, whoever counts ticks who collects a paper. */
export function Roll({ ballot }: { ballot: Ballot }) {
  const { roll } = ballot
  if (roll === null) return <section className="panel quiet">{t('rollSoon')}</section>
  return (
    <section className="panel ballot-people">
      <p>{t('rollOf', { version: roll.version, asOf: formatDay(roll.asOf), due: roll.due })}</p>
      <p className="quiet ballot-hash">
        {t('hash')} <code>{roll.hash}</code>
      </p>
      <p>
        <LinkButton to={`/ballots/${ballot.id}/documents/roll`} search={{} as never}>
          {t('printRoll')}
        </LinkButton>
      </p>
      {ballot.can.run && freezable.includes(ballot.state) && <Freeze ballot={ballot} />}
      <Entries ballot={ballot} />
    </section>
  )
}

function Entries({ ballot }: { ballot: Ballot }) {
  const [q, setQ] = useState('')
  const [ticked, setTicked] = useState<readonly number[]>([])
  const { data, error } = useRead('getBallotRoll', { ballotId: ballot.id, limit: 200, ...(q && { q }) })
  const { busy, take } = useStep('handOutPapers')
  const handsOut = ballot.state === 'voting' && ballot.can.count
  const takesTokens = handsOut && takesCodes(ballot)
  if (error) return <p className="problem">{errorSentence(error)}</p>
  const open = (data?.items ?? [])
    .filter(({ collected, token }) => !collected && token !== 'held')
    .map(({ entryNo }) => entryNo)
  return (
    <>
      {handsOut && <p className="quiet">{t('handOutHint')}</p>}
      {takesTokens && <p className="quiet">{phone('deskHint')}</p>}
      <div className="ballot-line">
        <Input.Search
          aria-label={t('nameOrNo')}
          placeholder={t('nameOrNo')}
          allowClear
          onSearch={(typed) => setQ(typed.trim())}
        />
        {handsOut && (
          <Button disabled={open.length === 0} onClick={() => setTicked(open)}>
            {t('tickAll')}
          </Button>
        )}
        {handsOut && (
          <Button
            type="primary"
            loading={busy}
            disabled={ticked.length === 0}
            onClick={() => take({ ballotId: ballot.id, entryNos: [...ticked] }, () => setTicked([]))}
          >
            {t('handOut')} · {ticked.length}
          </Button>
        )}
      </div>
      {!data && <Skeleton active />}
      <ol className="ballot-roll">
        {data?.items.map((line) => (
          <li key={line.entryNo} value={line.entryNo}>
            {handsOut ? (
              <Tick
                line={line}
                ticked={ticked.includes(line.entryNo)}
                onChange={(on) =>
                  setTicked(on ? [...ticked, line.entryNo] : ticked.filter((each) => each !== line.entryNo))
                }
              />
            ) : (
              `${line.entryNo}. ${line.name}`
            )}
            {takesTokens && line.token === 'held' && (
              <SurrenderedToken voteId={ballot.phone!.voteId} entryNo={line.entryNo} />
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

interface TickProps {
  line: Output<'getBallotRoll'>['items'][number]
  ticked: boolean
  onChange: (on: boolean) => void
}

/** One line at the table with the paper: off for whoever has a paper, or holds a phone token. */
function Tick({ line: { entryNo, name, collected, token }, ticked, onChange }: TickProps) {
  return (
    <Checkbox
      checked={collected || ticked}
      disabled={collected || token === 'held'}
      onChange={({ target }) => onChange(target.checked)}
    >
      {entryNo}. {name} {collected && <small>{t('collected')}</small>}{' '}
      {token !== 'none' && <small>{phone(token === 'held' ? 'holds' : 'gaveUp')}</small>}
    </Checkbox>
  )
}

// Tokens are of the first vote, and given up only while the urn is open.
function takesCodes({ phone: vote, round }: Ballot): boolean {
  return vote?.state === 'opened' && round?.roundNo === 1
}
