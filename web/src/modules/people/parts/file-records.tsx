import { Button } from 'antd'
import { useState } from 'react'
import type { EmploymentRecord, MemberFile } from '#contract/people-records.ts'
import { postName } from '../../access/posts.ts'
import { t } from '../file-texts.ts'
import { EmploymentEndingDialog } from '../forms/employment-ending-dialog.tsx'
import { employmentFormName, endReasonName, joinedWords } from '../record-words.ts'
import { membershipKindName } from '../words.ts'
import { LinkButton } from './link-button.tsx'
import { holdsOn } from './member-facts.ts'
import { Records } from './records.tsx'

interface FilePartProps {
  file: MemberFile
  today: string
}

/** To which unions the person has belonged. */
export function Memberships({ file, today }: FilePartProps) {
  return (
    <Records
      title={t('memberships')}
      today={today}
      lines={file.memberships.map((one) => ({
        ...one,
        what: one.unionName,
        details: [
          membershipKindName(one.kind),
          one.joinedOn && t('joinedOn', { date: joinedWords(one.joinedOn, one.joinedPrecision) }),
          endReasonName(one.endReason),
        ],
      }))}
    />
  )
}

/** Where the person has worked. */
export function Employments({ file, today }: FilePartProps) {
  const [ending, setEnding] = useState<EmploymentRecord>()
  return (
    <>
      <Records
        title={t('employments')}
        today={today}
        actions={
          file.can.change && (
            <LinkButton to={`/members/${file.personId}/employment`}>{t('recordEmployment')}</LinkButton>
          )
        }
        lines={file.employments.map((one) => ({
          ...one,
          what: one.employerName ?? t('platform', { name: one.platformName ?? '' }),
          details: [
            one.job,
            employmentFormName(one.form),
            one.unionGroup,
            one.status,
            endReasonName(one.endReason),
          ],
          action: file.can.change && one.endsBefore === null && holdsOn(one, today) && (
            <Button size="small" onClick={() => setEnding(one)}>
              {t('end')}
            </Button>
          ),
        }))}
      />
      {ending && (
        <EmploymentEndingDialog
          personId={file.personId}
          employment={ending}
          onClose={() => setEnding(undefined)}
        />
      )}
    </>
  )
}

/** Service cards and union posts. */
export function CardsAndPosts({ file, today }: FilePartProps) {
  return (
    <>
      <Records
        title={t('cards')}
        today={today}
        lines={file.cards.map((one) => ({
          ...one,
          what: <span className="figures">{one.number}</span>,
          details: [endReasonName(one.endReason)],
        }))}
      />
      {file.appointments.length > 0 && (
        <Records
          title={t('appointments')}
          today={today}
          lines={file.appointments.map((one) => ({
            ...one,
            what: postName(one.post),
            details: [one.organisationName, one.fullTime && t('fullTime')],
          }))}
        />
      )}
    </>
  )
}
