import { Button } from 'antd'
import { useState } from 'react'
import type { MemberFile } from '#contract/people-records.ts'
import type { Output } from '../../../kit/call.ts'
import { formatDay } from '../../../kit/format.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { WhyLink } from '../../sessions/parts/why-link.tsx'
import { t } from '../file-texts.ts'
import { RevealDialog } from '../forms/reveal-dialog.tsx'
import { listedName } from '../record-words.ts'
import { documentKindName, sexName } from '../words.ts'
import { holdsOn } from './member-facts.ts'

/** What is known of the person. Numbers stay masked until a reason is given, and are masked again on leaving the page. */
export function BasicData({ file, today }: { file: MemberFile; today: string }) {
  const [asking, setAsking] = useState<'closed' | 'open'>('closed')
  const [clear, setClear] = useState<Output<'revealMember'>>()
  const card = file.cards.find((each) => holdsOn(each, today))
  const kind = file.documentKind && documentKindName(file.documentKind)
  const known = (value: string | null | undefined) =>
    value || <span className="quiet">{t('notRecorded')}</span>
  const number = (shown: string | null | undefined, masked: string | null | undefined) => (
    <span className={shown ? 'figures number-shown' : 'figures'}>{known(shown ?? masked)}</span>
  )
  return (
    <section className="panel file-part" aria-label={t('basics')}>
      <header>
        <h2>{t('basics')}</h2>
        {file.can.reveal &&
          (clear ? (
            <Button icon={<Icon name="eyeOff" size={18} />} onClick={() => setClear(undefined)}>
              {t('hide')}
            </Button>
          ) : (
            <Button icon={<Icon name="eye" size={18} />} onClick={() => setAsking('open')}>
              {t('reveal')}
            </Button>
          ))}
      </header>
      {clear && (
        <p className="shown-note" role="status">
          {t('revealedNow')}
        </p>
      )}
      <Facts
        facts={[
          [kind ?? t('document'), number(clear?.documentNumber, file.document)],
          [t('mobile'), number(clear?.mobile, file.mobile)],
          [t('card'), number(clear?.cardNumber, card?.number)],
          [t('sex'), known(sexName(file.sex))],
          [t('born'), known(file.birthDate && formatDay(file.birthDate))],
          [t('ethnicGroup'), known(file.ethnicGroup)],
          [t('political'), known(listedName('politicalAffiliation', file.politicalAffiliation))],
          [t('education'), known(listedName('educationLevel', file.educationLevel))],
          [t('household'), known(listedName('householdType', file.householdType))],
          [t('migrant'), known(file.migrantWorker === null ? '' : file.migrantWorker ? t('yes') : t('no'))],
        ]}
      />
      {!file.can.reveal && (
        <p className="file-note">
          {t('revealWhyNot')} <WhyLink permission="people.reveal" ask="why can’t I" />
        </p>
      )}
      {asking === 'open' && (
        <RevealDialog
          personId={file.personId}
          name={file.name}
          onClose={() => setAsking('closed')}
          onShown={(shown) => {
            setClear(shown)
            setAsking('closed')
          }}
        />
      )}
    </section>
  )
}
