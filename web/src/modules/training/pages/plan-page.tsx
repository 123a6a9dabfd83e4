import '../training.css'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { TrainingCourse } from '#contract/training.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant, formatMoney } from '../../../kit/format.ts'
import { useMay } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { CourseDialog } from '../forms/plan-dialogs.tsx'
import { BudgetLine, TrainingFigures } from '../parts/plan-figures.tsx'
import { t } from '../texts.ts'
import { kindName } from '../words.ts'

/** A plan with its courses, their sessions, and who came. */
export default function PlanPage() {
  const planId = useParam('planId')
  const { data, error } = useRead('getTrainingPlan', { planId })
  const [adding, setAdding] = useState(false)
  if (error)
    return (
      <Page title={t('title')}>
        <Alert type="info" showIcon icon={<Icon name="info" />} title={errorSentence(error)} />
      </Page>
    )
  if (!data || data.id !== planId)
    return (
      <Page title={t('title')}>
        <Skeleton active aria-label={t('loading')} />
      </Page>
    )
  return (
    <Page
      title={t('planOf', { year: data.year })}
      note={data.organisationName}
      actions={
        data.can.write && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('addCourse')}
          </Button>
        )
      }
    >
      <div className="training">
        <section className="panel" aria-label={t('title')}>
          <BudgetLine plan={data} />
          <TrainingFigures of={data} />
        </section>
        {data.list.length === 0 && <p className="panel quiet">{t('noCourses')}</p>}
        {data.list.map((course) => (
          <Course key={course.id} course={course} />
        ))}
      </div>
      {adding && <CourseDialog planId={planId} onClose={() => setAdding(false)} />}
    </Page>
  )
}

function Course({ course }: { course: TrainingCourse }) {
  const drafts = useMay('events.write')
  return (
    <section className="panel" aria-label={course.title}>
      <div className="training-head">
        <div>
          <h2>{course.title}</h2>
          <p className="quiet">
            {kindName(course.kind)} · {t('hoursOf', { hours: course.classHours })} ·{' '}
            {t('monthOf', { month: course.plannedMonth })} · {formatMoney(course.budgetFen)}
          </p>
        </div>
        <span className="page-actions">
          <Link className="training-link" to={`/training/courses/${course.id}` as never}>
            {t('trainees')}
          </Link>
          {drafts && (
            <Link
              className="training-link"
              to={'/events/new' as never}
              search={{ kind: 'training' } as never}
            >
              {t('hold')}
            </Link>
          )}
        </span>
      </div>
      <TrainingFigures of={course} />
      {course.held.length === 0 ? (
        <p className="quiet">{t('noSessions')}</p>
      ) : (
        <ul className="training-sessions">
          {course.held.map((session) => (
            <li key={session.eventId}>
              <Link to={`/events/${session.eventId}` as never}>{session.title}</Link>
              <span className="quiet">
                {formatInstant(session.startsAt)} · {session.venue} ·{' '}
                {t('hoursOf', { hours: session.classHours })} ·{' '}
                {t('session', { registered: session.registered, attended: session.attended })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
