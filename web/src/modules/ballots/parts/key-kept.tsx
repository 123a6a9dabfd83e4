import { Alert } from 'antd'
import type { BallotPhone } from '#contract/ballots-shapes.ts'
import { formatInstant } from '../../../kit/format.ts'
import { Facts } from '../../../ui/facts.tsx'
import { t } from '../phone-vote-texts.ts'

/** The key between the ceremony and the close: when it was published, how to know it again, and when the shares are needed. */
export function KeyKept({ phone }: { phone: BallotPhone }) {
  const at = phone.steps.find(({ step }) => step === 'keyed')?.takenAt
  return (
    <section className="panel ballot-key">
      <Alert type="success" showIcon title={t('published')} />
      <Facts
        facts={[
          [t('keptSince'), at === undefined ? '' : formatInstant(at)],
          [t('keptKey'), <code key="key">{phone.committeeKey}</code>],
          [t('keptNext'), t(phone.state === 'opened' ? 'keptAfterClose' : 'keptAfterVote')],
          [t('keptLost'), t('keptLostHint')],
        ]}
      />
    </section>
  )
}
