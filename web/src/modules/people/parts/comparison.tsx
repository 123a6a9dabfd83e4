import type { MergeComparison } from '#contract/people-records.ts'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { formatDay } from '../../../kit/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../file-texts.ts'
import { listedName } from '../record-words.ts'
import { documentKindName, sexName } from '../words.ts'
import { LinkButton } from './link-button.tsx'

type Side = MergeComparison['kept']

/** Two records side by side; what says different things is marked in words. */
export function Comparison({ compared }: { compared: MergeComparison }) {
  const { kept, other, differing } = compared
  return (
    <>
      {compared.bothMembers && (
        <Alert type="warning" showIcon icon={<Icon name="warn" />} title={t('bothMembers')} />
      )}
      <div className="list comparison">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('fieldName')}</th>
              <th scope="col">{t('kept')}</th>
              <th scope="col">
                {t('other')}{' '}
                <LinkButton
                  size="small"
                  to={`/members/${other.personId}/merge`}
                  search={{ other: kept.personId } as never}
                >
                  {t('swap')}
                </LinkButton>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows().map(([field, label, show]) => (
              <tr key={field} className={differing.includes(field) ? 'comparison-differs' : ''}>
                <th scope="row">
                  {label}
                  {differing.includes(field) && (
                    <span className="tag tag-retained">
                      <Icon name="warn" size={14} /> {t('differs')}
                    </span>
                  )}
                </th>
                <td>{show(kept) || <span className="quiet">{t('notRecorded')}</span>}</td>
                <td>{show(other) || <span className="quiet">{t('notRecorded')}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p role="status">
        {differing.length > 0 ? t('differingCount', { count: differing.length }) : t('noneDiffer')}
      </p>
    </>
  )
}

function rows(): [field: string, label: string, show: (side: Side) => ReactNode][] {
  const yesNo = (value: boolean | null) => (value === null ? '' : value ? t('yes') : t('no'))
  return [
    ['name', t('name'), (side) => side.name],
    [
      'document',
      t('document'),
      (side) =>
        [side.documentKind && documentKindName(side.documentKind), side.document].filter(Boolean).join(' '),
    ],
    ['mobile', t('mobile'), (side) => side.mobile],
    ['sex', t('sex'), (side) => sexName(side.sex)],
    ['birthDate', t('born'), (side) => side.birthDate && formatDay(side.birthDate)],
    ['currentUnionName', t('currentUnion'), (side) => side.currentUnionName],
    ['ethnicGroup', t('ethnicGroup'), (side) => side.ethnicGroup],
    [
      'politicalAffiliation',
      t('political'),
      (side) => listedName('politicalAffiliation', side.politicalAffiliation),
    ],
    ['educationLevel', t('education'), (side) => listedName('educationLevel', side.educationLevel)],
    ['householdType', t('household'), (side) => listedName('householdType', side.householdType)],
    ['migrantWorker', t('migrant'), (side) => yesNo(side.migrantWorker)],
    ['memberships', t('countMemberships'), (side) => String(side.memberships)],
    ['employments', t('countEmployments'), (side) => String(side.employments)],
    ['cards', t('countCards'), (side) => String(side.cards)],
    ['appointments', t('countAppointments'), (side) => String(side.appointments)],
    ['hasAccount', t('account'), (side) => yesNo(side.hasAccount)],
  ]
}
