import '../training.css'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { useMay } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { PlanDialog } from '../forms/plan-dialogs.tsx'
import { BudgetLine, TrainingFigures } from '../parts/plan-figures.tsx'
import { t } from '../texts.ts'

/** Yearly plans within scope, with what has come of them. */
export default function PlansPage() {
  const plans = useRead('listTrainingPlans', {})
  const writes = useMay('training.write')
  const [making, setMaking] = useState(false)
  return (
    <Page
      title={t('title')}
      actions={
        writes && (
          <Button type="primary" onClick={() => setMaking(true)}>
            {t('newPlan')}
          </Button>
        )
      }
    >
      <div className="training">
        {plans.error ? (
          <Alert type="info" showIcon icon={<Icon name="info" />} title={errorSentence(plans.error)} />
        ) : !plans.data ? (
          <Skeleton active aria-label={t('loading')} />
        ) : plans.data.items.length === 0 ? (
          <div className="panel">
            <h2>{t('noPlans')}</h2>
            <p className="quiet">{t('noPlansHint')}</p>
          </div>
        ) : (
          plans.data.items.map((plan) => (
            <section key={plan.id} className="panel" aria-label={`${plan.organisationName} ${plan.year}`}>
              <h2>
                <Link to={`/training/plans/${plan.id}` as never}>
                  {plan.organisationName} · {t('planOf', { year: plan.year })}
                </Link>
              </h2>
              <BudgetLine plan={plan} />
              <TrainingFigures of={plan} />
            </section>
          ))
        )}
      </div>
      {making && <PlanDialog onClose={() => setMaking(false)} />}
    </Page>
  )
}
