import '../people.css'
import '../member-file.css'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { MemberFile } from '#contract/people-records.ts'
import { formatDay } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { Icon } from '../../../ui/icon.tsx'
import { WhyLink } from '../../sessions/parts/why-link.tsx'
import { t } from '../file-texts.ts'
import { EndingDialog } from '../forms/ending-dialog.tsx'
import { TransferDialog } from '../forms/transfer-dialog.tsx'
import { BasicData } from '../parts/basic-data.tsx'
import { ChangeResult } from '../parts/change-result.tsx'
import { DeparturePart } from '../parts/departure-part.tsx'
import { CardsAndPosts, Employments, Memberships } from '../parts/file-records.tsx'
import { WithFile } from '../parts/file-states.tsx'
import { KindTag } from '../parts/kind-tag.tsx'
import type { LastChange } from '../parts/last-change.ts'
import { LinkButton } from '../parts/link-button.tsx'
import { membershipOn, placeOfFile } from '../parts/member-facts.ts'
import { MergedRecords } from '../parts/merged-records.tsx'

/** The whole file of one person, masked, with its history and what may be done with it. */
export default function MemberPage() {
  const personId = useParam('personId')
  return <WithFile personId={personId}>{(file) => <FilePage key={personId} file={file} />}</WithFile>
}

function FilePage({ file }: { file: MemberFile }) {
  const { today } = useMe()
  const [asked, ask] = useState<'transfer' | 'end'>()
  const [change, setChange] = useState<LastChange>()
  const close = () => ask(undefined)
  const done = (made: LastChange) => {
    close()
    setChange(made)
  }
  return (
    <Page
      title={
        <>
          {file.name} <KindTag kind={membershipOn(file, today)?.kind} />
        </>
      }
      note={<Note file={file} />}
      actions={file.can.change && <Actions file={file} ask={ask} />}
    >
      {change && <ChangeResult change={change} onClose={() => setChange(undefined)} />}
      <div className="file-grid">
        <div>
          <BasicData file={file} today={today} />
          <MergedRecords file={file} />
        </div>
        <div>
          <Memberships file={file} today={today} />
          <Employments file={file} today={today} />
          <CardsAndPosts file={file} today={today} />
          {membershipOn(file, today) && <DeparturePart personId={file.personId} />}
        </div>
      </div>
      {asked === 'transfer' && <TransferDialog file={file} onClose={close} onDone={done} />}
      {asked === 'end' && <EndingDialog chosen={{ people: [file] }} onClose={close} onDone={done} />}
    </Page>
  )
}

function Note({ file }: { file: MemberFile }) {
  const { today } = useMe()
  const place = placeOfFile(file, today)
  return (
    <>
      {membershipOn(file, today)?.unionName}
      {file.external && t('external')}
      {file.invitedUntil && `（${t('invitedUntil', { date: formatDay(file.invitedUntil) })}）`}{' '}
      <WhyLink permission="people.read" ask="why can I" {...(place ? { organisationId: place } : {})} />
      {!file.can.change && (
        <>
          {' '}
          · {t('readOnly')} <WhyLink permission="people.write" ask="why can’t I" />
        </>
      )}
    </>
  )
}

function Actions({ file, ask }: { file: MemberFile; ask: (what: 'transfer' | 'end') => void }) {
  const { today } = useMe()
  const navigate = useNavigate()
  const member = membershipOn(file, today) !== undefined
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'end', label: member ? t('endMembership') : endingWhyNot(), disabled: !member },
            ...(file.can.merge ? [{ key: 'merge', label: t('merge') }] : []),
          ],
          onClick: ({ key }) => {
            if (key === 'end') ask('end')
            else void navigate({ to: `/members/${file.personId}/merge` as never, search: {} as never })
          },
        }}
      >
        <Button>
          {t('more')} <Icon name="down" size={16} />
        </Button>
      </Dropdown>
      {member && <Button onClick={() => ask('transfer')}>{t('transfer')}</Button>}
      <LinkButton color="primary" variant="solid" to={`/members/${file.personId}/edit`}>
        {t('edit')}
      </LinkButton>
    </>
  )
}

// A choice that is off says why in its own line.
function endingWhyNot(): string {
  return `${t('endMembership')}（${t('noMembership')}）`
}
