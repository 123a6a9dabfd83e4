import { useNavigate } from '@tanstack/react-router'
import { Input, InputNumber, Select } from 'antd'
import { trainingFunders, trainingKinds, type TrainingFunder, type TrainingKind } from '#contract/training.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { FormDialog } from '../../appointments/parts/form-dialog.tsx'
import { t } from '../texts.ts'
import { funderName, kindName } from '../words.ts'

interface PlanValues {
  year: number
  budgetYuan: number
  funder: TrainingFunder
  documentNo?: string
}

/** 制定年度计划: for one's own organisation. */
export function PlanDialog({ onClose }: { onClose: () => void }) {
  const { actingAs, today } = useMe()
  const navigate = useNavigate()
  return (
    <FormDialog title={t('newPlan')} words={t('newPlanWords')} onClose={onClose}>
      <FormShell<'createTrainingPlan', PlanValues>
        operation="createTrainingPlan"
        invalidates={['listTrainingPlans']}
        initial={{ year: Number(today.slice(0, 4)), funder: 'district_finance' }}
        toInput={({ budgetYuan, ...values }) => ({
          ...values,
          organisationId: actingAs?.organisationId ?? '',
          budgetFen: Math.round(budgetYuan * 100),
        })}
        submit={t('newPlan')}
        onDone={({ planId }) => void navigate({ to: `/training/plans/${planId}` as never })}
        onCancel={onClose}
      >
        <FormField name="year" label={t('year')} need="required">
          <InputNumber min={2000} max={2100} precision={0} />
        </FormField>
        <FormField name="budgetYuan" label={t('budget')} need="required">
          <InputNumber min={0} max={100_000_000} precision={2} />
        </FormField>
        <FormField name="funder" label={t('funder')} need="required">
          <Select options={trainingFunders.map((value) => ({ value, label: funderName(value) }))} />
        </FormField>
        <FormField name="documentNo" label={t('documentNo')} need="optional">
          <Input maxLength={60} />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}

interface CourseValues {
  kind: TrainingKind
  title: string
  classHours: number
  budgetYuan: number
  plannedMonth: number
}

/** 增加课程: within the budget of the plan. */
export function CourseDialog({ planId, onClose }: { planId: string; onClose: () => void }) {
  return (
    <FormDialog title={t('addCourse')} words={t('addCourseWords')} onClose={onClose}>
      <FormShell<'addTrainingCourse', CourseValues>
        operation="addTrainingCourse"
        invalidates={['getTrainingPlan', 'listTrainingPlans', 'listCourseChoices']}
        initial={{ kind: 'induction', classHours: 8 }}
        toInput={({ budgetYuan, ...values }) => ({
          ...values,
          planId,
          budgetFen: Math.round(budgetYuan * 100),
        })}
        submit={t('addCourse')}
        onDone={onClose}
        onCancel={onClose}
      >
        <FormField name="kind" label={t('kind')} need="required">
          <Select options={trainingKinds.map((value) => ({ value, label: kindName(value) }))} />
        </FormField>
        <FormField name="title" label={t('courseTitle')} need="required">
          <Input maxLength={80} />
        </FormField>
        <FormField name="classHours" label={t('hours')} need="required">
          <InputNumber min={1} max={400} precision={0} />
        </FormField>
        <FormField name="plannedMonth" label={t('month')} need="required">
          <InputNumber min={1} max={12} precision={0} />
        </FormField>
        <FormField name="budgetYuan" label={t('budget')} need="required">
          <InputNumber min={0} max={100_000_000} precision={2} />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}
