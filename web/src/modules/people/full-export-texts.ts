import { texts } from '../../i18n/texts.ts'

/** Words of the page where lists with full numbers are asked for. */
export const t = texts({
  title: { zh: '导出完整号码', en: 'Full lists' },
  note: {
    zh: '平时导出只有掩码。确需完整号码的，在这里申请，另一位同志同意后领取一次；名册上的每位职工都会看到。',
    en: 'Exports are masked. Where full numbers are needed, ask here; once another officer has agreed the list is taken once, and everybody in it reads so.',
  },
  unit: { zh: '单位', en: 'Unit' },
  unitMissing: { zh: '请选择单位', en: 'Choose a unit' },
  members: { zh: '含下级共 {count} 名会员', en: '{count} members, those below included' },
  fields: { zh: '需要哪些完整号码', en: 'Numbers in full' },
  fieldsMissing: { zh: '请至少选一项', en: 'Choose at least one' },
  purpose: { zh: '用途', en: 'What for' },
  purposeHint: {
    zh: '例如：办理职工补充医疗互助',
    en: 'For example: to enrol members in mutual medical aid',
  },
  purposeMissing: { zh: '请写明用途', en: 'Say what for' },
  ask: { zh: '提交申请', en: 'Ask' },
  sent: { zh: '已提交，等另一位同志审批', en: 'Sent: another officer has to agree' },
  asked: { zh: '我申请的名册', en: 'Lists I asked for' },
  none: { zh: '还没有申请。', en: 'None asked for yet.' },
  askedAt: { zh: '提交时间', en: 'Asked' },
  state: { zh: '状态', en: 'State' },
  reason: { zh: '审批意见', en: 'Words' },
  taken: { zh: '已领取', en: 'taken' },
  takeUntil: { zh: '领取期限', en: 'Take until' },
  take: { zh: '领取（只能一次）', en: 'Take it (once)' },
})
