import { Button, Input } from 'antd'
import { MemberSelect } from '../../people/parts/member-select.tsx'
import { b } from '../benefit-texts.ts'
import { z } from '../prize-texts.ts'

/** Somebody who won, and the prize as it is typed. */
export interface Winner {
  personId?: string
  amount: string
}

interface WinnersFieldProps {
  /** Given by the form. */
  value?: Winner[]
  onChange?: (winners: Winner[]) => void
}

/** The winners of a contest, each with a prize, one below the other. */
export function WinnersField({ value = [], onChange }: WinnersFieldProps) {
  const change = (at: number, next: Winner) =>
    onChange?.(value.map((winner, other) => (other === at ? next : winner)))
  return (
    <div>
      {value.map((winner, at) => (
        <div className="funds-ask" key={at}>
          <MemberSelect
            label={`${z('winner')} ${at + 1}`}
            placeholder={b('findPerson')}
            value={winner.personId}
            onChange={(personId) => change(at, { amount: winner.amount, ...(personId ? { personId } : {}) })}
          />
          <Input
            className="funds-prize"
            inputMode="decimal"
            aria-label={`${z('amount')} ${at + 1}`}
            placeholder={z('amount')}
            maxLength={16}
            value={winner.amount}
            onChange={(event) => change(at, { ...winner, amount: event.target.value })}
          />
          {value.length > 1 && (
            <Button onClick={() => onChange?.(value.filter((_, other) => other !== at))}>
              {z('remove')}
            </Button>
          )}
        </div>
      ))}
      <Button onClick={() => onChange?.([...value, { amount: value.at(-1)?.amount ?? '' }])}>
        {z('more')}
      </Button>
    </div>
  )
}
