import '../access.css'
import { Alert, Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatPeriod } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { basisName, heldPost } from '../../appointments/words.ts'
import { OwnDelegations } from '../parts/own-delegations.tsx'
import { OwnTokens } from '../parts/own-tokens.tsx'
import { PowersTable } from '../parts/powers-table.tsx'
import { t } from '../texts.ts'

/** What I may do as the post in use, until when and by which document; what I passed on, what was passed on to me, my tokens. */
export default function MyPowersPage() {
  const { actingAs } = useMe()
  if (actingAs === null) return <Page title={t('myPowers')} note={t('nobodyNote')} children={null} />
  return (
    <Page title={t('myPowers')} note={t('myPowersNote')}>
      <Powers />
      <OwnDelegations />
      <OwnTokens />
    </Page>
  )
}

function Powers() {
  const actingAs = useMe().actingAs!
  const { data, error } = useRead('listOwnPowers')
  if (error) return <Alert type="error" showIcon icon={<Icon name="warn" />} title={errorSentence(error)} />
  if (!data) return <Skeleton active />
  const basis = [data.basis && basisName(data.basis), data.documentNo].filter(Boolean).join(' · ')
  return (
    <section className="panel powers-part" aria-label={t('asPost')}>
      <Facts
        facts={[
          [t('asPost'), `${actingAs.organisationName} · ${heldPost(actingAs)}`],
          [t('basis'), basis],
          [
            t('term'),
            <span className="figures">{formatPeriod(actingAs.startsOn, actingAs.endsBefore)}</span>,
          ],
        ]}
      />
      <h2>{t('powers')}</h2>
      <PowersTable items={data.items} />
    </section>
  )
}
