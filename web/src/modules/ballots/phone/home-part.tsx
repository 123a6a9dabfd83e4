import { useRead } from '../../../kit/query.ts'
import { Row } from '../../../ui/light/row.tsx'
import { t } from './texts.ts'

/** On the first page of the phone, where a vote waits: a token to draw, or a ballot to cast. */
export default function VotesHomePart() {
  const { data } = useRead('listOwnPhoneVotes')
  const waiting = (data?.items ?? []).filter(
    ({ state, hasToken }) => (state === 'tokens' && !hasToken) || (state === 'opened' && hasToken),
  )
  if (waiting.length === 0) return null
  return (
    <ul className="rows">
      {waiting.map(({ id, state, title }) => (
        <Row
          key={id}
          to="/votes"
          icon="check"
          title={t(state === 'tokens' ? 'homeDraw' : 'homeVote')}
          hint={title}
        />
      ))}
    </ul>
  )
}
