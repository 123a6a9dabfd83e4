import { Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { useReadWhen } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { joinedWords } from '../record-words.ts'
import { t } from '../texts.ts'
import { sexName } from '../words.ts'
import { KindTag } from './kind-tag.tsx'
import { LinkButton } from './link-button.tsx'
import { employmentsOn, membershipOn } from './member-facts.ts'

/** A member in short beside the list. */
export function MemberPanel({ personId }: { personId: string }) {
  const file = useReadWhen(true, 'getMember', { personId })
  const { today } = useMe()
  if (file.error) return <p className="problem">{errorSentence(file.error)}</p>
  if (!file.data) return <Skeleton active title={false} paragraph={{ rows: 8 }} />
  const person = file.data
  const membership = membershipOn(person, today)
  const jobs = employmentsOn(person, today).map((one) => one.employerName ?? one.platformName)
  return (
    <>
      <p className="lead member-lead">
        {person.name} <KindTag kind={membership?.kind} />
      </p>
      <Facts
        facts={[
          [t('union'), membership?.unionName ?? t('noUnion')],
          [t('joined'), membership ? joinedWords(membership.joinedOn, membership.joinedPrecision) : ''],
          [t('employer'), jobs.length > 0 ? jobs.join('、') : t('noEmployer')],
          [t('sex'), sexName(person.sex) || t('notRecorded')],
          [t('born'), person.birthDate ? formatDay(person.birthDate) : t('notRecorded')],
          [t('document'), person.document ?? t('notRecorded')],
          [t('mobile'), person.mobile ?? t('notRecorded')],
          [t('card'), person.cards.find((card) => card.supersededAt === null)?.number ?? t('notRecorded')],
        ]}
      />
    </>
  )
}

/** The way from the panel to the whole file. */
export function MemberPanelFoot({ personId }: { personId: string }) {
  return (
    <div className="panel-actions">
      <LinkButton color="primary" variant="solid" to={`/members/${personId}`} search={{} as never}>
        {t('openFile')}
      </LinkButton>
    </div>
  )
}
