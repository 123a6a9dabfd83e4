import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { Association, PlanItem } from '#contract/matchmaking-association.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { formatDay } from '../../../kit/format.ts'
import { useMe } from '../../../kit/me.ts'
import { useAct } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { FormDialog } from '../../appointments/parts/form-dialog.tsx'
import { t } from '../association-texts.ts'

/** The plan of this year, each item with its day and whether it is done. */
export function AssociationPlan({ association }: { association: Association }) {
  const [adding, setAdding] = useState(false)
  return (
    <section className="panel" aria-label={t('plan')}>
      <div className="association-head">
        <h2>{t('planOf', { year: association.year })}</h2>
        <Button onClick={() => setAdding(true)}>{t('addItem')}</Button>
      </div>
      {association.plan.length === 0 && <p className="quiet">{t('noPlan')}</p>}
      <ol className="desk-lines">
        {association.plan.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ol>
      {adding && <ItemDialog association={association} onClose={() => setAdding(false)} />}
    </section>
  )
}

function Item({ item }: { item: PlanItem }) {
  const { today } = useMe()
  const { message } = App.useApp()
  const finish = useAct('finishPlanItem', { invalidates: ['getAssociation'] })
  const late = item.doneOn === null && item.dueOn < today
  return (
    <li>
      <span>
        {item.title}
        <small className={late ? 'ends-soon' : 'quiet'}>
          {formatDay(item.dueOn)}
          {late && ` · ${t('late')}`}
        </small>
      </span>
      {item.doneOn === null ? (
        <Button
          size="small"
          loading={finish.isPending}
          onClick={() =>
            finish.mutate(
              { planItemId: item.id },
              { onError: (error) => void message.error(errorSentence(error), 8) },
            )
          }
        >
          {t('finish')}
        </Button>
      ) : (
        <span className="desk-mutual">
          <Icon name="check" size={16} /> {t('done', { date: formatDay(item.doneOn) })}
        </span>
      )}
    </li>
  )
}

function ItemDialog({ association, onClose }: { association: Association; onClose: () => void }) {
  const { organisationId, year } = association
  return (
    <FormDialog title={t('addItem')} words={t('addItemWords')} onClose={onClose}>
      <FormShell<'addPlanItem', { title: string; dueOn: string }>
        operation="addPlanItem"
        invalidates={['getAssociation']}
        initial={{}}
        toInput={(values) => ({ ...values, organisationId, year })}
        submit={t('addItem')}
        onDone={onClose}
        onCancel={onClose}
      >
        <FormField name="title" label={t('title')} need="required">
          <Input maxLength={80} />
        </FormField>
        <FormField name="dueOn" label={t('dueOn')} need="required">
          <DateField />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}
