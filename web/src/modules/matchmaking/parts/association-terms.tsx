import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import {
  seatRoles,
  type Association,
  type AssociationTerm,
  type SeatRole,
} from '#contract/matchmaking-association.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { dayAfter, formatPeriod } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { useAct } from '../../../kit/query.ts'
import { FormDialog } from '../../appointments/parts/form-dialog.tsx'
import { t } from '../association-texts.ts'
import { MatchmakerSelect } from './matchmaker-select.tsx'

/** Terms of the association with their council and members. */
export function AssociationTerms({ association }: { association: Association }) {
  const [opening, setOpening] = useState(false)
  const [seating, setSeating] = useState<AssociationTerm>()
  return (
    <>
      <div className="association-head">
        <Button onClick={() => setOpening(true)}>{t('newTerm')}</Button>
      </div>
      {association.terms.length === 0 && <p className="quiet">{t('noTerms')}</p>}
      {association.terms.map((term) => (
        <section className="panel" key={term.id} aria-label={term.name}>
          <h2 className="section-title">
            {term.name}{' '}
            <small className="quiet figures">{formatPeriod(term.startsOn, term.endsBefore)}</small>
          </h2>
          <ul className="desk-lines">
            {term.seats.map((seat) => (
              <Seat key={seat.id} seat={seat} />
            ))}
          </ul>
          <div className="panel-actions">
            <Button onClick={() => setSeating(term)}>{t('seat')}</Button>
          </div>
        </section>
      ))}
      {opening && (
        <TermDialog organisationId={association.organisationId} onClose={() => setOpening(false)} />
      )}
      {seating && <SeatDialog term={seating} onClose={() => setSeating(undefined)} />}
    </>
  )
}

function Seat({ seat }: { seat: AssociationTerm['seats'][number] }) {
  const leave = useAct('leaveAssociationSeat', { invalidates: ['getAssociation'] })
  const confirm = useConfirm()
  const { message } = App.useApp()
  const ask = async () => {
    if (await confirm({ title: t('leaveAsk', { name: seat.name }), verb: t('leave') }))
      leave.mutate({ seatId: seat.id }, { onError: (error) => void message.error(errorSentence(error), 8) })
  }
  return (
    <li>
      <span>
        {seat.name} · {t(seat.role)}
        <small className="quiet">{seat.organisationName}</small>
      </span>
      <span className="quiet figures">{formatPeriod(seat.startsOn, seat.endsBefore)}</span>
      {seat.endsBefore === null && (
        <Button size="small" onClick={() => void ask()}>
          {t('leave')}
        </Button>
      )}
    </li>
  )
}

function TermDialog({ organisationId, onClose }: { organisationId: string; onClose: () => void }) {
  const { today } = useMe()
  return (
    <FormDialog title={t('newTerm')} words={t('newTermWords')} onClose={onClose}>
      <FormShell<'openAssociationTerm', { name: string; startsOn: string; endsOn: string }>
        operation="openAssociationTerm"
        invalidates={['getAssociation']}
        initial={{ startsOn: today }}
        toInput={({ name, startsOn, endsOn }) => ({
          organisationId,
          name,
          startsOn,
          endsBefore: dayAfter(endsOn),
        })}
        submit={t('newTerm')}
        onDone={onClose}
        onCancel={onClose}
      >
        <FormField name="name" label={t('termName')} need="required">
          <Input maxLength={80} />
        </FormField>
        <FormField name="startsOn" label={t('startsOn')} need="required">
          <DateField />
        </FormField>
        <FormField name="endsOn" label={t('endsOn')} need="required">
          <DateField />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}

function SeatDialog({ term, onClose }: { term: AssociationTerm; onClose: () => void }) {
  const { today } = useMe()
  return (
    <FormDialog title={t('seat')} words={t('seatWords')} onClose={onClose}>
      <FormShell<'takeAssociationSeat', { matchmakerId: string; role: SeatRole; startsOn: string }>
        operation="takeAssociationSeat"
        invalidates={['getAssociation']}
        initial={{ role: 'member', startsOn: today < term.startsOn ? term.startsOn : today }}
        toInput={(values) => ({ ...values, termId: term.id })}
        submit={t('seat')}
        onDone={onClose}
        onCancel={onClose}
      >
        <FormField name="matchmakerId" label={t('matchmaker')} need="required">
          <MatchmakerSelect />
        </FormField>
        <FormField name="role" label={t('role')} need="required">
          <Select options={seatRoles.map((role) => ({ value: role, label: t(role) }))} />
        </FormField>
        <FormField name="startsOn" label={t('startsOn')} need="required">
          <DateField />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}
