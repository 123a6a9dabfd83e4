import '../ballots.css'
import '../phone-vote.css'
import { Alert, Skeleton } from 'antd'
import type { Ballot, BallotPhone } from '#contract/ballots-shapes.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { KeyCeremony } from '../parts/key-ceremony.tsx'
import { KeyKept } from '../parts/key-kept.tsx'
import { LostKey } from '../parts/lost-key.tsx'
import { UrnOpening } from '../parts/urn-opening.tsx'
import { t } from '../phone-vote-texts.ts'
import { t as common } from '../texts.ts'

/** The scrutineers' key of an election: made before tokens are drawn, brought together again to open the urn. */
export default function KeyPage() {
  const ballotId = useParam('ballotId')
  const { data, error } = useRead('getBallot', { ballotId })
  if (error)
    return (
      <Page title={common('missing')}>
        <p>{errorSentence(error)}</p>
      </Page>
    )
  if (data?.id !== ballotId) return <Skeleton active paragraph={{ rows: 12 }} />
  return (
    <Page
      title={`${data.title} · ${t('keysTitle')}`}
      note={t('keysNote')}
      actions={
        <LinkButton to={`/ballots/${ballotId}`} search={{} as never}>
          {t('back')}
        </LinkButton>
      }
    >
      <Now ballot={data} phone={data.phone} />
    </Page>
  )
}

function Now({ ballot, phone }: { ballot: Ballot; phone: BallotPhone | null }) {
  switch (phone?.state) {
    case undefined:
      return <Alert type="info" showIcon title={t('keysNone')} />
    case 'allowed':
      return <KeyCeremony ballot={ballot} voteId={phone!.voteId} />
    case 'keyed':
    case 'tokens':
    case 'opened':
      return (
        <div className="ballot-rounds">
          <KeyKept phone={phone!} />
          <LostKey phone={phone!} />
        </div>
      )
    case 'closed':
      return (
        <div className="ballot-rounds">
          <UrnOpening voteId={phone!.voteId} committeeKey={phone!.committeeKey!} />
          <LostKey phone={phone!} />
        </div>
      )
    case 'voided':
      return <Alert type="warning" showIcon title={t('voided', { reason: phone!.voiding!.reason })} />
    case 'counted':
      return <Alert type="success" showIcon title={t('urnOpened')} />
    default:
      return <Alert type="info" showIcon title={t('keysNotNow')} />
  }
}
