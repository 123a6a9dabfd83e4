import './phone.css'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatList, formatNumber } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { skillName } from '../skill-words.ts'
import { t } from './texts.ts'

/** One's own entry in the pool, and whether the other streets may see it. */
export default function TalentPage() {
  const own = useRead('getOwnTalent')
  const share = useAct('setOwnTalentSharing', { invalidates: ['getOwnTalent'] })
  if (own.error) return <Empty icon="person" title={t('failed')} hint={errorSentence(own.error)} />
  if (!own.data) return <Skeleton lines={6} label={t('loading')} />
  const { talent } = own.data
  if (talent === null) return <Empty icon="person" title={t('notInPool')} hint={t('notInPoolHint')} />
  return (
    <div className="unit-sheets">
      <section className="sheet">
        <Facts
          facts={[
            [t('recommendedBy'), talent.recommendedBy],
            [t('skills'), formatList(talent.skills.map(skillName))],
            [t('hours'), formatNumber(talent.trainedHours)],
            [t('from'), formatDay(talent.availableFrom)],
          ]}
        />
      </section>
      <section className="sheet">
        <h2>{t('sharing')}</h2>
        <p>{talent.shared ? t('sharedNow') : t('notShared')}</p>
        {share.error && <Notice tone="problem">{errorSentence(share.error)}</Notice>}
        <Button
          look={talent.shared ? 'plain' : 'primary'}
          busy={share.isPending}
          onClick={() => share.mutate({ agreed: !talent.shared })}
        >
          {talent.shared ? t('unshare') : t('share')}
        </Button>
      </section>
    </div>
  )
}
